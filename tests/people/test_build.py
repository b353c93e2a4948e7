"""The roll of the invented lists: one person where the lists mean one, everything dated, nothing depending on order."""

from __future__ import annotations

import random
from datetime import date

import pytest

from onrecord.model import Person
from onrecord.people.build import BuiltRoll, Heard, build, by_ear
from onrecord.people.detect import read_people
from onrecord.people.facts import Named, PeopleReading, Same, Sat


@pytest.fixture(scope="module")
def readings(lists: dict[str, bytes]) -> list[PeopleReading]:
    return [read_people(data, name) for name, data in lists.items()]


@pytest.fixture(scope="module")
def roll(readings: list[PeopleReading]) -> BuiltRoll:
    return build(readings)


def who(roll: BuiltRoll, key: str) -> Person:
    """The person of a key."""
    return next(p for p in roll.persons if p.person_id == roll.keys[key])


def test_every_id_leads_to_its_person(roll: BuiltRoll) -> None:
    for key in ("person/90001", "twfy:90001", "member/501", "member/502", "lord/100902", "mnis:7001"):
        assert roll.keys[key] == "twfy:90001"
    assert roll.keys["person/90099"] == "twfy:90002"
    assert who(roll, "mnis:7001").ids == {"twfy": "90001", "mnis": "7001"}
    assert who(roll, "mnis:7003").person_id == "mnis:7003"
    assert who(roll, "mnis:7003").slug == "tansy-oakapple-m7003"
    assert roll.conflicts == ()


def test_ids_of_ministerial_offices_are_nobodys(roll: BuiltRoll) -> None:
    assert not [key for key in roll.keys if key.startswith("moffice")]


def test_a_person_has_the_names_they_bore_and_shows_the_newest(roll: BuiltRoll) -> None:
    orla = who(roll, "member/501")
    assert orla.name == "Baroness Quillfeather of Saltmarsh"
    assert [(n.name, n.start) for n in orla.names if n.start] == [
        ("Orla Quillfeather", date(2001, 6, 7)),
        ("Baroness Quillfeather of Saltmarsh", date(2010, 7, 1)),
    ]
    assert who(roll, "lord/100901").name == "Earl of Fen"


def test_memberships_have_party_seat_days_and_source(roll: BuiltRoll) -> None:
    first, second, third = who(roll, "member/501").memberships
    assert (first.party, first.start, first.end, first.why_ended) == (
        "Liberal Democrat",
        date(2001, 6, 7),
        date(2004, 3, 1),
        "changed party",
    )
    assert (second.party, second.constituency, second.end, second.as_of) == (
        "Labour",
        "Saltmarsh and Fen",
        None,
        date(2009, 12, 13),
    )
    assert (third.house, third.party, third.as_of) == ("lords", "Labour", date(2015, 3, 31))
    assert all(m.source for m in (first, second, third))


def test_the_same_post_in_two_lists_is_one_with_the_fuller_title(roll: BuiltRoll) -> None:
    (home,) = [o for o in who(roll, "mnis:7002").offices if o.kind == "government"]
    assert home.title == "Secretary of State for the Home Department"
    assert (home.department, home.end) == ("Home Office", date(2010, 5, 6))


def test_posts_are_never_shown_as_what_they_are_not(roll: BuiltRoll) -> None:
    kinds = {o.title: (o.kind, o.department) for o in who(roll, "mnis:7001").offices}
    assert kinds == {
        "Chairman, Health Committee": ("committee", None),
        "PPS (Mr Bartle Finch, Secretary of State), Home Office": ("pps", None),
        "Assistant Whip (HM Treasury)": ("government", None),
        "Lords Spokesperson (Department of Health)": ("government", "Department of Health"),
        "Shadow Minister (Health)": ("opposition", None),
    }


def test_undated_facts_are_last_known(roll: BuiltRoll) -> None:
    finch = who(roll, "mnis:7002").undated
    assert {about: (known.value, known.as_of) for about, known in finch.items()} == {
        "party": ("Labour", "2022"),
        "constituency": ("Muchbinding", "2022"),
    }


def test_an_alias_finds_its_person_and_a_title_of_office_is_no_alias(roll: BuiltRoll) -> None:
    names = [n.name for n in who(roll, "member/503").names]
    assert "Bartholomew Finch" in names
    assert "The Prime Minister" not in names


