"""What became of a speaker: differences between two known things, as of the day of the list that tells."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.model import LastKnown, Membership, Office, Person, Since
from onrecord.people.on_day import speaker_on
from onrecord.people.since import since
from onrecord.people.standing import on_day, standing

AS_OF = date(2020, 10, 21)
SAID = date(2008, 1, 15)
OLD = LastKnown("Independent", "2006")


def person(*memberships: Membership, offices: tuple[Office, ...] = (), **undated: LastKnown) -> Person:
    return Person("twfy:1", "odo-marsh-1", {}, "Odo Marsh", (), memberships, offices, undated)


def sat(house: str, seat: str | None, party: str, start: date, end: date | None, as_of: date = AS_OF) -> Membership:
    return Membership(house, seat, party, start, end, "a list", as_of)


FEN = sat("commons", "Fen", "Labour", date(2005, 5, 5), date(2010, 4, 12))


def told(who: Person) -> Since | None:
    return since(who, speaker_on(who, SAID, house="commons", basis="x"), SAID, "commons")


def test_a_later_seat_is_last_known_as_of_its_list() -> None:
    marsh = person(FEN, sat("commons", "Upper Fen", "Labour", date(2010, 5, 6), None))
    assert told(marsh) == Since(
        "twfy:1", "odo-marsh-1", "Odo Marsh", constituency=LastKnown("Upper Fen", "2020-10-21")
    )  # fmt: skip


def test_who_does_not_sit_again_has_left_and_has_no_seat_today() -> None:
    marsh = person(FEN)
    assert told(marsh) == Since(
        "twfy:1", "odo-marsh-1", "Odo Marsh", left="commons", sat_until=date(2010, 4, 12)
    )  # fmt: skip
    now = standing(marsh)
    assert now
    assert (now.house, now.constituency, now.party) == (None, None, None)


def test_a_list_of_a_dissolution_does_not_say_who_left() -> None:
    marsh = person(sat("commons", "Fen", "Labour", date(2005, 5, 5), date(2010, 4, 12), date(2010, 4, 13)))
    assert told(marsh) is None
    now = standing(marsh)
    assert now
    assert now.constituency == LastKnown("Fen", "2010-04-12")


def test_who_went_to_the_lords_is_there() -> None:
    found = told(person(FEN, sat("lords", None, "Crossbench", date(2011, 1, 1), None)))
    assert found
    assert found.house == LastKnown("lords", "2020-10-21")
    assert found.party == LastKnown("Crossbench", "2020-10-21")
    assert found.left is None


def test_a_list_that_is_older_than_the_words_says_nothing_of_today() -> None:
    marsh = person(
        sat("commons", "Fen", "Labour", date(2005, 5, 5), None, date(2007, 1, 1)), party=LastKnown("X", "2006")
    )
    assert told(marsh) is None


def test_nothing_is_told_of_a_fact_that_was_not_known_of_the_day() -> None:
    marsh = person(sat("commons", "Upper Fen", "Labour", date(2010, 5, 6), None))
    assert told(marsh) is None


def test_a_list_without_days_tells_a_party_as_of_its_own() -> None:
    found = told(
        person(sat("commons", "Fen", "Labour", date(2005, 5, 5), None), party=LastKnown("Independent", "2022"))
    )
    assert found
    assert found.party == LastKnown("Independent", "2022")


def test_offices_of_the_day_end_and_others_are_last_known() -> None:
    held = (
        Office("Secretary of State", "Home Office", date(2007, 1, 1), date(2009, 6, 5), AS_OF),
        Office("Minister of State", "Department of Health", date(2019, 7, 1), None, AS_OF),
        Office("Member, Fens Committee", None, date(2019, 7, 1), None, AS_OF, "", "committee"),
    )
    found = told(person(sat("commons", "Fen", "Labour", date(2005, 5, 5), None), offices=held))
    assert found
    assert [(o.title, o.end) for o in found.offices_until] == [("Secretary of State", date(2009, 6, 5))]
    assert [o.title for o in found.offices] == ["Minister of State"]


@pytest.mark.parametrize("day", [None, SAID])
def test_a_person_carries_what_they_were_last_known_to_be(day: date | None) -> None:
    shown = on_day(person(FEN), day)
    assert shown.standing
    assert shown.standing.sat_until == date(2010, 4, 12)


def test_nobody_of_whom_no_list_tells_has_a_standing() -> None:
    assert standing(person()) is None
