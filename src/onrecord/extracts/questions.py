"""Question and answer: which contribution answers which, and what a follow-up follows.

In question time Hansard prints no link between a question and its answer; order is the
link. Here it is made explicit, from kinds and places only. A tabled question belongs to
a *group* where several were answered together; a supplementary follows the group before
it under the same heading. Under topical questions (numbers with a letter, "T2", "Q4") a
question after the first stands for itself, so others' questions after it do not follow it.
What is said in the question, and whether it was really answered, is not judged here.
"""

from __future__ import annotations

from functools import cached_property

from .turns import Talk

TABLED = frozenset({"question", "urgent-question", "written-question"})
ASKS = TABLED | {"supplementary"}
ANSWERS = frozenset({"answer", "written-answer"})
OPEN_KINDS = frozenset({"speech", "statement", "intervention"})
ANSWERING_ROLES = frozenset({"minister", "answering-body", "promoter"})


class Questions:
    """The questions and answers of one debate. `part(place)` is "asks", "answers" or None."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk
        self._parts: dict[int, str | None] = {}

    @cached_property
    def is_question_section(self) -> bool:
        """Whether the debate is one of questions: it opens with one, or with a statement that is
        not debated, or at least half of what is said (the Chair aside) are questions and answers."""
        kinds = [self.talk.turns[place].kind for place in self.talk.spoken]
        if not kinds:
            return False
        if kinds[0] in TABLED:
            return True
        if kinds[0] == "statement" and not {"intervention", "motion"} & set(kinds):
            return True
        return 2 * sum(kind in ASKS | ANSWERS for kind in kinds) >= len(kinds)

    def part(self, place: int) -> str | None:
        """Whether a turn asks or answers. Kinds settle it; a mere "speech" in a question section
        answers if it comes from a voice that answers there, right after another's question."""
        if place not in self._parts:
            self._parts[place] = self._part(place)
        return self._parts[place]

    def _part(self, place: int) -> str | None:
        turn = self.talk.turns[place]
        if self.talk.aside[place]:
            return None
        if turn.kind in ASKS:
            return "asks"
        if turn.kind in ANSWERS:
            return "answers"
        if turn.kind not in OPEN_KINDS or not self.is_question_section:
            return None
        if turn.voice not in self.answerers:
            return "asks"
        return "answers" if self._follows_an_ask(place) else None

    def _follows_an_ask(self, place: int) -> bool:
        before = self.talk.before[place]
        if before is None or self.talk.same_voice(before, place):
            return False
        turn = self.talk.turns[before]
        return turn.kind in ASKS or (turn.kind in OPEN_KINDS and turn.voice not in self.answerers)

    @cached_property
    def answerers(self) -> frozenset[str | None]:
        """The voices that answer: by kind, by office, or because theirs is the statement."""
        turns = [self.talk.turns[place] for place in self.talk.spoken]
        return frozenset(
            turn.voice for turn in turns if turn.kind in ANSWERS | {"statement"} or turn.role in ANSWERING_ROLES
        )

    @cached_property
    def groups(self) -> list[tuple[int, ...]]:
        """The tabled questions, those answered together in one tuple, in order."""
        groups: list[list[int]] = []
        for place in self.talk.spoken:
            if self.talk.turns[place].kind not in TABLED:
                continue
            if groups and self._joins(groups[-1][-1], place):
                groups[-1].append(place)
            else:
                groups.append([place])
        return [tuple(group) for group in groups]

    def _joins(self, last: int, place: int) -> bool:
        one, other = self.talk.turns[last], self.talk.turns[place]
        if one.group is not None or other.group is not None:
            return one.group == other.group
        return self.talk.before[place] == last and one.section == other.section

    @cached_property
    def group_of(self) -> dict[int, tuple[int, ...]]:
        """The group in which each tabled question was asked."""
        return {place: group for group in self.groups for place in group}

    def following(self, place: int) -> int | None:
        """The place of the answer to the question at `place`: the next contribution, the Chair,
        gestures, the rest of the group and the asker's own further words aside. It may turn out
        to ask as well (a question left unanswered); another group's tabled question ends the search."""
        found = self.talk.after[place]
        while found is not None and (self._same_group(place, found) or self.talk.same_voice(place, found)):
            found = self.talk.after[found]
        return None if found is None or found in self.group_of else found

    def asked(self, place: int) -> int | None:
        """The place of the question that is answered at `place`: the last one before it under
        the same heading, with only answers in between."""
        section = self.talk.turns[place].section
        found = self.talk.before[place]
        while found is not None and self.part(found) == "answers" and self.talk.turns[found].section == section:
            found = self.talk.before[found]
        return found if found is not None and self.part(found) == "asks" else None

    def followed(self, place: int) -> tuple[int, ...]:
        """The group of tabled questions that a supplementary at `place` follows; () if there is none."""
        number = self.talk.turns[place].group
        group = self._last_group[place] if number is None else self._numbered.get(number, ())
        if not group or not self._stands_alone(group):
            return group
        return group if any(self.talk.same_voice(place, one) for one in group) else ()

    def _stands_alone(self, group: tuple[int, ...]) -> bool:
        """Whether others' questions after this group do not follow it: topical questions after the
        first, by their number or, where none is printed, because their heading holds several groups."""
        first = self.talk.turns[group[0]]
        under_heading = self._by_section[first.section]
        is_topical = first.number[:1].isalpha() if first.number else len(under_heading) > 1
        return is_topical and group != under_heading[0]

    @cached_property
    def _numbered(self) -> dict[int, tuple[int, ...]]:
        """The groups to which the caller gave a number, by it."""
        numbered = {self.talk.turns[group[0]].group: group for group in self.groups}
        return {number: group for number, group in numbered.items() if number is not None}

    @cached_property
    def _last_group(self) -> list[tuple[int, ...]]:
        """For each place the last group before it under the same heading (an urgent question: in the debate)."""
        found: list[tuple[int, ...]] = []
        last: tuple[int, ...] = ()
        for place, turn in enumerate(self.talk.turns):
            last = self.group_of.get(place, last)
            held = bool(last) and self._reaches(last[0], turn.section)
            found.append(last if held and place > last[-1] else ())
        return found

    def _reaches(self, tabled: int, section: int) -> bool:
        turn = self.talk.turns[tabled]
        return turn.kind == "urgent-question" or turn.section == section

    @cached_property
    def _by_section(self) -> dict[int, list[tuple[int, ...]]]:
        found: dict[int, list[tuple[int, ...]]] = {}
        for group in self.groups:
            found.setdefault(self.talk.turns[group[0]].section, []).append(group)
        return found

    def _same_group(self, one: int, other: int) -> bool:
        return other in self.group_of and one in self.group_of and self.group_of[one] == self.group_of[other]
