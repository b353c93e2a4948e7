"""Posts from several lists: one post where they mean one, under its fuller title and for the right department."""

from __future__ import annotations

from datetime import date

from onrecord.people.facts import Held
from onrecord.people.tenures import merge_tenures


def held(
    title: str, start: str, end: str | None, as_of: str, *, kind: str = "government", department: str | None = None
) -> Held:
    ends = date.fromisoformat(end) if end else None
    return Held("person/1", title, department, date.fromisoformat(start), ends, kind, f"list of {as_of}", as_of)


def test_one_post_under_three_titles_is_one_post() -> None:
    (office,) = merge_tenures(
        [
            held("Secretary of State, Home Office", "2009-06-05", None, "2009-12-08", department="Home Office"),
            held("Secretary of State, Home Office", "2009-06-05", "2010-05-11", "2010-05-11", department="Home Office"),
            held("Secretary of State for the Home Department", "2009-06-06", "2010-05-06", "2020-10-21"),
        ]
    )
    assert office.title == "Secretary of State for the Home Department"
    assert (office.start, office.end, office.department) == (date(2009, 6, 6), date(2010, 5, 6), "Home Office")
    assert office.source.count("list of") == 3


def test_two_posts_of_one_day_stay_two() -> None:
    offices = merge_tenures(
        [
            held("Secretary of State for International Development", "2017-11-09", None, "2020-10-21"),
            held("Minister for Women and Equalities", "2018-04-30", None, "2020-10-21"),
            held("Minister of State (Home Office)", "2009-06-05", "2010-05-06", "2020-10-21"),
            held("Minister of State (HM Treasury)", "2009-06-05", "2010-05-06", "2020-10-21"),
        ]
    )
    assert {o.department for o in offices} == {
        "Department for International Development",
        "Government Equalities Office",
        "Home Office",
        "HM Treasury",
    }


def test_a_post_held_twice_is_two_posts() -> None:
    offices = merge_tenures(
        [
            held("Minister of State, Home Office", "2001-06-11", "2003-06-13", "2009-12-08"),
            held("Minister of State, Home Office", "2005-05-10", "2006-05-05", "2009-12-08"),
        ]
    )
    assert len(offices) == 2


def test_whips_have_no_department_though_the_treasury_pays_them() -> None:
    (office,) = merge_tenures(
        [
            held("Assistant Whip, HM Treasury", "2009-11-05", None, "2009-12-08", department="HM Treasury"),
            held("Assistant Whip (HM Treasury)", "2009-11-05", "2010-05-06", "2020-10-21"),
        ]
    )
    assert office.department is None
    assert office.end == date(2010, 5, 6)


def test_the_prime_minister_is_not_a_treasury_minister() -> None:
    (office,) = merge_tenures(
        [held("Prime Minister, HM Treasury", "2007-06-27", "2010-05-11", "2010-05-11", department="HM Treasury")]
    )
    assert office.department == "Prime Minister's Office"


def test_opposition_committee_and_private_secretaries_stand_for_no_department() -> None:
    offices = merge_tenures(
        [
            held(
                "Shadow Minister (Home Office)",
                "2015-09-18",
                "2016-06-27",
                "2024-07-05",
                kind="opposition",
                department="Home Office",
            ),
            held("Member, Home Affairs Committee", "2015-07-08", "2015-10-26", "2024-07-05", kind="committee"),
            held(
                "PPS (Mr Finch), Home Office",
                "2009-06-10",
                "2009-11-01",
                "2009-12-08",
                kind="pps",
                department="Home Office",
            ),
        ]
    )
    assert {(o.kind, o.department) for o in offices} == {("opposition", None), ("committee", None), ("pps", None)}


def test_a_post_listed_under_a_department_not_yet_made_has_the_department_it_came_to() -> None:
    (office,) = merge_tenures(
        [held("Minister of State (Department for Transport)", "2001-06-11", "2003-06-13", "2020-10-21")]
    )
    assert office.department == "Department for Transport"
