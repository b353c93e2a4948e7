"""What business does a heading open? Read from its title and the first words under it.

The House has a small stock of titles and opening words, which hardly change: "(Urgent
Question)", "That this House do now adjourn", "Motion for leave to bring in a Bill". They
stand in `business.toml`. A heading is judged by them one at a time; how headings hang
together is told in `outline`. Where nothing is recognised the answer is plain `business`:
no kind is guessed from the subject of a debate.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from ..reading import Item, ReadContribution
from .answering import fold

LOOK_AT = 4
"""How many contributions under a heading are looked at to tell what it opens."""

_WORDS = 600
_BRACKETED = re.compile(r"[\[(].*[\])]")
_DASH = re.compile(r"\s[—–-]\s")
_BILL = re.compile(
    r"(?P<name>.*?\bBill)\b(?P<rest>\s*(?:$|[\[(—–-].*|(?:First|Second|Third) Reading.*|Report\b.*))", re.I
)
_PROGRAMME = re.compile(r"\b(?:programme|money|ways and means|carry-?over|allocation of time)\b", re.I)
_PART_OF_BILL = re.compile(
    r"(?:(?:New|Lords|After|Before|Government|Remaining|Commons)\s+)*"
    r"(?:Clauses?|Schedules?|Amendments?|Part|Chapter)\s+(?:\d|[A-Z]{1,2}\d|[IVXLC]+\b|Nos?\b)"
    r"|(?:New\s+)?(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\d+(?:st|nd|rd|th))\s+Schedule\b"
    r"|(?:Lords|Commons|Government|New|Remaining)\s+(?:Amendments?|Clauses|Schedules|proceedings)\b"
    r"|(?:Preamble|Title|Long title|Short title)$"
    r"|(?:First|Second|Third)\s+Reading\b"
    r"|(?:Report|Committee|Committee stage)(?:\s*\(.*\))*$",
    re.I,
)


class Business(NamedTuple):
    """What a heading opens. `bill` is the folded name of the bill that its title names; `programme`
    says that it is only about the time or money for it; `for_leave` a ten-minute rule bill;
    `moves` that the first words move something that is then debated."""

    kind: str
    bill: str | None = None
    programme: bool = False
    for_leave: bool = False
    moves: bool = False


def business(title: str, items: Sequence[Item]) -> Business:
    """What is opened by a heading with these items under it.

    `kind` is `urgent-question`, `statement`, `points-of-order`, `petition`, `adjournment`,
    `prayers`, `topical`, `question` (a Lords question), `bill` or `business`.
    """
    said = [item for item in items[: 2 * LOOK_AT] if isinstance(item, ReadContribution)][:LOOK_AT]
    first = [_words(contribution) for contribution in said]
    bill, programme = _bill(title)
    moves = any(_opens("motion", words) for words in first[:2])
    for_leave = any(_opens("leave_for_bill", words) for words in first[:2])
    kind = (
        _by_title(title, said)
        or _by_mark(title, said, first)
        or ("business" if for_leave else None)
        or ("bill" if bill or any(_opens("bill", words) for words in first[:2]) else None)
        or (None if moves else _by_words(said, first))
        or "business"
    )
    return Business(kind, bill, programme, for_leave, moves)


def asks(items: Sequence[Item]) -> bool:
    """Whether a question to an answering body stands here, by the source's marks or by its words."""
    said = _spoken(items)
    return asks_by_mark(items) or bool(said and _opens("question", _words(said[0])))


def asks_by_mark(items: Sequence[Item]) -> bool:
    """Whether the source marks a question here: its number, its UIN, or a type of question."""
    said = _spoken(items)
    if any(contribution.question_number or contribution.uin for contribution in said[:LOOK_AT]):
        return True
    return bool(said and "Question" in (said[0].type or ""))


def was_asked(items: Sequence[Item]) -> bool:
    """Whether "The Secretary of State was asked—" or its like stands here."""
    said = [item for item in items[:LOOK_AT] if isinstance(item, ReadContribution)]
    return any(
        _opens("asked", paragraph.text)
        for contribution in said
        if contribution.mark.name is None
        for paragraph in contribution.paragraphs
    )


def is_topical(title: str) -> bool:
    """Whether a heading is that of topical questions."""
    return fold(title) in _titles("topical")


def is_container(title: str) -> bool:
    """Whether debates of their own stand under such a heading ("Opposition Day")."""
    return _listed(title, "containers")


def is_group(title: str) -> bool:
    """Whether what stands under such a heading is taken together ("Business without Debate")."""
    return _listed(title, "groups")


def is_alone(title: str) -> bool:
    """Whether such a heading opens a debate of its own, of whatever rank it is marked."""
    return _listed(title, "alone")


