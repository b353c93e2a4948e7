"""The order of the record as one number: day, House, chamber, place in the sitting."""

from __future__ import annotations

from datetime import date

_HOUSES = ("commons", "lords")
_CHAMBERS = (
    "commons-chamber", "corrections", "general-committees", "grand-committee", "lords-chamber", "petitions",
    "public-bill-committee", "westminster-hall", "written-answers", "written-statements",
)  # fmt: skip
_PLACES = 1 << 24


def order_of(day: date, house: str, chamber: str, ordinal: int) -> int:
    """Where a contribution stands in the record, as a number to sort by.

    >>> order_of(date(2019, 8, 12), "commons", "petitions", 9) < order_of(date(2019, 8, 12), "lords", "corrections", 0)
    True
    """
    return ((day.toordinal() * 2 + _HOUSES.index(house)) * 16 + _CHAMBERS.index(chamber)) * _PLACES + ordinal
