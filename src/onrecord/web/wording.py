"""How dates, times, counts and reasons are said on a page.

Short, in the field's own terms, in the order in which Hansard itself prints them. Python's
own month names follow the machine's locale; a record does not, so they are written out here.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from ..model import Gap
from .chambers import chamber_of

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)

BECAUSE = {
    "question": ("question", "the question that is answered"),
    "group": ("grouped question", "a question answered together with this one"),
    "answer": ("answer", "the answer given"),
    "intervention": ("intervention", "the intervention replied to"),
    "interrupted": ("interrupted", "the speech that was interrupted"),
    "resumption": ("reply", "the speech goes on"),
    "chair": ("Chair", "the Chair's words in this exchange"),
    "between": ("in between", "printed between the two"),
    "adjacent": ("adjacent", "stands next to the member's words"),
}
SIDES = {"aye": "Ayes", "no": "Noes", "content": "Contents", "not-content": "Not Contents"}
KINDS = {
    "speech": "speech", "question": "tabled question", "supplementary": "supplementary", "answer": "answer",
    "urgent-question": "urgent question", "intervention": "intervention", "statement": "statement",
    "point-of-order": "point of order", "motion": "motion", "petition": "petition", "gesture": "gesture",
    "collective": "several voices", "procedural": "the House’s own words", "written-question": "written question",
    "written-answer": "written answer", "written-statement": "written statement", "correction": "correction",
}  # fmt: skip


@cache
def kind_meanings() -> dict[str, str]:
    """One line about each kind, in the order of `KINDS`."""
    lines = tomllib.loads(resources.files(__package__).joinpath("kinds.toml").read_text(encoding="utf-8"))
    return {kind: lines[kind] for kind in KINDS}


class Accuracy(NamedTuple):
    """How surely speakers are told from their name lines, stream by stream, and when that was measured."""

    measured: str
    claims: tuple[dict[str, Any], ...]


@cache
def accuracy() -> Accuracy:
    """The figures that the page about the site gives."""
    told = tomllib.loads(resources.files(__package__).joinpath("accuracy.toml").read_text(encoding="utf-8"))
    return Accuracy(told["measured"], tuple(told["claim"]))


FACETS = {
    "year": "By year", "house": "House", "department": "Department", "member": "Member", "party": "Party",
    "kind": "Kind",
}  # fmt: skip
CONTEXTS = {
    "reply": "question and answer",
    "adjacent": "what stands beside",
    "none": "their words alone",
}


def long_date(day: date) -> str:
    """A date as it heads a debate.

    >>> long_date(date(2024, 1, 15))
    'Monday 15 January 2024'
    """
    return f"{DAYS[day.weekday()]} {short_date(day)}"


def month_name(day: date) -> str:
    """The month of a day.

    >>> month_name(date(2024, 1, 15))
    'January 2024'
    """
    return short_date(day).partition(" ")[2]


def short_date(day: date) -> str:
    """A date in a list.

    >>> short_date(date(2024, 1, 15))
    '15 January 2024'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_of(moment: str) -> str:
    """The day of an ISO date or date-time.

    >>> day_of("2026-11-23T11:38:58+00:00")
    '23 November 2026'
    """
    return short_date(date.fromisoformat(moment[:10]))


def gap_words(gap: Gap) -> str:
    """What is missing, by its numbers.

    >>> day = date(1909, 3, 1)
    >>> gap_words(Gap("columns", "commons", "written-answers", day, day, 1, 40, 40, "volume 1", firm=False))
    'Written Answers, volume 1: columns 1–40'
    """
    numbers = f"{gap.first:,}–{gap.last:,}" if gap.count > 1 else f"{gap.first:,}"
    noun = gap.kind.replace("-", " ") if gap.count > 1 else gap.kind.replace("-", " ").removesuffix("s")
    return f"{chamber_of(gap)}{f', {gap.scope}' if gap.scope else ''}: {noun} {numbers}"


def span(columns: tuple[str, str]) -> str:
    """First and last column; one that is both stands once.

    >>> span(("809", "995")), span(("1037", "1037"))
    ('809–995', '1037')
    """
    first, last = columns
    return first if first == last else f"{first}–{last}"


def clock(time: str) -> str:
    """A printed time without its seconds.

    >>> clock("11:34:00")
    '11:34'
    """
    return time[:5]


def counted(number: int, noun: str, nouns: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "day"), counted(1204, "contribution"), counted(2, "party", "parties")
    ('1 day', '1,204 contributions', '2 parties')
    """
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"


def spell(start: date | None, end: date | None, as_of: date | None = None) -> str:
    """From when to when, as far as the sources tell.

    >>> spell(date(2015, 5, 7), None, date(2020, 1, 31))
    'from 7 May 2015, still held on 31 January 2020'
    >>> spell(None, None)
    'dates not known'
    """
    if start and end:
        return f"{short_date(start)} to {short_date(end)}"
    if end:
        return f"until {short_date(end)}"
    vouched = f"held on {short_date(as_of)}" if as_of else ""
    if start:
        return f"from {short_date(start)}" + (f", still {vouched}" if vouched else "")
    return vouched or "dates not known"