def test_the_order_of_lists_does_not_matter(readings: list[PeopleReading], roll: BuiltRoll) -> None:
    heard = [
        Heard("mnis:7009", "Perpetua Wren", "commons", "2023-01-10"),
        Heard("mnis:1", "A Stranger", "lords", "2023-01-11"),
    ]
    expected = build(readings, heard)
    for seed in range(12):
        shuffler = random.Random(seed)
        shuffled = [PeopleReading(r.format, tuple(shuffler.sample(r.facts, len(r.facts))), r.as_of) for r in readings]
        shuffler.shuffle(shuffled)
        assert build(shuffled, shuffler.sample(heard, 2)) == expected


def test_loading_a_list_twice_changes_nothing(readings: list[PeopleReading], roll: BuiltRoll) -> None:
    assert build([*readings, *readings]) == roll


def test_an_id_that_no_list_knows_makes_a_person_from_what_was_heard() -> None:
    roll = build(
        (),
        [Heard("person/77", "Ada Loom", "commons", "commons-chamber/2023-01-10"), Heard("mnis:9", None, "lords", "x")],
    )
    ada = who(roll, "person/77")
    assert (ada.person_id, ada.name, ada.slug) == ("twfy:77", "Ada Loom", "ada-loom-77")
    assert ada.memberships[0].house == "commons"
    assert ada.memberships[0].source == "commons-chamber/2023-01-10"
    assert who(roll, "mnis:9").name == "mnis:9"


def test_somebody_known_by_ids_alone_is_named_by_the_sitting_that_heard_them(
    readings: list[PeopleReading], roll: BuiltRoll
) -> None:
    assert who(roll, "person/90009").name == "twfy:90009"
    heard = Heard("mnis:7009", "Perpetua Wren", "commons", "commons-chamber/2023-01-10")
    named = who(build(readings, [heard]), "person/90009")
    assert (named.name, named.ids) == ("Perpetua Wren", {"twfy": "90009", "mnis": "7009"})
    assert by_ear(who(roll, "person/90009"), [heard]) == named


def test_what_was_heard_never_overrules_a_list(readings: list[PeopleReading], roll: BuiltRoll) -> None:
    heard = [Heard("member/503", "Mr. Speaker", "commons", "commons-chamber/2009-10-26")]
    assert build(readings, heard) == roll


def test_other_forms_of_a_name_do_not_hang_on_which_sittings_are_held(
    readings: list[PeopleReading], roll: BuiltRoll
) -> None:
    """Whoever an old volume prints under the same name takes no form of it from the Member whom the lists know."""
    printed = dict.fromkeys(name.name for person in roll.persons for name in (*person.names, person))
    heard = [Heard(f"printed/{number}", name, "commons", "x") for number, name in enumerate(printed)]
    with_them = {person.person_id: person for person in build(readings, heard).persons}
    forms = {name.name for person in roll.persons for name in person.names if "aliases" in (name.source or "")}
    assert forms
    assert all(with_them[person.person_id] == person for person in roll.persons)


def test_a_list_of_terms_alone_ties_the_terms_of_one_member(lists: dict[str, bytes]) -> None:
    roll = build([read_people(lists["all-members.xml"], "all-members.xml")])
    assert roll.keys["member/501"] == roll.keys["member/502"] == "member:501"
    assert len(roll.persons) == 2


def test_two_persons_with_one_official_id_stay_two_and_are_reported() -> None:
    facts = (
        Named("person/1", "Ada Loom", "a"),
        Named("person/2", "Ida Loom", "a"),
        Same("mnis:5", "person/1", "a", "2020-01-01"),
        Same("mnis:5", "person/2", "b", "2020-01-01"),
        Sat("mnis:5", "commons", "Fen", "Labour", date(2015, 1, 1), None, "c", "2020-01-01"),
    )
    roll = build([PeopleReading("x", facts)])
    assert len({roll.keys[k] for k in ("person/1", "person/2", "mnis:5")}) == 3
    assert len(roll.conflicts) == 1


def test_the_chair_is_added_to_those_who_are_known_and_to_nobody_else() -> None:
    roll = build((), [Heard("mnis:467", "Lindsay Hoyle", "commons", "x")])
    assert len(roll.persons) == 1
    assert "Speaker of the House of Commons" in {o.title for o in roll.persons[0].offices}
    assert build(()).persons == ()
