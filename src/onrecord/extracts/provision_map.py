"""A mapping of numbers between the prints of a bill, and the Act it became, as its user gives it.

Numbers change from print to print, and no source here tells how. Whoever has traced a section
to its clauses writes it down once, a line a print:

    provision,house,stage,was
    section 4,commons,Committee,clause 5
    section 4,lords,,clause 6

An empty house or stage stands for all; the most exact line counts. A line that names nothing
is an error with its number: a mapping that is half understood is worse than none.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import NamedTuple

from ..errors import BadInputError
from ..proceedings.provision_asked import asked_provisions
from ..proceedings.provisions import Provision

COLUMNS = ("provision", "house", "stage", "was")
_HOUSES = ("", "commons", "lords")


class Line(NamedTuple):
    """One line: what the provision asked for was called in one print."""

    provision: Provision
    house: str
    stage: str
    was: Provision


def read_map(text: str, name: str) -> tuple[Line, ...]:
    """The lines of a mapping. BadInputError names the line that cannot be understood.

    >>> [line.was.label for line in read_map("provision,house,stage,was\\nsection 4,lords,,clause 6\\n", "map.csv")]
    ['clause 6']
    """
    rows = list(csv.reader(text.removeprefix("\ufeff").splitlines()))
    head = tuple(cell.strip().casefold() for cell in rows[0]) if rows else ()
    if head != COLUMNS:
        raise BadInputError("no mapping of provisions", where=f"{name}:1", remedy=f"begin it with {','.join(COLUMNS)}")
    return tuple(_line(row, f"{name}:{number}") for number, row in enumerate(rows[1:], start=2) if any(row))


def _line(row: Sequence[str], where: str) -> Line:
    cells = [cell.strip() for cell in row]
    if len(cells) != len(COLUMNS):
        raise BadInputError(f"{len(cells)} cells where 4 are needed", where=where, remedy=f"give {','.join(COLUMNS)}")
    asked, was = _one(cells[0]), _one(cells[3])
    if asked is None or was is None:
        unclear = cells[0] if asked is None else cells[3]
        raise BadInputError(f"{unclear or 'nothing'} is no provision", where=where, remedy='write it as "clause 5"')
    if cells[1].casefold() not in _HOUSES:
        raise BadInputError(f"there is no House called {cells[1]}", where=where, remedy="write commons or lords")
    return Line(asked, cells[1].casefold(), cells[2].casefold(), was)


def _one(text: str) -> Provision | None:
    told = asked_provisions(text)
    return told.provisions[0] if told and len(told.provisions) == 1 else None


def mapped(lines: Sequence[Line], asked: Provision, house: str, stage: str | None) -> tuple[Provision, ...]:
    """What the provision is called at a stage: the most exact lines that fit, none where none does."""
    fitting = [
        line
        for line in lines
        if line.provision.covers(asked) and line.house in ("", house) and line.stage in ("", (stage or "").casefold())
    ]
    best = max((bool(line.house) + 2 * bool(line.stage) for line in fitting), default=0)
    return tuple(line.was for line in fitting if bool(line.house) + 2 * bool(line.stage) == best)
