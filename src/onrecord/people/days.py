"""Days as lists of people write them: whole, a year alone, with a clock, or "9999-12-31" for still.

A year alone begins on its first day and ends on its last, so that a spell never comes out
shorter than the list says. What a list is true up to is the date in its own root or name,
else the newest day it mentions: it cannot have been made before that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

_DAY = re.compile(r"(?<!\d)((?:1[89]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@lru_cache(maxsize=65536)
def first_day(text: str | None) -> date | None:
    """The day a spell begins.

    >>> first_day("2005"), first_day("2005-05-06T00:00:00"), first_day("")
    (datetime.date(2005, 1, 1), datetime.date(2005, 5, 6), None)
    """
    return _day(text, "-01-01", "-01")


@lru_cache(maxsize=65536)
def last_day(text: str | None) -> date | None:
    """The day a spell ends, None where it goes on or the list does not know.

    >>> last_day("1999"), last_day("9999-12-31")
    (datetime.date(1999, 12, 31), None)
    """
    return _day(text, "-12-31", "-28")


def list_day(name: str, mentioned: Iterable[date | None] = ()) -> str:
    """The day a list is true up to: the date in the file's name, else the newest day in it, else a year in the name.

    >>> list_day("peers-ucl.2015-03-31.xml"), list_day("members-2022.csv"), list_day("people.xml")
    ('2015-03-31', '2022', '')
    """
    if named := _DAY.findall(name):
        return str(max(named))
    if newest := max((day for day in mentioned if day), default=None):
        return newest.isoformat()
    years = _YEAR.findall(name)
    return str(years[-1]) if years else ""


def exact_day(as_of: str) -> date | None:
    """The list's day as a date: None for a year alone, which vouches for no single day."""
    return date.fromisoformat(as_of) if len(as_of) == 10 else None


def _day(text: str | None, rest_of_year: str, rest_of_month: str) -> date | None:
    written = (text or "").strip()[:10]
    if not written or written.startswith("9999") or written == "0001-01-01":
        return None
    if len(written) == 4:
        written += rest_of_year
    elif len(written) == 7:
        written += rest_of_month
    return date.fromisoformat(written)
