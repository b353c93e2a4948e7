"""Candidates are weighed by what lists vouch for on the day, and never chosen for being likelier."""

from __future__ import annotations

from datetime import date

from onrecord.model import LastKnown, Membership, Name, Office, Person
from onrecord.people.directory import Directory, Standing

DAY = date(2009, 10, 26)
LIST_DAY = date(2009, 12, 31)


def member(number: int, name: str, *spells: Membership, offices: tuple[Office, ...] = (), seat: str = "") -> Person:
    undated = {"constituency": LastKnown(seat, "2022")} if seat else {}
    names = (Name(name, source="a list"),)
    return Person(f"twfy:{number}", f"p-{number}", {"twfy": str(number)}, name, names, spells, offices, undated)


def sat(
    seat: str | None, start: str, end: str | None, house: str = "commons", as_of: date | None = LIST_DAY
) -> Membership:
    last = date.fromisoformat(end) if end else None
    return Membership(house, seat, None, date.fromisoformat(start), last, "a list", as_of)


def office(title: str, department: str | None, start: str, end: str | None = None) -> Office:
    last = date.fromisoformat(end) if end else None
    return Office(title, department, date.fromisoformat(start), last, LIST_DAY, "a list")


def ids(people: tuple[Person, ...]) -> list[str]:
    return [person.person_id for person in people]


def test_somebody_who_sat_that_day_is_before_those_who_did_not() -> None:
    directory = Directory(
        [
            member(1, "Ada Quill", sat("Fen", "2005-05-05", None)),
            member(2, "Ada Quill", sat("Wick", "1997-05-01", "2005-04-11")),
            member(3, "Ada Quill"),
        ]
    )
    people, standing = directory.called("Mrs Ada Quill", "commons", DAY)
    assert (ids(people), standing) == (["twfy:1"], Standing.SAT)


def test_two_who_sat_that_day_are_both_candidates() -> None:
    directory = Directory([member(n, "Ada Quill", sat(f"Seat {n}", "2005-05-05", None)) for n in (1, 2)])
    assert ids(directory.called("Ada Quill", "commons", DAY)[0]) == ["twfy:1", "twfy:2"]


def test_somebody_who_had_left_as_the_list_knew_is_no_candidate() -> None:
    directory = Directory([member(1, "Ada Quill", sat("Fen", "1997-05-01", "2005-04-11"))])
    assert directory.called("Ada Quill", "commons", DAY) == ((), Standing.LEFT)


def test_a_peer_that_day_is_no_candidate_in_the_commons() -> None:
    lords = sat(None, "2009-01-01", None, "lords")
    directory = Directory([member(1, "Ada Quill", sat("Fen", "1997-05-01", "2005-04-11"), lords, seat="Fen")])
    assert directory.called("Ada Quill", "commons", DAY)[0] == ()
    assert ids(directory.called("Ada Quill", "lords", DAY)[0]) == ["twfy:1"]


def test_where_the_lists_end_the_only_bearer_may_be_meant() -> None:
    later = date(2016, 5, 9)
    directory = Directory(
        [
            member(1, "Ada Quill", sat("Fen", "2005-05-05", None)),
            member(2, "Hal Rook", sat("Wick", "2005-05-05", "2009-11-30")),  # the list was made at the dissolution
            member(3, "Ned Marsh", seat="Moor"),
        ]
    )
    for name, expected in (("Ada Quill", "twfy:1"), ("Hal Rook", "twfy:2"), ("Ned Marsh", "twfy:3")):
        people, standing = directory.called(name, "commons", later)
        assert (ids(people), standing) == ([expected], Standing.PERHAPS)


def test_a_style_that_passes_on_is_not_read_beyond_its_list() -> None:
    spell = sat(None, "2000-01-01", None, "lords")
    people = [member(1, "Earl of Fen", spell), member(2, "Bishop of Wick", spell), member(3, "Baroness Rook", spell)]
    directory = Directory(people)
    for day, expected in ((DAY, [1, 1, 1]), (date(2016, 5, 9), [0, 0, 1])):
        found = [len(directory.called(person.name, "lords", day)[0]) for person in people]
        assert found == expected


def test_a_surname_is_read_only_of_those_who_sat_that_day() -> None:
    directory = Directory(
        [
            member(1, "Ada Duncan Quill", sat("Fen", "2005-05-05", None)),
            member(2, "Hal Quill", sat("Wick", "1997-05-01", "2005-04-11")),
        ]
    )
    assert ids(directory.surnamed("Mr. Quill", "commons", DAY)) == ["twfy:1"]
    assert ids(directory.surnamed("Duncan Quill", "commons", DAY)) == ["twfy:1"]
    assert directory.surnamed("Quill", "commons", date(2016, 5, 9)) == ()


def test_an_office_is_read_by_its_day_and_only_if_one_holds_it() -> None:
    directory = Directory(
        [
            member(1, "Ada Quill", offices=(office("Home Secretary", "Home Office", "2009-06-05"),)),
            member(2, "Hal Rook", offices=(office("Home Secretary", "Home Office", "2007-06-28", "2009-06-05"),)),
            member(3, "Ned Marsh", offices=(office("Minister of State", "Home Office", "2009-06-05"),)),
        ]
    )
    title = "The Secretary of State for the Home Department"
    assert ids(directory.holders(title, "commons", DAY)) == ["twfy:1"]
    assert ids(directory.holders(title, "commons", date(2008, 1, 1))) == ["twfy:2"]
    assert directory.holders(title, "commons", date(2016, 5, 9)) == ()  # no list vouches for that day
    assert directory.holders("The Minister of State", "commons", DAY) == ()
    assert directory.holders("The shadow Home Secretary", "commons", DAY) == ()


def test_a_seat_leads_to_who_sat_there_that_day() -> None:
    directory = Directory(
        [
            member(1, "Ada Quill", sat("Fen & Moor", "2005-05-05", None)),
            member(2, "Hal Rook", sat("Fen & Moor", "1997-05-01", "2005-04-11")),
        ]
    )
    assert ids(directory.in_seat("Fen and Moor", DAY)) == ["twfy:1"]
    assert ids(directory.in_seat("Fen and Moor", date(2001, 1, 1))) == ["twfy:2"]
    assert directory.is_seat("fen and moor")
    assert not directory.is_seat("Wick")


def test_somebody_known_from_a_sitting_alone_is_no_candidate() -> None:
    heard = Person(
        "twfy:1", "p-1", {"twfy": "1"}, "Ada Quill", (Name("Ada Quill", source="commons-chamber/2009-10-26"),),
        (Membership("commons", None, None, None, None, "commons-chamber/2009-10-26"),),
    )  # fmt: skip
    assert Directory([heard]).called("Ada Quill", "commons", DAY)[0] == ()


def test_the_deputies_are_told_apart_by_how_they_are_addressed() -> None:
    # From chairs.toml: in October 2009 one of the three deputies was a woman.
    people = [member(n, name) for n, name in ((10040, "A"), (10263, "B"), (10266, "C"), (10370, "D"))]
    people = [Person(p.person_id, p.slug, p.ids, p.name, p.names, (sat("X", "2005-05-05", None),)) for p in people]
    directory = Directory(people)
    assert ids(directory.presiding("Mr. Speaker", "commons", DAY)) == ["twfy:10040"]
    assert ids(directory.presiding("Madam Deputy Speaker", "commons", DAY)) == ["twfy:10266"]
    assert len(directory.presiding("Mr. Deputy Speaker", "commons", DAY)) == 2
    assert directory.presiding("Mr. Deputy Speaker", "lords", DAY) == ()
