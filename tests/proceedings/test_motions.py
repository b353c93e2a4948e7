"""What is before the House: headings, numbers and names, and none of anybody's words."""

from __future__ import annotations

from onrecord.reading import Section


def under(house, items, *sections) -> list[str | None]:
    return [judgement.under_debate for judgement in house.judged(items, *sections).judgements]


def test_the_clause_the_amendment_and_its_mover(house) -> None:
    sections = (
        Section("s", "Lamps Bill", "bill", debate=True),
        Section("c", "Clause 2 - Wicks", parent=0),
        Section("e", "Clause 3 - Oil", parent=0),
    )
    items = [
        house.say("a", "I beg to move amendment 186, page 2, line 3, leave out “must”.", section=1),
        house.say("b", "Lamps." + house.talk, section=1),
        house.say("c", "Oil." + house.talk, section=2),
    ]
    moved = "Clause 2 - Wicks · amendment 186 moved by Member A"
    assert under(house, items, *sections) == [moved, moved, "Clause 3 - Oil"]


def test_readings_and_adjournments(house) -> None:
    second = [
        house.say("a", "I beg to move, That the Bill be now read a Second time."),
        house.say("b", "Lamps." + house.talk),
    ]
    adjourn = [
        house.say(
            None, "Motion made, and Question proposed, That this House do now adjourn.—(Ada Quill.)", procedural=True
        ),
        house.say("b", "Lamps." + house.talk),
    ]
    assert under(house, second)[1] == "Second Reading moved by Member A"
    assert under(house, adjourn)[1] == "Adjournment moved by Ada Quill"


def test_nothing_is_told_where_nothing_is_known(house) -> None:
    assert under(house, [house.say("b", "Lamps." + house.talk)]) == [None]


def test_questions_are_under_no_debate(house) -> None:
    items = [house.say("a", "What steps he is taking.", section=1, question_number="1")]
    assert under(house, items, *house.questions()) == [None]
