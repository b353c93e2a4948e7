"""Who presides: the titles of the Chair, and the Commons' Speakers and deputies by date.

Lists of members end, the Chair does not: a list of October 2020 cannot say who was in the
Chair in 2023, so the Speakers and their deputies are kept here as dated facts with their
source (`chairs.toml`). They complete people whom a list or a sitting already knows and
never add anybody by themselves.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from msgspec import Struct

from .facts import Held
from .posts import head_of, plain_words

SOURCE = "chairs.toml (Members API, SpeakerAndDeputies)"


class ChairPost(Struct, frozen=True):
    """A spell in the Chair: `keys` are the holder's ids (`person/10295`, `mnis:467`), `style` is how they are
    addressed ("mr" or "madam" Deputy Speaker)."""

    name: str
    keys: tuple[str, ...]
    title: str
    start: date
    end: date | None
    as_of: date
    style: str = ""


@lru_cache(maxsize=4096)
def presides(title: str) -> bool:
    """Whether a title is that of somebody who presides.

    >>> presides("Madam Deputy Speaker"), presides("The Chairman of Ways and Means"), presides("Mr. Speaker")
    (True, True, True)
    >>> presides("Deputy Speaker (Lords)"), presides("Chairman, Health Committee"), presides("Shadow Minister")
    (True, False, False)
    """
    whole = _titles()
    return plain_words(title) in whole or plain_words(head_of(title)) in whole


def chair_on(day: date) -> tuple[ChairPost, ...]:
    """The Speaker and deputies of the Commons on a day, the Speaker first; only what is vouched for."""
    held = (post for post in chair_posts() if post.start <= day <= (post.end or post.as_of))
    return tuple(sorted(held, key=lambda post: ("Speaker of" not in post.title, "Deputy" in post.title, post.title)))


@cache
def chair_posts() -> tuple[ChairPost, ...]:
    """Every spell in the data file."""
    table = _read()
    as_of = date.fromisoformat(table["as_of"])
    return tuple(_post(entry, as_of) for entry in table["post"])


@cache
def chair_facts() -> tuple[Held, ...]:
    """The same as facts for the roll, one for each key of the holder."""
    return tuple(
        Held(key, post.title, None, post.start, post.end, "parliamentary", SOURCE, post.as_of.isoformat())
        for post in chair_posts()
        for key in post.keys
    )


def _post(entry: dict[str, str], as_of: date) -> ChairPost:
    keys = [f"person/{entry['twfy']}"] if "twfy" in entry else []
    keys += [f"mnis:{entry['mnis']}"] if "mnis" in entry else []
    end = date.fromisoformat(entry["to"]) if "to" in entry else None
    return ChairPost(
        entry["name"], tuple(keys), entry["title"], date.fromisoformat(entry["from"]), end, as_of, _style(entry)
    )


def _style(entry: dict[str, str]) -> str:
    return "madam" if entry["name"] in _read()["titles"]["madam"] else "mr"


@cache
def _titles() -> frozenset[str]:
    return frozenset(_read()["titles"]["whole"])


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("chairs.toml").read_text("utf-8"))
