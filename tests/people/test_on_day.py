"""A person on one day: nothing is vouched for after the day of its list."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import LastKnown, Membership, Name, Office, Person
from onrecord.people.on_day import membership_on, name_on, offices_on, speaker_on
from onrecord.people.standing import on_day

AS_OF = date(2020, 10, 21)
MINISTRY = (date(2015, 5, 8), date(2016, 7, 13))


@pytest.fixture(scope="module")
def finch() -> Person:
    return Person(
        person_id="twfy:90002",
        slug="bartle-finch-90002",
        ids={"twfy": "90002"},
        name="Lord Finch",
        names=(
            Name("Bartle Finch", date(2005, 5, 5), date(2019, 11, 6), "a"),
            Name("Lord Finch", date(2020, 1, 7), None, "b"),
            Name("Bartholomew Finch", None, None, "aliases"),
        ),
        memberships=(
            Membership("commons", "Muchbinding", "Conservative", date(2005, 5, 5), date(2010, 3, 1), "a", AS_OF),
            Membership("commons", "Muchbinding", "Labour", date(2010, 3, 1), date(2019, 11, 6), "a", AS_OF),
            Membership("lords", None, "Labour", date(2020, 1, 7), None, "b", AS_OF),
        ),
        offices=(
            Office("Secretary of State for Defence", "Ministry of Defence", *MINISTRY, AS_OF, "a"),
            Office(
                "Secretary of State, Ministry of Defence",
                "Ministry of Defence",
                date(2015, 5, 11),
                MINISTRY[1],
                AS_OF,
                "c",
            ),
            Office("Minister for Women and Equalities", "Government Equalities Office", *MINISTRY, AS_OF, "a"),
            Office("Member, Health Committee", None, date(2006, 1, 1), date(2019, 11, 6), AS_OF, "a", "committee"),
            Office("Shadow Minister (Defence)", None, date(2010, 10, 8), date(2015, 5, 8), AS_OF, "a", "opposition"),
            Office("Minister of State (Health)", "Department of Health", date(2017, 6, 9), None, AS_OF, "a"),
            Office("Deputy Speaker (Lords)", None, date(2020, 2, 1), None, AS_OF, "a", "parliamentary"),
            Office("Vice-Chair, Fen Party", None, date(2020, 2, 1), None, AS_OF, "a", "parliamentary"),
        ),
        undated={"party": LastKnown("Crossbench", "2022"), "constituency": LastKnown("Muchbinding", "2022")},
    )


def test_an_office_that_is_no_longer_vouched_for_is_last_known_with_the_day_of_its_list(finch: Person) -> None:
    later = date(2023, 3, 28)
    said = speaker_on(finch, later, house="lords", basis="id-in-source")
    assert said.offices == ()
    assert said.last_known["office"] == LastKnown("Minister of State (Health)", "2020-10-21")
    told = on_day(finch, later)
    assert told.offices == ()
    assert [office.title for office in told.offices_last_known] == [
        "Minister of State (Health)",
        "Deputy Speaker (Lords)",
    ]
    assert on_day(finch, AS_OF).offices_last_known == ()
    assert "office" not in speaker_on(finch, AS_OF, house="lords", basis="id-in-source").last_known


@pytest.mark.parametrize(("day", "party"), [(date(2006, 1, 1), "Conservative"), (date(2020, 6, 1), "Labour")])
def test_of_all_memberships_that_of_the_day_is_told(finch: Person, day: date, party: str) -> None:
    told = on_day(finch, day)
    assert told.memberships == finch.memberships
    assert told.membership is not None
    assert told.membership.party == party
    assert on_day(finch, date(2019, 12, 1)).membership is None
    assert on_day(finch, None).membership is None


def test_party_seat_and_name_are_those_of_the_day(finch: Person) -> None:
    said = speaker_on(finch, date(2008, 1, 15), house="commons", basis="id-in-source")
    assert (said.name, said.party, said.constituency) == ("Bartle Finch", "Conservative", "Muchbinding")
    assert (said.basis, said.slug, said.last_known) == ("id-in-source", finch.slug, {})
    assert speaker_on(finch, date(2020, 6, 1), house="lords", basis="x").name == "Lord Finch"


def test_of_two_spells_that_meet_on_a_day_the_newer_counts(finch: Person) -> None:
    spell = membership_on(finch, date(2010, 3, 1))
    assert spell is not None
    assert spell.party == "Labour"


def test_a_post_is_shown_once_and_the_most_senior_first(finch: Person) -> None:
    said = speaker_on(finch, date(2016, 1, 1), house="commons", basis="x")
    assert [o.department for o in said.offices] == ["Ministry of Defence", "Government Equalities Office"]


def test_committees_and_shadow_teams_are_not_offices_to_speak_in(finch: Person) -> None:
    assert speaker_on(finch, date(2012, 1, 1), house="commons", basis="x").offices == ()
    assert {o.kind for o in offices_on(finch, date(2012, 1, 1))} == {"committee", "opposition"}


def test_a_department_stands_under_its_name_of_the_day(finch: Person) -> None:
    health = [o.department for o in speaker_on(finch, date(2019, 1, 1), house="commons", basis="x").offices]
    assert health == ["Department of Health and Social Care"]


def test_the_chair_is_an_office_and_a_partys_is_not(finch: Person) -> None:
    titles = [o.title for o in speaker_on(finch, date(2020, 6, 1), house="lords", basis="x").offices]
    assert "Deputy Speaker (Lords)" in titles
    assert "Vice-Chair, Fen Party" not in titles


def test_after_the_day_of_the_list_nothing_is_vouched_for(finch: Person) -> None:
    said = speaker_on(finch, AS_OF + timedelta(days=1), house="lords", basis="x")
    assert said.party is None
    assert said.offices == ()
    assert said.last_known == {
        "party": LastKnown("Labour", "2020-10-21"),
        "office": LastKnown("Minister of State (Health)", "2020-10-21"),
    }
    assert speaker_on(finch, date(2023, 3, 28), house="lords", basis="x").last_known["party"] == LastKnown(
        "Crossbench", "2022"
    )


def test_a_seat_that_no_list_dates_is_only_last_known(finch: Person) -> None:
    undated = Person("mnis:7003", "x", {"mnis": "7003"}, "Tansy Oakapple", undated=finch.undated)
    said = speaker_on(undated, date(2016, 5, 9), house="commons", basis="x")
    assert (said.party, said.constituency) == (None, None)
    assert said.last_known["constituency"] == LastKnown("Muchbinding", "2022")


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)))
def test_no_office_or_spell_lies_outside_its_days(finch: Person, day: date) -> None:
    for office in offices_on(finch, day):
        assert office.start is not None
        assert office.start <= day <= (office.end or office.as_of or date.min)
    spell = membership_on(finch, day)
    assert spell is None or (spell.start or date.min) <= day <= (spell.end or AS_OF)


def test_a_spell_seen_on_a_day_and_not_dated_holds_on_that_day_alone() -> None:
    seen = Membership("lords", None, "Crossbench", None, None, "a", AS_OF)
    person = Person("twfy:1", "x", {}, "Earl of Fen", memberships=(seen,))
    assert membership_on(person, AS_OF) == seen
    assert membership_on(person, AS_OF - timedelta(days=1)) is None


def test_the_person_of_a_day_and_of_no_day(finch: Person) -> None:
    assert on_day(finch, None).offices == finch.offices
    assert on_day(finch, None).on is None
    then = on_day(finch, date(2016, 1, 1))
    assert (then.on, then.name) == (date(2016, 1, 1), "Bartle Finch")
    assert len(then.offices) == 3
    assert then.memberships == finch.memberships
    assert name_on(finch, date(1999, 1, 1)) == "Lord Finch"
