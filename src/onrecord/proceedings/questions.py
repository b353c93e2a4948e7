"""Questions and answers: which turn is which, and which tabled questions go together.

A tabled question is told by its number, its UIN, the source's type or its printed form
("What steps he is taking …", never in the first person). Who answers is told by the office
printed beside the name, by the source's type, or by place: whoever speaks first after the
tabled questions. Several ministers share a session, and the same member tables and
supplements, so answering is worked out for the whole session and asking turn by turn. What is
said is not weighed: a refusal to answer is an answer here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from .order import Stretch
from .phrases import first_person
from .turns import Turn


def mark_session(stretches: Sequence[Stretch], answers_for: Callable[[Turn], bool]) -> frozenset[str]:
    """Set the kinds and groups of the questions of one debate; returns the voices that answer.

    `answers_for(turn)` says whether the office printed beside the name, or held that day, is of those
    who answer here.
    """
    runs = [_tabled_run(stretch) for stretch in stretches]
    asking = {turn.key for run in runs for turn in run}
    answering = _answering(stretches, runs, answers_for) - asking
    answering |= {turn.key for stretch in stretches for turn in stretch.turns if turn.office and answers_for(turn)}
    group = -1
    for stretch, run in zip(stretches, runs, strict=True):
        group = _mark(stretch, run, answering, group)
    return frozenset(key for key in answering if key)


def _answering(
    stretches: Sequence[Stretch], runs: Sequence[list[Turn]], answers_for: Callable[[Turn], bool]
) -> set[str | None]:
    """The voices that answer: by office, by the source's type, or first after tabled questions."""
    found: set[str | None] = set()
    for stretch, run in zip(stretches, runs, strict=True):
        asked = {id(turn) for turn in run}
        expects = False
        for turn in _voiced(stretch):
            if id(turn) in asked:
                expects = True
            elif expects or turn.type == "Answer" or answers_for(turn):
                found.add(turn.key)
                expects = False
    return found


def _tabled_run(stretch: Stretch) -> list[Turn]:
    """The tabled questions of one heading: the numbered and typed ones; and those in the printed form that
    open it, up to the first that is not."""
    found: list[Turn] = []
    opening = True
    for turn in _voiced(stretch):
        told = bool(turn.item.question_number or turn.item.uin) or turn.type == "Question"
        if told or (opening and (not found or reads_tabled(turn)) and turn.type != "Answer"):
            found.append(turn)
        else:
            opening = False
    return found


def reads_tabled(turn: Turn) -> bool:
    """Whether a turn is in the form in which tabled questions are printed."""
    if not turn.shows("tabled"):
        return False
    text = " ".join(paragraph.text for paragraph in turn.item.paragraphs)
    return not any(word in text for word in first_person())


def _mark(stretch: Stretch, run: Sequence[Turn], answering: set[str | None], group: int) -> int:
    """Set kinds and groups under one heading; returns the last group given."""
    asked = {id(turn) for turn in run}
    last: Turn | None = None
    current: int | None = None
    for turn in stretch.turns:
        if turn.spoken and turn.kind != "point-of-order":
            if id(turn) in asked:
                group += last is None or last.kind != "question"
                current = group
                turn.kind = "question"
            else:
                replies = last is not None and last.kind == "question" and last.key != turn.key
                turn.kind = "answer" if replies or turn.key in answering else "supplementary"
            last = turn
        turn.group = current
    return group


def mark_urgent(stretch: Stretch, kind: str, answers_for: Callable[[Turn], bool]) -> frozenset[str]:
    """Set the kinds where one question (`urgent-question`, or `question` on business) opens the debate."""
    voiced = _voiced(stretch)
    if not voiced:
        return frozenset()
    opening = voiced[0]
    reply = next((turn for turn in voiced if turn.key != opening.key), None)
    answering = {reply.key} if reply else set()
    answering |= _others_answering(voiced, answers_for) - {opening.key}
    _mark_follow_up(voiced[1:], answering)
    opening.kind = kind
    for turn in stretch.turns[stretch.turns.index(opening) :]:
        turn.group = 0
    return frozenset(key for key in answering if key)


def mark_statement(stretch: Stretch, answers_for: Callable[[Turn], bool]) -> frozenset[str]:
    """Set the kinds of a statement and the questions on it; returns the voices that make it and answer."""
    voiced = _voiced(stretch)
    if not voiced:
        return frozenset()
    maker = voiced[0]
    answering = {maker.key} | _others_answering(voiced, answers_for)
    _mark_follow_up(voiced[1:], answering)
    maker.kind = "statement"
    return frozenset(key for key in answering if key)


def _mark_follow_up(turns: Iterable[Turn], answering: set[str | None]) -> None:
    for turn in turns:
        turn.kind = "answer" if turn.key in answering else "supplementary"


def _others_answering(voiced: Sequence[Turn], answers_for: Callable[[Turn], bool]) -> set[str | None]:
    """Others who answer: an office is printed beside them, or the source types only answers of theirs."""
    typed = {turn.key for turn in voiced if turn.type == "Answer"}
    asking = {turn.key for turn in voiced if turn.type in ("Question", "SupplementaryQuestion")}
    return {turn.key for turn in voiced if turn.office and answers_for(turn)} | (typed - asking)


def _voiced(stretch: Stretch) -> list[Turn]:
    """The turns in which members ask and answer: points of order are neither."""
    return [turn for turn in stretch.turns if turn.spoken and turn.kind != "point-of-order"]
