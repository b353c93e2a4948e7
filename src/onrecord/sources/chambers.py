"""Which chamber of the record a part of the Hansard API's day is; the names are in `chambers.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def _names() -> dict[str, str]:
    with (Path(__file__).parent / "chambers.toml").open("rb") as file:
        parts = tomllib.load(file)["part"]
    return {title.casefold(): part["chamber"] for part in parts for title in part["titles"]}


def chamber_called(house: str, title: str) -> str | None:
    """The chamber that the service calls `title`, None for a name we do not know.

    >>> chamber_called("commons", "Debate"), chamber_called("lords", "Debate"), chamber_called("commons", "Tea Room")
    ('commons-chamber', 'lords-chamber', None)
    """
    found = _names().get(title.strip().casefold())
    return "lords-chamber" if found == "commons-chamber" and house == "lords" else found
