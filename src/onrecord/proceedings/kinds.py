"""What kind of contribution each turn is.

The source's type is evidence, not truth: it calls an urgent question a supplementary, and
older sources have none. So the kind follows from the order of proceeding (`order`), from
place (`questions`, `floor`) and from set words, in this order: what is nobody's, gestures,
the Chair, points of order, then what the order makes of it. Each turn gets one kind; a
speech that opens with "I beg to move" is a motion, a petition is whatever presents it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from . import order
from .floor import mark_floor
from .order import Stretch
from .questions import mark_session, mark_statement, mark_urgent
from .turns import Turn

_REJOINDER = 150  # words: what is still said to a point of order is shorter than a speech


def mark_kinds(stretches: Sequence[Stretch], answers_for: Callable[[Turn], bool]) -> frozenset[str]:
    """Set `kind`, `group` and `floor` on the turns of one debate; returns the voices that answer in it."""
    for stretch in stretches:
        _mark_plain(stretch)
        _mark_points_of_order(stretch)
    answering: set[str] = set()
    session = [stretch for stretch in stretches if stretch.order == order.QUESTIONS]
    if session:
        answering |= mark_session(session, answers_for)
    for stretch in stretches:
        if stretch.order == order.URGENT:
            answering |= mark_urgent(stretch, "urgent-question", answers_for)
        elif stretch.order == order.BUSINESS:
            answering |= mark_urgent(stretch, "question", answers_for)
        elif stretch.order == order.STATEMENT:
            answering |= mark_statement(stretch, answers_for)
        elif stretch.order != order.QUESTIONS:
            _mark_debate(stretch)
    return frozenset(answering)


def _mark_plain(stretch: Stretch) -> None:
    for turn in stretch.turns:
        if turn.item.mark.collective:
            turn.kind = "collective"
        elif turn.item.procedural:
            turn.kind = "procedural"
        elif turn.gesture:
            turn.kind = "gesture"


def _mark_points_of_order(stretch: Stretch) -> None:
    """A point of order, and what its raiser goes on to say to the Chair and nobody else."""
    raising: str | None = None
    speaking: str | None = None
    for turn in stretch.turns:
        if not turn.spoken:
            continue
        if _raises(turn, stretch.order):
            raising = turn.key
        elif turn.key != raising or not _goes_on_with_it(stretch, turn, speaking):
            raising, speaking = None, turn.key
        if raising is not None:
            turn.kind = "point-of-order"


def _raises(turn: Turn, under: str) -> bool:
    if turn.type == "PointOfOrder" or turn.shows("point_of_order"):
        return True
    return under == order.POINTS_OF_ORDER and "point of order" in turn.head


def _goes_on_with_it(stretch: Stretch, turn: Turn, speaking: str | None) -> bool:
    """Whether the raiser's further words, with only the Chair's in between, still belong to the point of order.
    In a debate they may be the speech going on, of whoever was `speaking`, or one that is called now."""
    if turn.type:
        return False
    return stretch.order != order.DEBATE or (turn.key != speaking and turn.words <= _REJOINDER)


def _mark_debate(stretch: Stretch) -> None:
    presenting: str | None = None
    for turn in stretch.turns:
        if not turn.spoken or turn.kind == "point-of-order":
            continue
        if stretch.order == order.PETITION and presenting is None:
            presenting = turn.key
        if turn.key == presenting or turn.shows("petition"):
            turn.kind = "petition"
        elif turn.shows("motion"):
            turn.kind = "motion"
    mark_floor(stretch.turns)