def in_brackets(title: str) -> bool:
    """Whether a heading is only a note to another: "[2nd Allotted Day]", "[Mr. Gray in the Chair]"."""
    return _BRACKETED.fullmatch(title) is not None and _DASH.search(title) is None


def is_part_of_bill(title: str) -> bool:
    """Whether a heading names a clause, a schedule, an amendment or a stage, and so belongs to a bill.

    >>> is_part_of_bill("New Clause 2 — Interpretation"), is_part_of_bill("Amendment of the Law")
    (True, False)
    """
    return _PART_OF_BILL.match(title) is not None


def _by_title(title: str, said: Sequence[ReadContribution]) -> str | None:
    """The kind that a title alone shows; in the Lords it is printed behind a dash."""
    folded = fold(title)
    last = fold(_DASH.split(title)[-1])
    if last == "urgent question" or last == "private notice question":
        return "urgent-question"
    if last == "statement" and last != folded:
        return last
    if last == "question" and last != folded:
        return None if _introduces_debate(said) else last
    if folded in _titles("topical"):
        return "topical"
    if folded in _titles("points_of_order"):
        return "points-of-order"
    head = fold(_DASH.split(title)[0])
    for begins, kind in (("begins_petition", "petition"), ("begins_prayers", "prayers")):
        if head in _titles(begins) or folded.split(" ", 1)[0] in _titles(begins):
            return kind
    return None


def _introduces_debate(said: Sequence[ReadContribution]) -> bool:
    """Whether a Lords question is one for debate: who asks it goes on to speak, and no minister answers yet."""
    voiced = [contribution.mark for contribution in said if contribution.mark.name]
    return len(voiced) > 1 and voiced[0] == voiced[1]


def _by_mark(title: str, said: Sequence[ReadContribution], first: Sequence[str]) -> str | None:
    """Kinds that the first words leave no doubt of, whatever the title."""
    if any(_opens("urgent_question", words) for words in first[:2]):
        return "urgent-question"
    nobodys = [words for contribution, words in zip(said, first, strict=True) if contribution.mark.name is None]
    if any(_within("adjournment", words) for words in nobodys[:2]):
        return "adjournment"
    if not said or said[0].mark.name is None:
        return None
    on_order = (said[0].type or "").endswith("PointOfOrder") or _opens("points_of_order", first[0])
    return "points-of-order" if on_order else None


def _by_words(said: Sequence[ReadContribution], first: Sequence[str]) -> str | None:
    """A statement or a petition, by its own words or by those of the first who answer."""
    voiced = [each for each in zip(said, first, strict=True) if each[0].mark.name and not each[0].mark.collective]
    if not voiced:
        return None
    opener, words = voiced[0]
    if (opener.type or "").endswith("Statement") or _within("statement", words[:300]):
        return "statement"
    if any(_within("statement_answered", answer[:300]) for _, answer in voiced[:3]):
        return "statement"
    return "petition" if _within("petition", words[:200]) else None


def _spoken(items: Sequence[Item]) -> list[ReadContribution]:
    """The first contributions that somebody with a name makes."""
    return [
        item
        for item in items[: 2 * LOOK_AT]
        if isinstance(item, ReadContribution) and item.mark.name and not item.mark.collective
    ][:LOOK_AT]


def _bill(title: str) -> tuple[str | None, bool]:
    found = _BILL.fullmatch(title)
    if found is None or _listed(title, "groups"):
        return None, False
    return fold(found["name"]), _PROGRAMME.search(found["rest"]) is not None


def _words(contribution: ReadContribution) -> str:
    return " ".join([paragraph.text for paragraph in contribution.paragraphs[:4]])[:_WORDS]


def _listed(title: str, kind: str) -> bool:
    listed = _titles(kind)
    return fold(title) in listed or fold(_DASH.split(title)[0]) in listed


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("business.toml").read_text(encoding="utf-8"))


@cache
def _titles(kind: str) -> frozenset[str]:
    titles: Iterable[str] = _data()["titles"][kind]
    return frozenset(fold(title) for title in titles)


def _opens(kind: str, words: str) -> bool:
    """Whether words begin as those of a kind of business do."""
    return _pattern("opening", kind).match(words) is not None


def _within(kind: str, words: str) -> bool:
    """Whether words hold what tells a kind of business."""
    return _pattern("within", kind).search(words) is not None


@cache
def _pattern(place: str, kind: str) -> re.Pattern[str]:
    flags = re.IGNORECASE if kind in ("urgent_question", "statement", "statement_answered", "asked") else 0
    return re.compile(_data()[place][kind], flags)
