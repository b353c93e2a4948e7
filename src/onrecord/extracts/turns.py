"""A debate as a row of turns: what the questions asked of it need to know, and no more.

An excerpt is a choice among the contributions of one debate. That choice needs no words,
only who spoke, in which role and what kind of contribution it was, so it is made over
these small structs and can be tested without a store. `Talk` adds what every rule asks:
which turns are counted, which are set aside (the Chair, gestures), who spoke before and
after, which tabled questions were asked as one group. It decides nothing about context.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

GESTURES = frozenset({"gesture", "collective"})


class Turn(Struct, frozen=True):
    """One contribution, reduced to what decides about context.

    `section` is any number that parts one sub-heading from the next; `voice` the person_id
    ("name:…" for somebody unresolved, None for nobody); `role` the capacity, "chair" for whoever
    presides. `procedural` is true for words of nobody ("Question put and agreed to."), which
    are neither counted nor shown. `group` ties tabled questions that were answered together and
    what is said up to the next one, where the caller knows; otherwise neighbouring tabled questions under one
    heading are a group. `floor` is the voice whose speech this is or breaks into, where the caller
    knows; `number` the question's number as printed ("3", "T2"); `words` how many there are.
    """

    id: str
    section: int
    kind: str
    voice: str | None
    role: str | None = None
    procedural: bool = False
    group: int | None = None
    number: str | None = None
    words: int = 0
    floor: str | None = None


def chairs(turn: Turn) -> bool:
    """Whether somebody speaks here from the Chair.

    >>> chairs(Turn("a", 0, "speech", "twfy:1", role="chair"))
    True
    """
    return turn.role == "chair"


def stands_aside(turn: Turn) -> bool:
    """Whether a turn is set aside when it is asked who spoke next: the Chair's, a gesture, nobody's.

    >>> stands_aside(Turn("a", 0, "gesture", "twfy:1"))
    True
    >>> stands_aside(Turn("a", 0, "speech", None))
    False
    """
    return chairs(turn) or turn.procedural or turn.kind in GESTURES


class Talk:
    """The counted turns of one debate, in order, and who stands before and after whom.

    Everything here speaks of *places*: indices into `turns`, the counted turns.
    `source[place]` is the index among all turns that the debate was given as.
    """

    def __init__(self, turns: Sequence[Turn]) -> None:
        self.source = [index for index, turn in enumerate(turns) if not turn.procedural]
        self.turns = [turns[index] for index in self.source]
        self.aside = [stands_aside(turn) for turn in self.turns]

    def __len__(self) -> int:
        return len(self.turns)

    @cached_property
    def spoken(self) -> list[int]:
        """The places that are not set aside, in order."""
        return [place for place, aside in enumerate(self.aside) if not aside]

    @cached_property
    def before(self) -> list[int | None]:
        """For each place the nearest place before it that is not set aside."""
        found: list[int | None] = []
        last: int | None = None
        for place, aside in enumerate(self.aside):
            found.append(last)
            last = last if aside else place
        return found

    @cached_property
    def after(self) -> list[int | None]:
        """For each place the nearest place after it that is not set aside."""
        found: list[int | None] = [None] * len(self)
        following: int | None = None
        for place in range(len(self) - 1, -1, -1):
            found[place] = following
            following = following if self.aside[place] else place
        return found

    def same_voice(self, one: int, other: int) -> bool:
        """Whether the same known voice speaks at both places; nobody's voice is like no other."""
        voice = self.turns[one].voice
        return voice is not None and voice == self.turns[other].voice
