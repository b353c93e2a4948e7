"""How lawyers refer to a contribution: House, day, volume, column.

The form is OSCOLA's (4th edn, section 2.5.1) with Hansard's own column marks. A reference
is made from what the source gives: without a volume where none is given, and not at all
without a column. Reading references back is not done here yet.
"""

from __future__ import annotations

import re

from ..model import SittingRef

_PARTS = re.compile(r"^([A-Z]*)(\d+)([A-Z]*)$")


def citation(sitting: SittingRef, column: str | None, column_end: str | None = None) -> str | None:
    """The reference, such as "HC Deb 28 March 2023, vol 730, cols 809-10"; None without a column.

    >>> from datetime import date
    >>> citation(SittingRef("commons", "commons-chamber", date(2019, 8, 12), 664), "9", "10")
    'HC Deb 12 August 2019, vol 664, cols 9-10'
    >>> citation(SittingRef("lords", "grand-committee", date(2019, 8, 12)), "GC5")
    'HL Deb 12 August 2019, col GC5'
    """
    if not column:
        return None
    house = "HL" if sitting.house == "lords" else "HC"
    day = f"{sitting.date.day} {sitting.date:%B %Y}"
    volume = f", vol {sitting.volume}" if sitting.volume else ""
    ends = column_end and column_end != column
    columns = f"cols {column_range(column, column_end or '')}" if ends else f"col {column}"
    return f"{house} Deb {day}{volume}, {columns}"


def column_range(first: str, last: str) -> str:
    """Two columns in the short form: the last one loses the figures that it shares, the mark is said once.

    >>> column_range("809", "810"), column_range("99", "101"), column_range("77WS", "79WS"), column_range("809", "811")
    ('809-10', '99-101', '77-9WS', '809-11')
    """
    one, two = _PARTS.match(first), _PARTS.match(last)
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
