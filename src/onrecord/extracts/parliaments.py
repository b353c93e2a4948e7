"""Which days belong to which Parliament: a dated data file, since nothing in a sitting says so."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files

from ..errors import UsageError


def parliament_between(name: str) -> tuple[date, date]:
    """The first and last day of the Parliament elected in the year `name`.

    >>> parliament_between("2019")
    (datetime.date(2019, 12, 17), datetime.date(2024, 5, 30))
    """
    known = _parliaments()
    if name not in known:
        raise UsageError(f"no Parliament is known as {name!r}", remedy=f"use one of {', '.join(known)}")
    return known[name]


@cache
def _parliaments() -> dict[str, tuple[date, date]]:
    table = tomllib.loads(files(__package__).joinpath("parliaments.toml").read_text(encoding="utf-8"))
    return {row["name"]: (row["first"], row.get("last", date.max)) for row in table["parliament"]}
