"""Cause, focus and answer: which contributions explain the one that is looked at.

Each rule looks at one focus contribution and says which others belong to it and why, or
that it does not decide. Whatever is printed between the focus and what a rule names
belongs to it too, so that a run has no holes; only a supplementary's tabled question may
stand far above, with others' supplementaries between, and then makes a run of its own:

>>> rows = [("q1", "question", "ann"), ("a1", "answer", "min"), ("s1", "supplementary", "bob"), ("a2", "answer", "min"),
...         ("s2", "supplementary", "cat"), ("a3", "answer", "min")]
>>> talk = Talk([Turn(id, 0, kind, voice) for id, kind, voice in rows])
>>> Replies(talk).contexts([4])  # Cat's supplementary: the answer after it, the group's question far above
({5: 'answer', 0: 'group'}, [])

So what the minister told Ann and Bob is left out and counted. Nothing here reads words.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from .chair import stretches
from .floor import Floor
from .questions import TABLED, Questions
from .turns import Talk, Turn, chairs

__all__ = ["REASONS", "Replies", "Talk", "Turn", "stronger"]

REASONS = (
    "question",
    "group",
    "answer",
    "intervention",
    "interrupted",
    "resumption",
    "chair",
    "between",
    "adjacent",
)
_RANK = {reason: rank for rank, reason in enumerate(REASONS)}
UNCAUSED = frozenset({"speech", "motion", "statement", "petition", "written-statement", "correction"})

Reasons = dict[int, str]


def stronger(reasons: Reasons, more: Reasons) -> None:
    """Add `more` to `reasons`; where both give a reason for a place, the more telling one stays.

    >>> reasons = {1: "between"}
    >>> stronger(reasons, {1: "answer", 2: "chair"}); reasons
    {1: 'answer', 2: 'chair'}
    """
    for place, reason in more.items():
        if place not in reasons or _RANK[reason] < _RANK[reasons[place]]:
            reasons[place] = reason


class Replies:
    """The rules of contract section 4 (`--context reply`) for one debate."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk
        self.questions = Questions(talk)
        self.floor = Floor(talk)

    def contexts(self, focused: Iterable[int]) -> tuple[Reasons, list[int]]:
        """The places that explain the contributions at `focused`, with reasons; and those of the
        focus for which nothing decides, so that their neighbours should be shown."""
        reasons: Reasons = {}
        undecided: list[int] = []
        talks_with_the_chair: set[tuple[int, int]] = set()
        for place in focused:
            found = [more for rule in (self._question_and_answer, self._debate) if (more := rule(place)) is not None]
            exchange = self._exchange(place)
            if exchange:
                talks_with_the_chair.add(exchange)
            elif not found:
                undecided.append(place)
            for more in found:
                stronger(reasons, more)
        for first, last in talks_with_the_chair:
            stronger(reasons, {place: self._in_exchange(place) for place in range(first, last + 1)})
        return reasons, undecided

    # --- question sections ---

    def _question_and_answer(self, place: int) -> Reasons | None:
        part = self.questions.part(place)
        if part == "asks":
            return self._asking(place) or None
        if part == "answers":
            return self._answering(place) or None
        return None

    def _asking(self, place: int) -> Reasons:
        reasons: Reasons = {}
        following = self.questions.following(place)
        if following is not None:
            because = "adjacent" if self.questions.part(following) == "asks" else "answer"
            stronger(reasons, self._stretch(place, following, because))
        if self.talk.turns[place].kind not in TABLED:
            stronger(reasons, dict.fromkeys(self.questions.followed(place), "group"))
            stronger(reasons, self._told_before(place))
        return reasons

    def _told_before(self, place: int) -> Reasons:
        """The answer before a supplementary, if it was given to the same member."""
        answer = self.talk.before[place]
        if answer is None or self.questions.part(answer) != "answers":
            return {}
        asked = self.questions.asked(answer)
        if asked is None:
            return {}
        askers = self.questions.group_of.get(asked, (asked,))
        if not any(self.talk.same_voice(asker, place) for asker in askers):
            return {}
        return self._stretch(place, answer, "answer")

    def _answering(self, place: int) -> Reasons:
        asked = self.questions.asked(place)
        if asked is None:
            return {}
        group = self.questions.group_of.get(asked, (asked,))
        reasons = self._stretch(place, group[0], "question")
        stronger(reasons, dict.fromkeys(group[1:], "group"))
        return reasons

    # --- debates ---

    def _debate(self, place: int) -> Reasons | None:
        turn = self.talk.turns[place]
        if self.talk.aside[place] or self.questions.is_question_section or self.questions.part(place):
            return None
        if self.floor.intervenes(place):
            return self._breaking_in(place) or None
        reasons: Reasons = {}
        for intervention in self.floor.interventions_before(place):
            stronger(reasons, self._stretch(place, intervention, "intervention"))
        return reasons if reasons or turn.kind in UNCAUSED else None

    def _breaking_in(self, place: int) -> Reasons:
        interrupted, resumption = self.floor.interrupted(place), self.floor.resumption(place)
        reasons: Reasons = {}
        if interrupted is not None:
            stronger(reasons, self._stretch(place, interrupted, "interrupted"))
        if resumption is not None:
            stronger(reasons, self._stretch(place, resumption, "resumption"))
        return reasons

    # --- the Chair ---

    @cached_property
    def _exchanges(self) -> dict[int, tuple[int, int]]:
        return stretches(self.talk)

    def _exchange(self, place: int) -> tuple[int, int] | None:
        """The first and last place of the exchange with the Chair in which somebody speaks here."""
        return None if self._is_gesture(place) else self._exchanges.get(place)

    def _in_exchange(self, place: int) -> str:
        return "between" if self._is_gesture(place) else "chair"

    def _is_gesture(self, place: int) -> bool:
        return self.talk.aside[place] and not chairs(self.talk.turns[place])

    def _stretch(self, focus: int, far: int, because: str) -> Reasons:
        """`far` for its reason, and everything printed between it and the focus."""
        low, high = sorted((focus, far))
        reasons = {
            place: "chair" if chairs(self.talk.turns[place]) else self._passing(place, focus)
            for place in range(low + 1, high)
        }
        return reasons | {far: because}

    def _passing(self, place: int, focus: int) -> str:
        """Why something is shown that merely stands between: a question of the focus's group, or nothing more."""
        group = self.questions.group_of.get(focus)
        return "group" if group and place in group else "between"
