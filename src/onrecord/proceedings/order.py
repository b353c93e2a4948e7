"""By which order of proceeding each stretch of a debate goes: questions, a statement, a debate.

What a contribution is depends on the order it stands in: the same words are an
intervention in a debate and a supplementary in question time. The section's kind tells
most of it; where a source leaves it open, the first words decide ("(Urgent Question)",
"With permission"), or those of whoever answers ("I am grateful for advance sight of the
statement"). An order holds for one section; sub-headings take it over from their debate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from operator import attrgetter

from ..reading import Section
from .turns import Talk, Turn

QUESTIONS = "questions"
URGENT = "urgent-question"
BUSINESS = "business-question"
STATEMENT = "statement"
PETITION = "petition"
POINTS_OF_ORDER = "points-of-order"
DEBATE = "debate"

_BY_KIND = {
    "question": QUESTIONS,
    "topical": QUESTIONS,
    "answering-body": QUESTIONS,
    "oral-questions": QUESTIONS,
    "urgent-question": URGENT,
    "statement": STATEMENT,
    "petition": PETITION,
    "points-of-order": POINTS_OF_ORDER,
}
_DEBATED = frozenset({"bill", "adjournment"})  # no statement, whatever is said in it of statements
_WHOLE = frozenset({URGENT, BUSINESS, STATEMENT})


@dataclass(slots=True)
class Stretch:
    """Turns of one debate that stand in one section and go by one order.

    A statement or an urgent question is one stretch, whatever sub-headings are printed in it.
    """

    order: str
    section: int
    turns: list[Turn] = field(default_factory=list)


def stretches(talk: Talk, sections: Sequence[Section]) -> list[Stretch]:
    """The stretches of a debate, in the order of the record."""
    whole = _whole_order(talk, sections[talk.section])
    found: list[Stretch] = []
    for section, turns in groupby(talk.turns, key=attrgetter("section")):
        order = _order_of(sections, section, talk.section, whole)
        if not found or found[-1].order != order or (found[-1].section != section and order not in _WHOLE):
            found.append(Stretch(order, section))
        found[-1].turns += turns
    return [_asked(stretch) for stretch in found]


def _order_of(sections: Sequence[Section], index: int, debate: int, whole: str) -> str:
    """The order of a section: its own, else that of the debate it stands in."""
    section = sections[index]
    if index == debate:
        return whole
    if section.kind in _BY_KIND:
        return _BY_KIND[section.kind]
    return whole


def _whole_order(talk: Talk, section: Section) -> str:
    if section.kind in _BY_KIND and section.kind != "statement":
        return _BY_KIND[section.kind]
    spoken = [*islice((turn for turn in talk.turns if turn.spoken), 3)]
    if not spoken:
        return DEBATE
    first = spoken[0]
    if first.shows("urgent_question") or (first.shows("to_ask") and not section.answering_body):
        return URGENT
    if first.shows("business_question"):
        return BUSINESS
    if (
        section.kind == "statement"
        or is_personal(section)
        or (section.kind not in _DEBATED and _is_statement(first, spoken[1:]))
    ):
        return STATEMENT
    return DEBATE


def is_personal(section: Section) -> bool:
    """Whether a member makes a statement of his or her own, which is no minister's and takes no questions."""
    return section.title.casefold().startswith("personal statement")


def _is_statement(first: Turn, others: Sequence[Turn]) -> bool:
    if first.type == "Statement":
        return True
    if first.shows("motion"):
        return False
    if first.shows("statement"):
        return True
    second = next((turn for turn in others if turn.key != first.key), None)
    return second is not None and first.words > 100 and second.shows("statement_answered")


def _asked(stretch: Stretch) -> Stretch:
    """A stretch that a source files under plain business is one of questions if it opens with a tabled one."""
    if stretch.order == DEBATE:
        first = next((turn for turn in stretch.turns if turn.spoken), None)
        if first is not None and (first.item.uin or first.type == "Question"):
            stretch.order = QUESTIONS
    return stretch
