"""A member's words in one debate, with as much around them as makes them understood.

An excerpt must be short and must not mislead: it shows why somebody spoke and what came
of it, says for every contribution why it is there, and counts what it leaves out. This is
the choice alone, a pure function over the turns of one debate (contract section 4); no
context ever comes from another debate, and no words are looked at. What is said of each
rule stands in `replies`; here are the three kinds of context, the merging and the counts.

>>> turns = [Turn("1", 0, "speech", "ann"), Turn("2", 0, "speech", "bob"), Turn("3", 0, "speech", "ann"),
...          Turn("4", 0, "speech", "cat"), Turn("5", 0, "speech", "dan"), Turn("6", 0, "speech", "bob")]
>>> found = windows(turns, {"2", "6"}, context="reply")  # Bob breaks in on Ann, and speaks last
>>> [[(shown.index, shown.because) for shown in run] for run in found.runs]
[[(0, 'interrupted'), (1, None), (2, 'resumption')], [(5, None)]]
>>> found.omitted_before, found.omitted_between, found.omitted_after
(0, (2,), 0)
>>> windows(turns, {"4"}, context="adjacent", before=1, after=0).runs
((Shown(index=2, focus=False, because='adjacent', cut=None), Shown(index=3, focus=True, because=None, cut=None)),)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from itertools import pairwise

from msgspec import Struct

from ..errors import UsageError
from .exchange import exchanges
from .replies import Replies, stronger
from .turns import Talk, Turn

__all__ = ["CONTEXTS", "LONG", "Shown", "Turn", "Windows", "exchanges", "windows"]

CONTEXTS = ("reply", "adjacent", "none")
LONG = 250  # words; a contribution shown only for context may be cut above this
CUTTABLE = frozenset({"interrupted", "resumption", "chair", "between", "adjacent"})


class Shown(Struct, frozen=True):
    """A turn that is shown: its `index` among all turns given; `because` is None for a focus.

    `cut` says that a long context turn may be cut to the paragraph next to the focus: "before"
    keeps its last paragraph, "after" its first.
    """

    index: int
    focus: bool
    because: str | None
    cut: str | None


class Windows(Struct, frozen=True):
    """The runs of an excerpt, in order, and how many counted turns stand outside them."""

    omitted_before: int
    runs: tuple[tuple[Shown, ...], ...]
    omitted_between: tuple[int, ...]
    omitted_after: int


def windows(
    turns: Sequence[Turn],
    focus: Callable[[Turn], bool] | Set[str],
    *,
    context: str = "reply",
    before: int = 1,
    after: int = 1,
) -> Windows:
    """The focus turns of one debate with their context, merged into runs, each turn once.

    `turns` are all contributions of the debate in order; `focus` tells by id or by a test which
    are looked at; `before` and `after` are the numbers of neighbours for "adjacent", and where
    "reply" falls back on it. Turns of nobody (`procedural`) are neither counted nor shown. Where
    nothing is in focus there are no runs, and all counted turns are `omitted_before`.
    UsageError for an unknown context or a negative number.
    """
    _check(context, before, after)
    talk = Talk(turns)
    wanted = focus if callable(focus) else lambda turn: turn.id in focus
    focused = [place for place, turn in enumerate(talk.turns) if wanted(turn)]
    reasons = _reasons(talk, focused, context, before, after)
    return _cut_into_runs(talk, set(focused), reasons)


def _check(context: str, before: int, after: int) -> None:
    if context not in CONTEXTS:
        raise UsageError(f"unknown context {context!r}", remedy=f"choose one of {', '.join(CONTEXTS)}")
    if before < 0 or after < 0:
        raise UsageError("a window cannot be negative", remedy="give 0 or more for before and after")


def _reasons(talk: Talk, focused: list[int], context: str, before: int, after: int) -> dict[int, str]:
    """Why each context place is shown; a place in focus may have a reason too, which its focus outranks."""
    if context == "none":
        return {}
    reasons, undecided = Replies(talk).contexts(focused) if context == "reply" else ({}, focused)
    for place in undecided:
        stronger(reasons, _neighbours(talk, place, before, after))
    return reasons


def _neighbours(talk: Talk, place: int, before: int, after: int) -> dict[int, str]:
    return dict.fromkeys(range(max(0, place - before), min(len(talk), place + after + 1)), "adjacent")


def _cut_into_runs(talk: Talk, focused: set[int], reasons: dict[int, str]) -> Windows:
    places = sorted(focused | reasons.keys())
    if not places:
        return Windows(len(talk), (), (), 0)
    stretches = [[places[0]]]
    for last, place in pairwise(places):
        if place == last + 1:
            stretches[-1].append(place)
        else:
            stretches.append([place])
    return Windows(
        omitted_before=places[0],
        runs=tuple(_run(talk, stretch, focused, reasons) for stretch in stretches),
        omitted_between=tuple(other[0] - one[-1] - 1 for one, other in pairwise(stretches)),
        omitted_after=len(talk) - places[-1] - 1,
    )


def _run(talk: Talk, stretch: list[int], focused: set[int], reasons: dict[int, str]) -> tuple[Shown, ...]:
    looked_at = [place for place in stretch if place in focused]
    return tuple(
        Shown(talk.source[place], True, None, None)
        if place in focused
        else Shown(talk.source[place], False, reasons[place], _cut(talk, place, reasons[place], looked_at))
        for place in stretch
    )


def _cut(talk: Talk, place: int, because: str, focused: list[int]) -> str | None:
    """Which end of a long context turn is far from every focus of its run; None if it lies between two."""
    if because not in CUTTABLE or talk.turns[place].words <= LONG or not focused:
        return None
    if place < focused[0]:
        return "before"
    return "after" if place > focused[-1] else None
