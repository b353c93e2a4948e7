"""Which departments a debate involves, in the order of the grounds."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.proceedings.departments import asked_of
from onrecord.reading import Section


def test_the_answering_body_comes_first_and_its_question_headings_take_it_over(house) -> None:
    items = [
        house.say("a", "What steps he is taking.", section=1, question_number="1"),
        house.say("m", "Many.", section=1, office="The Minister for Borders and Immigration"),
        house.say("n", "And more.", section=1, office="The Secretary of State for Wales"),
    ]
    body, heading = house.judged(items, *house.questions()).sections
    assert body.departments == (("Home Office", "answering-body"), ("Wales Office", "printed"))
    assert (body.department, heading.department, heading.departments) == ("Home Office", "Home Office", ())


@pytest.mark.parametrize(
    ("asked", "department"),
    [
        (
            "(Urgent Question): To ask the Secretary of State for Defence if he will speak.",
            "Ministry of Defence",
        ),
        (
            "To ask the Secretary of State for Environment, Food and Rural Affairs to make a statement on fog.",
            "Department for Environment, Food and Rural Affairs",
        ),
        ("To ask the Chancellor of the Exchequer what the price of oil is.", "HM Treasury"),
        ("(Urgent Question): To ask the Lamplighter General if he will come.", None),
    ],
)
def test_an_urgent_question_names_whom_it_asks(asked: str, department: str | None) -> None:
    assert asked_of(asked, date(2009, 10, 26)) == department


def test_who_moves_states_or_replies_brings_a_department_and_who_intervenes_does_not(house) -> None:
    wales = house.person("m", house.office("Secretary of State for Wales", "Wales Office"))
    home = house.person("n", house.office("Secretary of State for the Home Department", "Home Office"))
    items = [
        house.say("m", "I rise to reply to the debate." + house.talk),
        house.say("n", "Will my right hon. Friend give way?"),
        house.say("m", "I will." + house.talk),
    ]
    (section,) = house.judged(items, roll=house.roll(wales, home)).sections
    assert section.departments == (("Wales Office", "office-held"),)
    assert section.department == "Wales Office"


def test_a_printed_office_counts_even_of_one_who_intervenes_and_where_the_roll_is_silent(house) -> None:
    items = [
        house.say("a", "Lamps." + house.talk),
        house.say("n", "Will he give way?", office="The Secretary of State for Wales"),
        house.say("a", "I will." + house.talk),
    ]
    (section,) = house.judged(items).sections
    assert section.departments == (("Wales Office", "printed"),)


def test_a_formal_motion_brings_no_department(house) -> None:
    roll = house.roll(house.person("m", house.office("Secretary of State for Wales", "Wales Office")))
    (section,) = house.judged([house.say("m", "I beg to move, That the House sit in private.")], roll=roll).sections
    assert section.departments == ()


def test_departments_stand_on_debates_only(house) -> None:
    sections = (Section("s", "Lamps Bill", "bill", debate=True), Section("c", "Clause 1", parent=0))
    debate, clause = house.judged(
        [house.say("m", "Lamps." + house.talk, section=1, office="The Secretary of State for Wales")], *sections
    ).sections
    assert debate.departments == (("Wales Office", "printed"),)
    assert (clause.departments, clause.department) == ((), "Wales Office")


def test_a_body_without_ministers_that_is_asked_by_name_answers_as_one(house) -> None:
    """The Lords print no body above a question; whoever answers for their committees is no minister."""
    section = Section("s", "House of Lords: Lamps", "question", debate=True)
    items = [
        house.say("a", "To ask the Chairman of Committees what lamps are lit in the House at night."),
        house.say("b", "Eleven are lit."),
    ]
    told = house.judged(items, section)
    assert (told.judgements[1].role, told.judgements[1].department) == ("answering-body", "Chairman of Committees")
    assert told.sections[0].departments == (("Chairman of Committees", "asked"),)
    asked = [house.say("a", "To ask Her Majesty's Government what lamps are lit."), items[1]]
    assert house.judged(asked, section).judgements[1].role == "minister"
