"""Reading a reference: what House, day and column it points to.

People write references in many ways, and every one that a reader of Hansard would understand is
understood: "HC Deb 28 March 2023, vol 730, cols 809-10", "[Official Report, 11 January 2024; Vol. 743,
c. 524.]", "HC Deb 18 December 2012 vol 555 cc77-9WS", "Child Poverty Bill Deb 27 October 2009, col 145".
A reference is found by its parts (day, volume, columns, House), each of which has one spelling
too many; whatever cannot be understood is said with the part that is wrong, never guessed.
"""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from ..errors import UsageError
from .columns import Columns, read_ranges

FORMS = "write it like “HC Deb 28 March 2023, vol 730, col 809” or “[Official Report, 11 January 2024; c. 524.]”"
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_MONTH = r"(?P<{0}>[a-z]{{3,9}})\.?"
_DAYS = [
    re.compile(r"\b(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+" + _MONTH.format("m") + r",?\s+(?P<y>\d{4})\b", re.IGNORECASE),
    re.compile(r"\b" + _MONTH.format("m") + r"\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})\b", re.IGNORECASE),
    re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b"),
    re.compile(r"\b(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4}|\d{2})\b"),
]
_VOLUME = re.compile(r"\bvol(?:ume)?s?\b\.?\s*(\d{1,4})", re.IGNORECASE)
_ONE = r"[A-Z]{0,2}\d{1,6}[A-Z]{0,2}"
_COLUMNS = re.compile(
    rf"\b(?:columns?|cols?|cc?)\.?\s*({_ONE}(?:\s*(?:-|to|,|and|&)\s*{_ONE})*)(?![\w/-])", re.IGNORECASE
)
_BARE = re.compile(rf"[,;]\s*({_ONE}(?:\s*(?:-|to)\s*{_ONE})?)$", re.IGNORECASE)  # "…, 261WA"
_STATEMENT = re.compile(r"\b(H[CL])WS\s?(\d{1,5})\b", re.IGNORECASE)
_UIN = re.compile(r"\b(?:UIN|PQ|question)\s*:?\s*((?:HL)?\d{1,7})\b", re.IGNORECASE)
_HEAD = re.compile(r"^(?P<head>.*?)\bdeb(?:ates?)?\b", re.IGNORECASE)
_COMMITTEE = re.compile(r"^(?:PBC|SC|General Committee)\b", re.IGNORECASE)
_NAMED_COMMITTEE = re.compile(r"official report,\s*(?P<name>[^;,]*?\bcommittee\b[^;,]*)", re.IGNORECASE)


class Reference(Struct, frozen=True):
    """What a reference says. `house` is None where it names none; `committee` is a committee's name or letters
    as written; `number` is a UIN or a statement's number. Either `columns` or `number` is given."""

    house: str | None
    date: date | None
    volume: int | None = None
    columns: tuple[Columns, ...] = ()
    committee: str | None = None
    number: str | None = None


def is_reference(text: str) -> bool:
    """Whether a text is meant as a reference: ids and addresses hold no blanks, references do.

    >>> is_reference("HC Deb 28 March 2023, col 809"), is_reference("uk.org.publicwhip/debate/2023-03-28d.809.8")
    (True, False)
    """
    return bool(re.search(r"\S\s+\S", text.strip())) or bool(_STATEMENT.fullmatch(text.strip()))


def read_reference(text: str) -> Reference:
    """The parts of a reference. UsageError with the part that cannot be understood."""
    plain = _plain(text)
    number = _number(plain)
    columns = _columns(plain)
    if not number and not columns:
        raise UsageError(f"“{text}” names no column", remedy=FORMS)
    day = _day(plain, text)
    if day is None and not (number and number.startswith(("HCWS", "HLWS"))):
        raise UsageError(f"“{text}” names no day", remedy=FORMS)
    house, committee = _house(plain), _committee(plain)
    volume = _VOLUME.search(plain)
    return Reference(
        house=house or ("commons" if committee else None),
        date=day,
        volume=int(volume[1]) if volume else None,
        columns=read_ranges(columns, house or "commons") if columns and not number else (),
        committee=committee,
        number=number,
    )


def _columns(plain: str) -> str:
    found = _COLUMNS.search(plain) or _BARE.search(plain)
    return found[1] if found else ""


def _plain(text: str) -> str:
    text = re.sub(r"[‐-―−]", "-", text)
    return " ".join(re.sub(r"[\[\]“”\"]", " ", text).split()).strip(" .;,")


def _day(plain: str, text: str) -> date | None:
    for pattern in _DAYS:
        for found in pattern.finditer(plain):
            month = _month(found["m"])
            if month is None:
                continue
            try:
                return date(_year(found["y"]), month, int(found["d"]))
            except ValueError:
                raise UsageError(f"“{found[0]}” is no day (in “{text}”)", remedy=FORMS) from None
    return None


def _month(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    fits = [place for place, name in enumerate(_MONTHS, start=1) if name.startswith(written.casefold())]
    return fits[0] if len(fits) == 1 or written.casefold() == "sept" else None


def _year(written: str) -> int:
    """Of a year in two figures, the one in this century unless it has not come yet.

    >>> _year("2009"), _year("09"), _year("98")
    (2009, 2009, 1998)
    """
    year = int(written)
    if len(written) > 2:
        return year
    return 2000 + year if 2000 + year <= date.today().year else 1900 + year


def _number(plain: str) -> str | None:
    if found := _STATEMENT.search(plain):
        return f"{found[1].upper()}WS{found[2]}"
    found = _UIN.search(plain)
    return found[1].upper() if found else None


def _house(plain: str) -> str | None:
    folded = plain.casefold().removeprefix("hansard").lstrip(", ")
    for letters, house in (("hl", "lords"), ("hc", "commons")):
        if re.match(rf"{letters}\b|house of {house}", folded) or re.search(rf"official report[^;]*\b{house}\b", folded):
            return house
    statement = _STATEMENT.search(plain)
    if statement:
        return "lords" if statement[1].upper() == "HL" else "commons"
    marks = set(re.findall(r"[A-Z]+", _columns(plain).upper()))
    if marks & {"GC", "WA"}:
        return "lords"
    return "commons" if marks & {"W", "WH", "P", "MC"} else None


def _committee(plain: str) -> str | None:
    if named := _NAMED_COMMITTEE.search(plain):
        return named["name"].strip()
    found = _HEAD.match(plain)
    head = found["head"].strip() if found else ""
    if not head or re.fullmatch(r"(?:HC|HL)(?:\s+\(.*\))?|house of (?:commons|lords)", head, re.IGNORECASE):
        return None
    return _letters(plain) if _COMMITTEE.match(head) else head


def _letters(plain: str) -> str:
    """The head of "PBC Deb (Bill 8)" or "SC Deb (A)", with what stands in its brackets."""
    found = re.match(r"(.*?)\s+deb(?:ates?)?\s*(\([^)]*\))?", plain, re.IGNORECASE)
    assert found is not None
    return " ".join(part for part in (found[1], found[2]) if part)
