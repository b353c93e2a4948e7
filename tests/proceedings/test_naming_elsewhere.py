"""What a printed seat says against a name, and a surname alone where the lists end: nobody is given another's words."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import structs

from onrecord.model import LastKnown, Membership, Name, Office, Person
from onrecord.people.directory import Directory
from onrecord.people.roll import MemoryRoll
from onrecord.proceedings.mentions import mentions_in
from onrecord.proceedings.naming import Decision, decide
from onrecord.proceedings.turns import debates_of

DAY, LATER = date(2009, 10, 26), date(2012, 7, 9)
LIST_DAY = date(2009, 12, 31)


def member(number: int, name: str, seat: str, *offices: Office, party: str = "Labour", **facts: Any) -> Person:
    spell = Membership("commons", seat, party, date(2005, 5, 5), None, "a list", LIST_DAY)
    names = tuple(Name(one, source="a list") for one in facts.pop("names", (name,)))
    return Person(
        f"twfy:{number}", f"p-{number}", {"twfy": str(number)}, name, names, (spell,), offices, facts.pop("undated", {})
    )


def told(house: Any, people: list[Person], day: date, *lines: str) -> list[Decision]:
    roll = MemoryRoll(people, {f"person/{p.ids['twfy']}": p.person_id for p in people})
    sitting = structs.replace(house.sitting([house.say(line, "Yes.") for line in lines]), date=day)
    return decide(sitting, roll, debates_of(sitting.sections), {})


def who(decisions: list[Decision]) -> list[str | None]:
    return [decision.person_id for decision in decisions]


def test_a_newcomer_of_an_old_members_name_is_not_the_old_member(house: Any) -> None:
    people = [member(1, "Ada Quill", "Fen"), member(2, "Hal Rook", "Wick")]
    for line, expected in (
        ("Ada Quill (Wick) (Con)", None),
        ("Ada Quill (Wick)", None),
        ("Ada Quill (Fen) (Con)", "twfy:1"),  # a seat that was hers
        ("Ada Quill (Wick) (Lab)", "twfy:1"),  # somebody may come back for another seat, for the party that was theirs
    ):
        assert who(told(house, people, LATER, line)) == [expected]


def test_once_a_seat_speaks_against_a_name_the_bare_name_is_nobodys_but_after_the_full_form(house: Any) -> None:
    people = [member(1, "Ada Quill", "Fen"), member(2, "Hal Rook", "Wick")]
    lines = ("Ada Quill", "Ada Quill (Wick) (Con)", "Ada Quill")
    assert who(told(house, people, LATER, *lines)) == [None, None, None]
    lines = ("Ada Quill (Fen) (Lab)", "Ada Quill", "Ada Quill (Wick) (Con)", "Ada Quill")
    assert who(told(house, people, LATER, *lines)) == ["twfy:1", "twfy:1", None, None]


def test_a_seat_that_no_list_knows_speaks_against_nobody(house: Any) -> None:
    """After a general election seats have new names."""
    assert who(told(house, [member(1, "Ada Quill", "Fen")], LATER, "Ada Quill (Fen and Tarn) (Con)")) == ["twfy:1"]


def test_a_later_list_that_has_somebody_in_the_seat_speaks_for_them(house: Any) -> None:
    moved = {"constituency": LastKnown("Wick", "2022")}
    people = [member(1, "Ada Quill", "Fen", undated=moved), member(2, "Hal Rook", "Wick")]
    assert who(told(house, people, LATER, "Ada Quill (Wick) (Con)")) == ["twfy:1"]


def test_the_member_for_the_seat_printed_goes_before_another_of_that_name(house: Any) -> None:
    people = [member(1, "Gil Brook", "Fen", names=("Gil Brook", "G Brook")), member(2, "Geo Clay-Brook", "Wick")]
    assert who(told(house, people, DAY, "Mr. G. Brook (Wick)", "Mr. G. Brook (Fen)")) == ["twfy:2", "twfy:1"]


def test_a_seat_passes_on_and_a_surname_is_no_proof_of_who_holds_it(house: Any) -> None:
    """Within the lists the seat and surname tell; beyond them, the next Member may be of the same family."""
    people = [member(1, "Mo Jove", "Fen")]
    lines = ("Mr. Jove (Fen)", "Ann Sue Jove (Fen) (Lab)")
    assert who(told(house, people, DAY, *lines)) == ["twfy:1", "twfy:1"]
    assert who(told(house, people, LATER, *lines)) == [None, None]
    assert who(told(house, [member(1, "Moses Jove", "Fen")], LATER, "Mo Jove (Fen) (Lab)")) == ["twfy:1"]


def test_beyond_the_lists_a_surname_alone_is_nobodys_even_if_one_of_that_name_holds_a_post(house: Any) -> None:
    chair = Office("Deputy Speaker", None, date(2010, 6, 8), None, date(2025, 6, 30), "a table", "parliamentary")
    people = [member(1, "Nye Evenly", "Fen", chair)]
    assert who(told(house, people, LATER, "Mr. Evenly")) == [None]
    assert who(told(house, people, DAY, "Mr. Evenly")) == ["twfy:1"]


def test_lists_reach_a_day_if_they_tell_of_more_than_they_leave_open() -> None:
    directory = Directory([member(n, f"Ada Quill {n}", f"Fen {n}") for n in range(3)])
    assert directory.reaches("commons", DAY)
    assert not directory.reaches("commons", LATER)
    assert not directory.reaches("lords", DAY)


def test_a_mention_by_seat_and_surname_needs_a_list_that_reaches_the_day(house: Any) -> None:
    directory = Directory([member(1, "Mo Jove", "Fen")])
    said = house.say("c", "I agree with the hon. Member for Fen (Ann Sue Jove).")
    for day, expected in ((DAY, "twfy:1"), (LATER, None)):
        (mention,) = mentions_in(said, directory, "commons", day)
        assert mention.mention.person_id == expected
