"""Which sitting a part of a historic volume is: its House, chamber, day and volume.

The archive's files were made by machine from scanned pages, and what they say of
themselves is sometimes wrong: a day of the Lords stands in an element of the Commons, and
`date/@format` is a year off. What is printed on the page is right, so the printed heading
and the printed date win, and the difference is told. Digits that the scanner took for
letters ("l912") are read as digits in a date, and nowhere else.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from lxml import etree

from .answering import fold

_FILE = re.compile(r"S(?P<series>\d)(?P<house>[CL])V(?P<volume>\d{4})P\d")
_FILE_ID = len("S5LV0001P0")
_DAY = re.compile(r"(\d{1,2})\s*(?:st|nd|rd|th|d|n[dt])?\.?\s*,?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b")
_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.I)
_DIGITS = str.maketrans({"l": "1", "I": "1", "O": "0", "o": "0"})
_LIKE_DIGITS = re.compile(r"\b[\dlIOo]*\d[\dlIOo]*")
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


class Chamber(NamedTuple):
    """House and chamber, and how its columns are marked (`{}` stands for the bare number)."""

    house: str
    name: str
    mark: str = "{}"

    def column(self, printed: str) -> str:
        """A column with the mark of its stream, however the page prints it.

        >>> Chamber("lords", "grand-committee", "GC{}").column("GC 1")
        'GC1'
        >>> Chamber("commons", "written-answers", "{}W").column("12")
        '12W'
        """
        number = re.search(r"\d+", printed)
        return self.mark.format(number[0]) if number else printed


class Origin(NamedTuple):
    """The volume a file was scanned from, by the ids of its pages and paragraphs."""

    file_id: str
    house: str
    volume: int


def sitting_tags() -> frozenset[str]:
    """The elements that hold a sitting."""
    return frozenset(_data()["chambers"])


def origin_of(element: etree._Element) -> Origin | None:
    """Where most of an element's pages and paragraphs come from; a stray one of another volume does not count."""
    ids = [each.get("src") or each.get("id") or "" for each in element.iter("image", "p")]
    counted = Counter([own[:_FILE_ID] for own in ids])
    found = next((found for file_id, _ in counted.most_common() if (found := _FILE.fullmatch(file_id))), None)
    if found is None:
        return None
    return Origin(found[0], {"C": "commons", "L": "lords"}[found["house"]], int(found["volume"]))


def chamber_of(tag: str, title: str, origin: Origin | None) -> tuple[Chamber, str | None]:
    """The chamber of a sitting's element, and a warning where its printed heading corrects the element."""
    known = _data()["chambers"][tag]
    printed = _data()["printed"].get(fold(title), {})
    house = printed.get("house") or known.get("house") or (origin.house if origin else "commons")
    floor = printed.get("floor") if str(known["chamber"]).startswith(("commons-", "lords-")) else None
    name = printed.get("chamber") or floor or known["chamber"]
    mark = _data()["marks"].get(f"{house} {name}", "{}")
    told = known.get("house")
    if (told and house != told) or name != known["chamber"]:
        return Chamber(house, name, mark), f"<{tag}> is headed “{title}”: read as what is printed"
    return Chamber(house, name, mark), None


def printed_day(text: str) -> date | None:
    """The day that a printed date names.

    >>> printed_day("Tuesday, 16th February, 1909."), printed_day("Monday, 19th February, l912.")
    (datetime.date(1909, 2, 16), datetime.date(1912, 2, 19))
    >>> printed_day("The 31st April, 1909")
    """
    found = _DAY.search(_LIKE_DIGITS.sub(lambda number: number[0].translate(_DIGITS), " ".join(text.split())))
    if found is None:
        return None
    month = next((at for at, name in enumerate(_MONTHS, 1) if name.startswith(found[2].casefold())), None)
    try:
        return date(int(found[3]), month, int(found[1])) if month else None
    except ValueError:
        return None


def day_of(printed: str, given: str) -> tuple[date | None, str | None]:
    """The day of a sitting from the printed date, else from the file's own attribute; and a warning if they differ."""
    day, told = printed_day(printed), _iso(given)
    if day is None:
        what = f"the printed date “{printed}” cannot be read" if printed else "no date is printed"
        return told, f"{what}: {given} is the file's" if told else None
    if told is not None and told != day:
        return day, f"dated {given} by the file and “{printed}” on the page: the page is followed"
    if (named := _WEEKDAY.search(printed)) and _WEEKDAYS[day.weekday()] != named[1].casefold():
        return day, f"“{printed}” was not a {named[0]}"
    return day, None


def _iso(given: str) -> date | None:
    try:
        return date.fromisoformat(given)
    except ValueError:
        return None


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("historic.toml").read_text(encoding="utf-8"))
