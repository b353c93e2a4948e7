"""What two members said to each other in one debate.

Two contributions belong to an exchange if they stand next to each other once the Chair's
words, and nobody's, are set aside. Nothing is inferred beyond that: a mention by name
across the House is no exchange, and what a minister told a third member is part of it
only where it stands directly beside the other's words.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .turns import Turn


def exchanges(turns: Sequence[Turn], a: str, b: str) -> frozenset[str]:
    """The ids of the contributions of `a` and `b` (voices) that stand next to one of the other's.

    Gestures count, as anything that a member contributes does. Words that either of them speaks
    from the Chair count too, since then it is with the Chair that the exchange is asked for.

    >>> rows = [("1", "ann"), ("2", "min"), ("3", "bob"), ("4", "min"), ("5", "bob"), ("6", "cat")]
    >>> sorted(exchanges([Turn(id, 0, "speech", voice) for id, voice in rows], "bob", "min"))
    ['2', '3', '4', '5']
    """
    heard = [turn for turn in turns if not turn.procedural and (turn.role != "chair" or turn.voice in (a, b))]
    pairs = ((one, other) for one, other in pairwise(heard) if {one.voice, other.voice} == {a, b} and a != b)
    return frozenset(turn.id for pair in pairs for turn in pair)
