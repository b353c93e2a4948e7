"""Names without ids: one candidate or none, and the ground of each decision."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec import structs

from onrecord.model import Membership, Name, Office, Person
from onrecord.people.roll import MemoryRoll
from onrecord.proceedings.naming import NOT_ON_ROLL, OFFICE_UNKNOWN, Decision, Ruling, decide
from onrecord.proceedings.turns import debates_of
from onrecord.reading import Section


def member(number: int, name: str, seat: str = "Fen", *offices: Office, house: str = "commons") -> Person:
    spell = Membership(
        house, seat if house == "commons" else None, "Labour", date(2005, 5, 5), None, "a list", date(2009, 12, 31)
    )
    ids = {"twfy": str(number)}
    return Person(f"twfy:{number}", f"p-{number}", ids, name, (Name(name, source="a list"),), (spell,), offices)


def decided(
    house: Any, people: list[Person], items: list[Any], *sections: Section, **rulings: Ruling
) -> list[Decision]:
    roll = MemoryRoll(people, {f"person/{p.ids['twfy']}": p.person_id for p in people})
    sitting = house.sitting([structs.replace(item, source_id=f"i{n}") for n, item in enumerate(items)], *sections)
    return decide(sitting, roll, debates_of(sitting.sections), rulings)


def who(decisions: list[Decision]) -> list[str | None]:
    return [decision.person_id for decision in decisions]


def test_a_name_that_one_member_bore_that_day_is_theirs(house: Any) -> None:
    (told,) = decided(house, [member(1, "Ada Quill"), member(2, "Hal Rook", "Wick")], [house.say("Ada Quill", "Yes.")])
    assert (told.person_id, told.basis) == ("twfy:1", "the only member of that name that day")


def test_two_of_one_name_stay_unresolved_and_both_are_named(house: Any) -> None:
    people = [member(1, "Ada Quill"), member(2, "Ada Quill", "Wick")]
    (told,) = decided(house, people, [house.say("Ada Quill", "Yes.")])
    assert (told.person_id, told.candidates) == (None, ("twfy:1", "twfy:2"))
    assert told.reason == "2 may be meant: Ada Quill, Ada Quill"


def test_a_seat_or_an_office_printed_tells_two_of_one_name_apart(house: Any) -> None:
    minister = house.office("Secretary of State for the Home Department", "Home Office")
    people = [member(1, "Ada Quill", "Fen", minister), member(2, "Ada Quill", "Wick")]
    lines = ["Ada Quill (Wick) (Lab)", "The Secretary of State for the Home Department (Ada Quill)"]
    assert who(decided(house, people, [house.say(line, "Yes.") for line in lines])) == ["twfy:2", "twfy:1"]


def test_the_seat_that_others_name_tells_two_of_one_name_apart_but_not_two_of_one_surname(house: Any) -> None:
    people = [member(1, "Ada Quill"), member(2, "Ada Quill", "Wick"), member(3, "Hal Rook", "Moor"),
              member(4, "Mo Rook", "Tarn")]  # fmt: skip
    named = "I agree with the hon. Member for Wick (Ada Quill) and the hon. Member for Moor (Hal Rook)."
    told = decided(house, people, [house.say("Ada Quill", "Yes."), house.say("c", named), house.say("Mr. Rook", "No.")])
    assert who(told) == ["twfy:2", None]


def test_in_print_a_short_form_is_whoever_was_named_in_full_in_that_debate(house: Any) -> None:
    people = [member(1, "Ada Quill"), member(2, "Mo Quill", "Wick")]
    sections = tuple(Section(f"s{n}", f"Debate {n}", "business", debate=True) for n in range(2))
    told = decided(
        house, people,
        [house.say("Mrs. Ada Quill (Fen)", "Yes."), house.say("Mrs. Quill", "And no."),
         house.say("Mrs. Quill", "Here is nobody.", section=1)],
        *sections,
    )  # fmt: skip
    assert who(told) == ["twfy:1", "twfy:1", None]


def test_once_two_of_a_surname_speak_the_short_form_tells_nobody(house: Any) -> None:
    people = [member(1, "Ada Quill"), member(2, "Mo Quill", "Wick")]
    lines = ["Mrs. Ada Quill (Fen)", "Mr. Mo Quill (Wick)", "Quill"]
    assert who(decided(house, people, [house.say(line, "Yes.") for line in lines])) == ["twfy:1", "twfy:2", None]


def test_an_office_alone_is_its_holder_if_a_list_vouches_for_one(house: Any) -> None:
    held = house.office("Chancellor of the Exchequer", "HM Treasury")
    told = decided(
        house, [member(1, "Ada Quill", "Fen", held)],
        [house.say("The Chancellor of the Exchequer", "Yes."), house.say("The Lord Privy Seal", "No.")],
    )  # fmt: skip
    assert (told[0].person_id, told[0].basis) == ("twfy:1", "held that office that day")
    assert (told[1].person_id, told[1].reason) == (None, OFFICE_UNKNOWN)


def test_a_bare_office_is_whoever_was_named_under_it_earlier_in_the_debate(house: Any) -> None:
    lines = ["The Minister of State, Home Office (Ada Quill)", "The Minister of State, Home Office"]
    told = decided(house, [member(1, "Ada Quill")], [house.say(line, "Yes.") for line in lines])
    assert who(told) == ["twfy:1", "twfy:1"]
    assert told[1].basis == "named in full earlier in the debate"


def test_ministers_answer_and_do_not_ask(house: Any) -> None:
    minister = house.office("Minister of State", "Home Office")
    people = [member(1, "Ada Quill", "Fen", minister), member(2, "Ada Quill", "Wick")]
    items = [
        house.say("Ada Quill", "To ask.", section=1, type="question"),
        house.say("Ada Quill", "It is.", section=1, type="answer"),
    ]
    assert who(decided(house, people, items, *house.questions())) == ["twfy:2", "twfy:1"]


def test_what_a_person_judged_goes_before_every_rule(house: Any) -> None:
    people = [member(1, "Ada Quill"), member(2, "Hal Rook", "Wick")]
    ruling = Ruling("twfy:2", "a reader", "the recording")
    (told,) = decided(house, people, [house.say("Ada Quill", "Yes.")], i0=ruling)
    assert (told.person_id, told.basis) == ("twfy:2", "judged by a reader: the recording")
    (told,) = decided(house, people, [house.say("Ada Quill", "Yes.")], i0=Ruling(None, "a reader", "inaudible"))
    assert (told.person_id, told.reason) == (None, "judged by a reader: inaudible")


@pytest.mark.parametrize("name", ["Ned Marsh", "Lord Marsh", "The Bishop of Fen", "Mr. Marsh"])
def test_a_name_that_nobody_bears_is_nobody(house: Any, name: str) -> None:
    (told,) = decided(house, [member(1, "Ada Quill")], [house.say(name, "Yes.")])
    assert (told.person_id, told.reason) == (None, NOT_ON_ROLL)


def test_a_sitting_whose_speakers_all_have_ids_asks_for_no_directory(house: Any) -> None:
    class NoDirectory:
        def person(self, key: str) -> None:
            return None

    sitting = house.sitting([house.say("a", "Yes."), house.say("*", "Hear, hear."), house.say(None, "Adjourned.")])
    assert decide(sitting, NoDirectory(), debates_of(sitting.sections), {}) == []  # type: ignore[arg-type]  # asks nothing
