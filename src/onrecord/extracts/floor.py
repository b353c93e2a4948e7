"""Who has the floor, and who breaks in: interventions in a debate.

Somebody intervenes when whoever has the floor speaks before and after, the Chair and
gestures aside. The floor passes to the next voice that is not merely breaking in; a turn
that is marked an intervention never takes it, nor does a point of order. A turn so marked
cannot be a resumption either, so that in a short debate (one speech, then the reply, then
its opener breaking in on the reply) the reply is not taken for an intervention where the
source tells the difference. Where it does not, order alone decides. Where the turns themselves
say whose speech they stand in (`Turn.floor`), that is taken as it is.
"""

from __future__ import annotations

from functools import cached_property

from .turns import Talk

NEVER_TAKES = frozenset({"intervention", "point-of-order"})


class Floor:
    """The floor of one debate. `holder[place]` is the voice that has it when a turn is spoken
    (the speaker's own in a speech, the interrupted one's in an intervention, None for nobody)."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk

    @cached_property
    def holder(self) -> dict[int, str | None]:
        """For each place that is not set aside, the voice that has the floor there."""
        given = {place: self.talk.turns[place].floor for place in self.talk.spoken}
        return given if any(given.values()) else self._by_order()

    def _by_order(self) -> dict[int, str | None]:
        held: dict[int, str | None] = {}
        floor: str | None = None
        for place in self.talk.spoken:
            if not self._breaks_in(place, floor):
                floor = self._taken(place)
            held[place] = floor
        return held

    def _breaks_in(self, place: int, floor: str | None) -> bool:
        turn = self.talk.turns[place]
        if floor is None or turn.voice == floor:
            return turn.kind == "intervention" and floor is None
        if turn.kind == "intervention":
            return True
        after = self.talk.after[place]
        following = None if after is None else self.talk.turns[after]
        return following is not None and following.voice == floor and following.kind != "intervention"

    def _taken(self, place: int) -> str | None:
        turn = self.talk.turns[place]
        return None if turn.kind in NEVER_TAKES else turn.voice

    def intervenes(self, place: int) -> bool:
        """Whether the turn breaks in on somebody who has the floor."""
        holder = self.holder.get(place)
        return holder is not None and holder != self.talk.turns[place].voice

    def interrupted(self, place: int) -> int | None:
        """The place of the words that an intervention at `place` interrupted."""
        found = self.talk.before[place]
        while found is not None and self.intervenes(found) and self.holder[found] == self.holder[place]:
            found = self.talk.before[found]
        return found if found is not None and self._holds(found, place) else None

    def resumption(self, place: int) -> int | None:
        """The place where the interrupted one goes on after an intervention at `place`."""
        found = self.talk.after[place]
        while found is not None and self.intervenes(found) and self.holder[found] == self.holder[place]:
            found = self.talk.after[found]
        return found if found is not None and self._holds(found, place) else None

    def _holds(self, speech: int, intervention: int) -> bool:
        return self.talk.turns[speech].voice == self.holder[intervention]

    def interventions_before(self, place: int) -> tuple[int, ...]:
        """The interventions that a turn at `place` goes on after; () if it resumes nothing."""
        if place not in self.holder or self.intervenes(place):
            return ()
        found: list[int] = []
        before = self.talk.before[place]
        while before is not None and self.intervenes(before) and self.holder[before] == self.talk.turns[place].voice:
            found.append(before)
            before = self.talk.before[before]
        return tuple(reversed(found))
