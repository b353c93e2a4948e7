"""In which capacity: the office of the matter, with its ground, and no more than is known."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.model import Office
from onrecord.reading import Section

HOME = "The Secretary of State for the Home Department"
QUESTION = "What steps he is taking to relight the lamps."


def capacities(told) -> list[tuple[str | None, str | None, str | None]]:
    return [(j.role, j.department, j.role_basis) for j in told.judgements]


def two_departments(house):
    return house.office("Secretary of State for Wales", "Wales Office"), house.office(
        "Minister of State", "Home Office"
    )


def asked(house, **answer):
    return [
        house.say("a", QUESTION, section=1, question_number="1"),
        house.say("m", "We are at it.", section=1, **answer),
    ]


def test_a_printed_office_comes_first_and_holds_for_the_whole_debate(house) -> None:
    items = [*asked(house, office=HOME), house.say("a", "And oil?", section=1), house.say("m", "Yes.", section=1)]
    roll = house.roll(house.person("m", house.office("Secretary of State for Wales", "Wales Office")))
    told = capacities(house.judged(items, *house.questions(), roll=roll))
    assert told[1] == told[3] == ("minister", "Home Office", "printed")


def test_of_several_offices_held_the_answering_departments_counts(house) -> None:
    own = house.person(
        "m",
        house.office("Secretary of State for Wales", "Wales Office"),
        house.office("Minister of State", "Home Office"),
    )
    assert capacities(house.judged(asked(house), *house.questions(), roll=house.roll(own)))[1] == (
        "minister",
        "Home Office",
        "roll",
    )


def test_whoever_answers_is_a_minister_where_the_roll_is_silent(house) -> None:
    assert capacities(house.judged(asked(house), *house.questions()))[1] == ("minister", "Home Office", "answers")


def test_bodies_without_ministers_are_answered_for(house) -> None:
    told = capacities(house.judged(asked(house), *house.questions("CHURCH COMMISSIONERS")))
    assert told[1] == ("answering-body", "Church Commissioners", "answers")


def test_a_commissioner_is_a_member_in_everybody_elses_debates(house) -> None:
    roll = house.roll(
        house.person("a", house.office("Second Church Estates Commissioner", "Church Commissioners", "parliamentary"))
    )
    assert capacities(house.judged([house.say("a", "Lamps." + house.talk)], roll=roll)) == [
        ("member", None, "no-office")
    ]


@pytest.mark.parametrize(
    "title", ["Lord Commissioner of HM Treasury", "Assistant Whip", "PPS (Rt Hon X, Secretary of State)"]
)
def test_whips_and_private_secretaries_stand_for_no_department(house, title: str) -> None:
    roll = house.roll(house.person("a", house.office(title, "HM Treasury")))
    told = house.judged([house.say("a", "I beg to move, That the debate be adjourned." + house.talk)], roll=roll)
    assert capacities(told) == [("member", None, "no-office")]
    assert told.sections[0].departments == ()


def test_offices_past_the_day_of_the_list_are_not_used(house) -> None:
    stale = Office("Secretary of State for Wales", "Wales Office", date(2008, 1, 1), None, as_of=date(2009, 1, 1))
    told = capacities(house.judged([house.say("a", "Lamps." + house.talk)], roll=house.roll(house.person("a", stale))))
    assert told == [(None, None, None)], "an old list cannot say that somebody is no minister now"


def test_two_departments_and_no_sign_which_leave_the_department_open(house) -> None:
    own = house.person("m", *two_departments(house))
    items = [house.say("m", "With permission, I will make a statement." + house.talk), house.say("b", "I thank her.")]
    assert capacities(house.judged(items, roll=house.roll(own)))[0] == ("minister", None, "roll")


def test_the_shadow_who_replies_tells_which_of_two_departments_is_meant(house) -> None:
    own = house.person("m", *two_departments(house))
    shadow = house.person("s", house.office("Shadow Home Secretary", "Home Office", "opposition"))
    items = [house.say("m", "With permission, I will make a statement." + house.talk), house.say("s", "I thank her.")]
    told = capacities(house.judged(items, roll=house.roll(own, shadow)))
    assert told == [("minister", "Home Office", "roll"), ("spokesperson", "Home Office", "roll")]


def test_a_shadow_of_another_department_speaks_as_a_member(house) -> None:
    shadow = house.person("s", house.office("Shadow Secretary of State for Wales", "Wales Office", "opposition"))
    items = [*asked(house), house.say("s", "And oil?", section=1)]
    assert capacities(house.judged(items, *house.questions(), roll=house.roll(shadow)))[2][0] == "member"


def test_the_chair_calls_the_shadow_minister(house) -> None:
    items = [
        *asked(house),
        house.say("Mr. Speaker", "I call the shadow Minister.", section=1),
        house.say("s", "And oil?", section=1),
        house.say("m", "Yes.", section=1),
        house.say("t", "And wicks?", section=1),
    ]
    told = capacities(house.judged(items, *house.questions()))
    assert told[3] == ("spokesperson", "Home Office", "called")
    assert told[5][0] == "member"


def test_members_ask_the_minister_to_give_way_and_a_member_by_another_name(house) -> None:
    items = [
        house.say("m", "It has been a good debate." + house.talk),
        house.say("b", "Will the Minister give way?"),
        house.say("m", "I will not." + house.talk),
        house.say("c", "I rise to follow." + house.talk),
        house.say("b", "Will the hon. Lady give way?"),
        house.say("c", "I will." + house.talk),
    ]
    assert [role for role, _, _ in capacities(house.judged(items))] == [
        "minister",
        "member",
        "minister",
        "member",
        "member",
        "member",
    ]


def test_the_mover_of_a_bill_without_office_promotes_it(house) -> None:
    items = [house.say("a", "I beg to move, That leave be given to bring in a Bill to light lamps." + house.talk)]
    assert capacities(house.judged(items)) == [("promoter", None, "moves")]


def test_an_unresolved_name_has_no_capacity_unless_it_is_printed(house) -> None:
    told = capacities(house.judged([house.say("Ada Quill", "Lamps."), house.say("Bo Reed", "Oil.", office=HOME)]))
    assert told == [(None, None, None), ("minister", "Home Office", "printed")]


def test_a_minister_from_elsewhere_speaks_for_their_own_department(house) -> None:
    items = [
        house.say(
            "m",
            "I beg to move, That the Bill be now read a Second time." + house.talk,
            office="The Financial Secretary to the Treasury",
        ),
        house.say("b", "Lamps." + house.talk),
    ]
    section = Section("s", "Lamps Bill", "bill", debate=True)
    assert capacities(house.judged(items, section))[0] == ("minister", "HM Treasury", "printed")


def test_a_minister_whose_printed_office_names_no_department_answers_for_the_one_asked(house) -> None:
    section = Section("s", "Lamps", "urgent-question", debate=True)
    asks = "(Urgent Question): To ask the Secretary of State for Transport if he will speak of lamps."
    office = "The Minister for Lamps and Lanterns"
    items = [house.say("a", asks), house.say("b", "He will.", office=office)]
    judged = house.judged(items, section).judgements
    assert (judged[1].role, judged[1].department) == ("minister", "Department for Transport")
    business = [house.say("a", "I beg to move, That this House likes lamps."), items[1]]
    assert house.judged(business).judgements[1].department is None
