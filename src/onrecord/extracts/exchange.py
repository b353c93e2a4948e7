"""What two members said to each other in one debate.

Two contributions belong to an exchange if they stand next to each other once the Chair's
words, gestures and nobody's are set aside. Nothing is inferred beyond that: a mention by
name across the House is no exchange, and what a minister told a third member is part of
it only where it stands directly beside the other's words.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .turns import Turn, stands_aside


def exchanges(turns: Sequence[Turn], a: str, b: str) -> frozenset[str]:
    """The ids of the contributions of `a` and `b` (voices) that stand next to one of the other's.

    Where one of them speaks twice running, both parts belong to it. Words that either of them
    speaks from the Chair count, since then it is with the Chair that the exchange is asked for.

    >>> rows = [("1", "ann"), ("2", "min"), ("3", "bob"), ("4", "min"), ("5", "bob"), ("6", "cat")]
    >>> sorted(exchanges([Turn(id, 0, "speech", voice) for id, voice in rows], "bob", "min"))
    ['2', '3', '4', '5']
    """
    found: set[str] = set()
    if a == b:
        return frozenset()
    for stretch in _stretches([turn for turn in turns if _is_heard(turn, a, b)], {a, b}):
        if any(one.voice != other.voice for one, other in pairwise(stretch)):
            found.update(turn.id for turn in stretch)
    return frozenset(found)


def _is_heard(turn: Turn, a: str, b: str) -> bool:
    if turn.role == "chair" and turn.kind not in ("gesture", "collective"):
        return turn.voice in (a, b) and not turn.procedural
    return not stands_aside(turn)


def _stretches(turns: Sequence[Turn], voices: set[str]) -> list[list[Turn]]:
    """The longest rows of turns in which only these voices speak."""
    rows: list[list[Turn]] = [[]]
    for turn in turns:
        if turn.voice in voices:
            rows[-1].append(turn)
        elif rows[-1]:
            rows.append([])
    return rows
