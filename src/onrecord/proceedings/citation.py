"""How a contribution is referred to: House, day, volume, column.

The forms are OSCOLA's (4th edn, section 2.5.1) and the House's own in speeches ("[Official
Report, …]"), with Hansard's column marks. A reference is made from what the source gives:
without a volume where none is given, and not at all without a column or a number. Written
answers of the Commons have had no columns since 12 October 2014: they go by House, day and UIN.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from .columns import column_range

COMMITTEES = {"public-bill-committee": "PBC", "general-committees": "General Committee"}


class Place(Protocol):
    """A sitting, as far as a reference names it."""

    @property
    def house(self) -> str: ...
    @property
    def chamber(self) -> str: ...
    @property
    def date(self) -> date: ...
    @property
    def volume(self) -> int | None: ...


def citation(
    sitting: Place, column: str | None, column_end: str | None = None, *, bill: str | None = None,
    number: str | None = None,
) -> str | None:  # fmt: skip
    """The reference in OSCOLA's form, such as "HC Deb 28 March 2023, vol 730, cols 809-10".

    `bill` names a public bill committee; `number` (a UIN, or HCWS265) stands in where there is no column.
    None where there is neither.
    """
    if not column:
        return _by_number(sitting, number)
    volume = f", vol {sitting.volume}" if sitting.volume else ""
    label = "cols" if _several(column, column_end) else "col"
    return f"{_heading(sitting, bill)} {day_written(sitting.date)}{volume}, {label} {_columns(column, column_end)}"


def official_report(
    sitting: Place, column: str | None, column_end: str | None = None, *, bill: str | None = None,
    number: str | None = None,
) -> str | None:  # fmt: skip
    """The reference as the House prints it: "[Official Report, 11 January 2024; Vol. 743, c. 524.]"."""
    if not column:
        named = _by_number(sitting, number)
        return f"[{named}.]" if named else None
    places = ["Official Report"]
    if sitting.house == "lords":
        places.append("House of Lords")
    if sitting.chamber in COMMITTEES:
        places.append(f"{bill} Committee" if bill else "Public Bill Committee")
    volume = f"Vol. {sitting.volume}, " if sitting.volume else ""
    return f"[{', '.join(places)}, {day_written(sitting.date)}; {volume}c. {_columns(column, column_end)}.]"


def day_written(day: date) -> str:
    """A day as references write it: 28 March 2023."""
    return f"{day.day} {day:%B %Y}"


def _heading(sitting: Place, bill: str | None) -> str:
    if sitting.chamber in COMMITTEES:
        return f"{bill or COMMITTEES[sitting.chamber]} Deb"
    return "HL Deb" if sitting.house == "lords" else "HC Deb"


def _by_number(sitting: Place, number: str | None) -> str | None:
    if not number:
        return None
    house = "HL" if sitting.house == "lords" else "HC"
    if number.upper().startswith(("HCWS", "HLWS")):
        return f"{house} Written Statement {day_written(sitting.date)}, {number}"
    if sitting.chamber == "written-answers":
        return f"{house} Written Answer {day_written(sitting.date)}, UIN {number}"
    return None


def _several(column: str, column_end: str | None) -> bool:
    return bool(column_end) and column_end != column


def _columns(column: str, column_end: str | None) -> str:
    return column_range(column, column_end) if column_end and column_end != column else column
