"""The running numbers of a sitting: its divisions, oral questions, statements, a committee's sittings.

The House numbers what it does, one after the other. So numbers tell of what is not held,
long before anybody misses it. Only whole numbers are kept; "T1" counts apart from "1".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from ..reading import ReadContribution, ReadDivision, ReadSitting

_STATEMENT = re.compile(r"[A-Z]+WS(\d+)$")
_TOPICAL = " (topical)"


def series_of(sitting: ReadSitting) -> list[dict[str, str]]:
    """Rows for the table `series`, without the sitting's id."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for kind, scope, number in _numbers(sitting):
        found[kind, scope].add(number)
    return [
        {"kind": kind, "scope": scope, "numbers": msgspec.json.encode(sorted(numbers)).decode()}
        for (kind, scope), numbers in sorted(found.items())
    ]


def _numbers(sitting: ReadSitting) -> Iterator[tuple[str, str, int]]:
    for section in sitting.sections:
        if section.number and section.number.isdecimal():
            yield "committee-sittings", section.title, int(section.number)
    for item in sitting.items:
        if isinstance(item, ReadContribution):
            if item.reference or item.question_number:
                yield from _number_of(item, sitting.sections[item.section].answering_body)
        elif isinstance(item, ReadDivision) and (item.number or "").isdecimal():
            yield "divisions", _committee(sitting, item.section), int(item.number or 0)


def _number_of(item: ReadContribution, answering_body: str | None) -> Iterator[tuple[str, str, int]]:
    """The number of a written statement, or of a question to a body."""
    if item.reference and (found := _STATEMENT.match(item.reference)):
        yield "statements", "", int(found[1])
    elif item.question_number and answering_body:
        topical, number = item.question_number.startswith("T"), item.question_number.removeprefix("T")
        if number.isdecimal():
            yield "questions", answering_body + (_TOPICAL if topical else ""), int(number)


def _committee(sitting: ReadSitting, section: int) -> str:
    """The bill whose committee divides: each committee numbers its own."""
    if sitting.chamber != "public-bill-committee":
        return ""
    at: int | None = section
    top = section
    while at is not None:
        top, at = at, sitting.sections[at].parent
    return sitting.sections[top].title
