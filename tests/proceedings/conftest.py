"""Hand-made sittings for the tests of this package: a few lines of invented talk, and who says them.

`say(…)` makes one contribution, `sitting(…)` puts them under headings, `judged(…)` interprets
them. Keys are single letters ("a" is person/1 …), so that a test reads like a page of Hansard.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from onrecord.model import Office, Person
from onrecord.people.roll import MemoryRoll
from onrecord.proceedings.interpret import Interpretation, interpret
from onrecord.reading import Mark, Paragraph, ReadContribution, ReadSitting, Section

DAY = date(2009, 10, 26)
TALK = " and so on" * 90  # 270 words: a speech, not an intervention


class House:
    """Makes sittings of an invented House, and interprets them."""

    day = DAY
    talk = TALK

    def say(
        self, who: str | None, text: str, *, section: int = 0, office: str | None = None, **told: Any
    ) -> ReadContribution:
        """A contribution: `who` is a letter, a printed name ("Mr. Speaker"), "*" for several members, or None."""
        if who is None:
            mark = Mark()
        elif who == "*":
            mark = Mark(name="Hon. Members", collective=True)
        elif len(who) == 1:
            mark = Mark(key=f"person/{ord(who) - 96}", name=f"Member {who.upper()}", office=office)
        else:
            mark = Mark(name=who, office=office)
        paragraphs = tuple(Paragraph("text", part) for part in text.split("\n"))
        told.setdefault("procedural", False)
        return ReadContribution("id", section, mark, paragraphs, **told)

    def sitting(self, items: Sequence[ReadContribution], *sections: Section) -> ReadSitting:
        """A sitting of those contributions, under one plain debate unless sections are given."""
        return ReadSitting(
            "commons",
            "commons-chamber",
            DAY,
            sections or (Section("s", "Lighthouses", "business", debate=True),),
            tuple(items),
        )

    def office(self, title: str, department: str | None = None, kind: str = "government") -> Office:
        """An office held on the day."""
        return Office(title, department, date(2009, 1, 1), None, as_of=date(2009, 12, 31), source="test", kind=kind)

    def person(self, letter: str, *offices: Office) -> Person:
        """A person whom the roll knows."""
        number = str(ord(letter) - 96)
        return Person(
            f"twfy:{number}", f"member-{letter}-{number}", {"twfy": number}, f"Member {letter.upper()}", offices=offices
        )

    def roll(self, *persons: Person) -> MemoryRoll:
        """A roll of those persons."""
        return MemoryRoll(persons, {f"person/{person.ids['twfy']}": person.person_id for person in persons})

    def judged(
        self, items: Sequence[ReadContribution], *sections: Section, roll: MemoryRoll | None = None
    ) -> Interpretation:
        """The interpretation of those contributions."""
        return interpret(self.sitting(items, *sections), roll or self.roll())

    def kinds(self, items: Sequence[ReadContribution], *sections: Section, roll: MemoryRoll | None = None) -> list[str]:
        """The kinds of those contributions, in order."""
        return [judgement.kind for judgement in self.judged(items, *sections, roll=roll).judgements]

    def questions(self, title: str = "HOME DEPARTMENT", *headings: str) -> tuple[Section, ...]:
        """Oral questions to a body, under one or more question headings: sections 1, 2 …"""
        body = Section("b", title, "answering-body", debate=True, answering_body=title)
        below = (
            Section(
                f"q{n}",
                heading,
                "topical" if heading == "Topical Questions" else "question",
                parent=0,
                answering_body=title,
            )
            for n, heading in enumerate(headings or ("Lanterns",))
        )
        return (body, *below)


@pytest.fixture
def house() -> House:
    """The invented House."""
    return House()
