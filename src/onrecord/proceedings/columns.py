"""Columns of Hansard: how they are written, ranged, shortened and compared.

A column is a number with the mark of its stream. The Commons set the mark behind (505W, 26WS,
12WH, 3P, 6MC), the Lords before (WA101, WS87, GC5); people write either. Sources of the marks:
the Houses' own bound volumes, and the contract's section 7.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..errors import UsageError

MARKS = {  # the mark, and the chambers whose columns carry it, House by House
    "commons": {
        "W": "written-answers", "WA": "written-answers", "WS": "written-statements", "WH": "westminster-hall",
        "P": "petitions", "MC": "corrections",
    },
    "lords": {
        "WA": "written-answers", "W": "written-answers", "WS": "written-statements", "GC": "grand-committee",
    },
}  # fmt: skip
_OWN_SPELLING = {("commons", "WA"): "W", ("lords", "W"): "WA"}
_COLUMN = re.compile(r"([A-Z]{0,2})(\d{1,6})([A-Z]{0,2})", re.IGNORECASE)
_RANGE = re.compile(rf"{_COLUMN.pattern}(?:\s*(?:-|to)\s*{_COLUMN.pattern})?", re.IGNORECASE)


class Columns(NamedTuple):
    """From one column to another of the same stream; `part` is the stream's mark, empty for the chamber itself."""

    part: str
    first: int
    last: int

    def holds(self, column: str | None) -> bool:
        """Whether a column as the record writes it stands in this range."""
        found = number_of(column)
        return found is not None and found.part == self.part and self.first <= found.first <= self.last


def number_of(column: str | None) -> Columns | None:
    """A column of the record, as a range of one.

    >>> number_of("505W"), number_of("WA101"), number_of(None)
    (Columns(part='W', first=505, last=505), Columns(part='WA', first=101, last=101), None)
    """
    found = _COLUMN.fullmatch(column or "")
    if not found or (found[1] and found[3]):
        return None
    number = int(found[2])
    return Columns((found[1] or found[3]).upper(), number, number)


def written(part: str, number: int, house: str) -> str:
    """A column as the House prints it.

    >>> written("WA", 101, "lords"), written("W", 505, "commons"), written("", 809, "commons")
    ('WA101', '505W', '809')
    """
    return f"{part}{number}" if house == "lords" else f"{number}{part}"


def read_ranges(text: str, house: str) -> tuple[Columns, ...]:
    """The columns that `text` names: "809-10", "77-9WS", "WA261, 263". UsageError where they make no sense.

    >>> read_ranges("1299-303", "commons"), read_ranges("261WA to 263WA", "lords")
    ((Columns(part='', first=1299, last=1303),), (Columns(part='WA', first=261, last=263),))
    """
    ranges: list[Columns] = []
    for found in _RANGE.finditer(text):
        marks = {mark.upper() for mark in (found[1], found[3], found[4], found[6]) if mark}
        if len(marks) > 1:
            raise UsageError(f"“{found[0]}” runs from one stream's columns into another's", remedy="name one stream")
        mark = next(iter(marks), "")
        part = _OWN_SPELLING.get((house, mark), mark)
        if part and part not in MARKS[house]:
            known = ", ".join(sorted(MARKS[house]))
            raise UsageError(f"{house.title()} columns carry no mark {mark}", remedy=f"the marks are {known}")
        first = int(found[2])
        last = _filled_up(found[2], found[5]) if found[5] else first
        if last < first:
            raise UsageError(f"“{found[0]}” runs backwards", remedy="write the lower column first")
        ranges.append(Columns(part, first, last))
    return tuple(ranges)


def _filled_up(first: str, last: str) -> int:
    """The last column of a range whose shared figures are left out: 809-10 is 809 to 810."""
    if len(last) >= len(first):
        return int(last)
    filled = int(first[: -len(last)] + last)
    return filled if filled >= int(first) else filled + int(10 ** len(last))


def column_range(first: str, last: str) -> str:
    """Two columns in OSCOLA's short form: the last loses the figures that it shares, the mark is said once.

    >>> column_range("809", "810"), column_range("99", "101"), column_range("77WS", "79WS"), column_range("809", "811")
    ('809-10', '99-101', '77-9WS', '809-11')
    """
    one, two = _COLUMN.fullmatch(first), _COLUMN.fullmatch(last)
    if not one or not two or one[1] != two[1] or one[3] != two[3]:
        return f"{first}-{last}"
    return f"{one[1]}{one[2]}-{_shortened(one[2], two[2])}{one[3]}"


def _shortened(first: str, last: str) -> str:
    if len(first) != len(last):
        return last
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), len(last) - 1)
    if len(last) > 1 and last[-2:-1] == "1":  # the teens keep both figures: 809-11, 311-15
        same = min(same, len(last) - 2)
    return last[same:]
