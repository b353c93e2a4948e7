"""The other kinds: motions, points of order, petitions, gestures, the House's own words."""

from __future__ import annotations

from onrecord.reading import Section


def test_a_debate_with_everything_in_it(house) -> None:
    items = [
        house.say("a", "I beg to move amendment 3, page 1, line 2." + house.talk),
        house.say("b", "Will the hon. Gentleman give way?"),
        house.say("a", "I will."),
        house.say("b", "I am grateful. What of oil?"),
        house.say("a", "There is none." + house.talk),
        house.say("c", "rose—"),
        house.say("*", "Object."),
        house.say(None, "Question put, That the amendment be made.", procedural=True),
    ]
    assert house.kinds(items) == [
        "motion",
        "intervention",
        "speech",
        "intervention",
        "speech",
        "gesture",
        "collective",
        "procedural",
    ]


def test_a_gesture_with_the_houses_words_behind_it_is_still_one(house) -> None:
    items = [house.say("a", "indicated dissent.\nAmendment, by leave, withdrawn.")]
    assert house.kinds(items) == ["gesture"]


def test_a_point_of_order_does_not_take_the_floor(house) -> None:
    items = [
        house.say("a", "I rise to speak of lamps." + house.talk),
        house.say("b", "On a point of order, Mr. Speaker. Is this about lamps?"),
        house.say("Mr. Speaker", "It is."),
        house.say("a", "I go on." + house.talk),
    ]
    judgements = house.judged(items).judgements
    assert [j.kind for j in judgements] == ["speech", "point-of-order", "speech", "speech"]
    assert judgements[1].floor == judgements[3].floor == judgements[0].person_id


def test_under_points_of_order_the_raisers_further_words_belong_to_it(house) -> None:
    items = [
        house.say("a", "On a point of order, Mr. Speaker. The lamp is out."),
        house.say("Mr. Speaker", "So it is."),
        house.say("a", "Further to my earlier point of order, it has been out since May."),
        house.say("Mr. Speaker", "Order."),
        house.say("a", "Since April, in fact."),
    ]
    section = Section("s", "Points of Order", "points-of-order", debate=True)
    assert house.kinds(items, section) == ["point-of-order", "speech", "point-of-order", "speech", "point-of-order"]


def test_a_petition_is_its_presenters(house) -> None:
    items = [
        house.say("a", "The lamps of Lower Fogbank are out."),
        house.say("Mr. Speaker", "Order."),
        house.say("a", "They ask for light."),
    ]
    section = Section("s", "PETITION — Lamps (Lower Fogbank)", "petition", debate=True)
    assert house.kinds(items, section) == ["petition", "speech", "petition"]


def test_a_personal_statement_is_a_statement_and_makes_nobody_a_minister(house) -> None:
    section = Section("s", "Personal Statement", "business", debate=True)
    (judgement,) = house.judged([house.say("a", "I am sorry about the lamp.")], section).judgements
    assert (judgement.kind, judgement.role) == ("statement", "member")


def test_one_judgement_for_each_contribution_and_section_even_in_an_empty_sitting(house) -> None:
    told = house.judged([])
    assert told.judgements == ()
    assert len(told.sections) == 1


def test_a_bill_is_debated_even_if_its_mover_is_thanked_for_a_statement(house) -> None:
    items = [
        house.say("m", "My Lords, I will speak also to the other amendment." + house.talk),
        house.say("b", "My Lords, I thank my noble friend for his statement." + house.talk),
    ]
    assert house.kinds(items, Section("s", "Lamps Bill", "bill", debate=True)) == ["speech", "speech"]


def test_in_a_debate_what_else_its_raiser_says_of_a_point_of_order_belongs_to_it(house) -> None:
    """Unless it is the speech of whoever had the floor, or one that the Chair calls."""
    items = [
        house.say("a", "I rise to speak of lamps." + house.talk),
        house.say("b", "On a point of order, Mr. Speaker. Is this about lamps?"),
        house.say("Mr. Speaker", "It is."),
        house.say("b", "I only wondered, for it is dark.", type="hs_Para"),
        house.say("a", "On a point of order, Mr. Speaker. I was speaking."),
        house.say("Mr. Speaker", "So he was."),
        house.say("a", "I go on."),
        house.say("b", "On a point of order, Mr. Speaker. It is late."),
        house.say("Mr. Speaker", "Mr. B."),
        house.say("b", "Then of oil." + house.talk),
    ]
    spoken = [kind for place, kind in enumerate(house.kinds(items)) if place not in (2, 5, 8)]
    assert spoken == [
        "speech", "point-of-order", "point-of-order", "point-of-order", "speech", "point-of-order", "speech"
    ]  # fmt: skip
