"""Questions: what is tabled, who answers, who follows up, and which questions are one group."""

from __future__ import annotations

from onrecord.reading import Section

ASKS = "What steps he is taking to relight the northern lamps."
ASKS_TOO = "If he will list the lamps relit since May."
MORE = "I am obliged. Will my right hon. Friend visit my constituency?"
ANSWER = "We are relighting them all, and my Department has oil."


def test_tabled_question_answer_supplementary(house) -> None:
    items = [
        house.say("a", ASKS, section=1, question_number="1"),
        house.say("m", ANSWER, section=1),
        house.say("a", MORE, section=1),
        house.say("m", "I will.", section=1),
        house.say("b", "And mine?", section=1),
        house.say("m", "Yes.", section=1),
    ]
    assert house.kinds(items, *house.questions()) == [
        "question",
        "answer",
        "supplementary",
        "answer",
        "supplementary",
        "answer",
    ]


def test_questions_answered_together_are_one_group_and_the_next_heading_another(house) -> None:
    items = [
        house.say("a", ASKS, section=1, question_number="3"),
        house.say("b", ASKS, section=1, question_number="7"),
        house.say("m", ANSWER, section=1),
        house.say("b", MORE, section=1),
        house.say("c", ASKS_TOO, section=2, question_number="4"),
        house.say("n", ANSWER, section=2),
    ]
    judgements = house.judged(items, *house.questions("HOME DEPARTMENT", "Lamps", "Oil")).judgements
    assert [j.group for j in judgements] == [0, 0, 0, 0, 1, 1]
    assert [j.kind for j in judgements] == ["question", "question", "answer", "supplementary", "question", "answer"]


def test_without_numbers_or_types_the_printed_form_tells_tabled_questions(house) -> None:
    items = [
        house.say("a", ASKS, section=1),
        house.say("b", ASKS_TOO, section=1),
        house.say("m", "What we are doing, as I told the House, is to light our lamps.", section=1),
        house.say("b", "What does my hon. Friend say to those in the dark?", section=1),
        house.say("m", ANSWER, section=1),
    ]
    assert house.kinds(items, *house.questions()) == ["question", "question", "answer", "supplementary", "answer"]


def test_several_ministers_share_a_session_and_one_may_take_over(house) -> None:
    items = [
        house.say("a", ASKS, section=1, question_number="1"),
        house.say("m", ANSWER, section=1),
        house.say("b", ASKS_TOO, section=2, question_number="2"),
        house.say("n", ANSWER, section=2),
        house.say("a", "And the foghorn?", section=2),
        house.say("m", "That one is mine.", section=2),
    ]
    assert house.kinds(items, *house.questions("HOME DEPARTMENT", "Lamps", "Oil")) == [
        "question",
        "answer",
        "question",
        "answer",
        "supplementary",
        "answer",
    ]


def test_topical_questions_number_with_t_and_each_opens_a_group(house) -> None:
    items = [
        house.say(
            "a", "If he will make a statement on his departmental responsibilities.", section=1, question_number="1"
        ),
        house.say("m", ANSWER, section=1),
        house.say("b", "The fog has been terrible in my village. What is to be done?", section=1, question_number="2"),
        house.say("m", ANSWER, section=1),
        house.say("c", "And in mine?", section=1),
    ]
    judgements = house.judged(items, *house.questions("HOME DEPARTMENT", "Topical Questions")).judgements
    assert [j.question_number for j in judgements] == ["T1", None, "T2", None, None]
    assert [j.group for j in judgements] == [0, 0, 1, 1, 1]
    assert [j.kind for j in judgements] == ["question", "answer", "question", "answer", "supplementary"]


def test_the_chair_and_gestures_stand_between_question_and_answer_without_being_either(house) -> None:
    items = [
        house.say("a", ASKS, section=1, question_number="1"),
        house.say("Mr. Speaker", "Order.", section=1),
        house.say("b", "indicated dissent.", section=1),
        house.say("m", ANSWER, section=1),
    ]
    judgements = house.judged(items, *house.questions()).judgements
    assert [j.kind for j in judgements] == ["question", "speech", "gesture", "answer"]
    assert judgements[1].role == "chair"


def test_the_type_in_the_source_is_evidence_where_the_place_tells_nothing(house) -> None:
    items = [
        house.say("a", "Lamps, lamps and again lamps: what are we to think?", section=1, type="Start Question"),
        house.say("b", "I, too, think of lamps.", section=1, type="Start Question"),
        house.say("m", ANSWER, section=1, type="Start Answer"),
    ]
    assert house.kinds(items, *house.questions()) == ["question", "question", "answer"]


def test_an_urgent_question_typed_a_supplementary_is_still_one(house) -> None:
    items = [
        house.say(
            "a",
            "(Urgent Question): To ask the Secretary of State for Defence if he will speak.",
            type="Start SupplementaryQuestion",
        ),
        house.say("m", "I am grateful for the question." + house.talk, type="Start Statement"),
        house.say("a", MORE, type="Start SupplementaryQuestion"),
        house.say("m", ANSWER, type="Start Answer"),
    ]
    section = house.sitting([]).sections[0]
    assert house.kinds(items, section) == ["urgent-question", "answer", "supplementary", "answer"]


def test_a_statement_is_known_by_who_makes_it_or_by_who_answers_it(house) -> None:
    by_maker = [
        house.say("m", "With permission, I will make a statement on fog." + house.talk),
        house.say("a", MORE),
        house.say("m", "Yes."),
    ]
    by_answer = [
        house.say("m", "The fog has lifted." + house.talk),
        house.say("a", "I am grateful for advance sight of it."),
        house.say("m", "Yes."),
    ]
    assert house.kinds(by_maker) == house.kinds(by_answer) == ["statement", "supplementary", "answer"]


def test_a_point_of_order_in_question_time_is_neither_question_nor_answer(house) -> None:
    items = [
        house.say("a", ASKS, section=1, question_number="1"),
        house.say("m", ANSWER, section=1),
        house.say("b", "On a point of order, Mr. Speaker. Is that lamp in order?", section=1),
        house.say("Mr. Speaker", "Order. It is not.", section=1),
        house.say("b", "It was lit at noon.", section=1),
        house.say("c", "May I ask of oil?", section=1),
    ]
    assert house.kinds(items, *house.questions()) == [
        "question",
        "answer",
        "point-of-order",
        "speech",
        "point-of-order",
        "supplementary",
    ]


def test_a_minister_who_neither_asks_nor_answers_speaks_of_business(house) -> None:
    """The Leader of the Lords says whose turn it is in a question that a colleague answers."""
    section = Section("s", "Lamps — Question", "question", debate=True)
    items = [
        house.say("a", "To ask Her Majesty's Government how many lamps are lit."),
        house.say("b", "My Lords, eleven."),
        house.say("c", "My Lords—"),
        house.say("d", "My Lords, it is the turn of the Cross Benches."),
        house.say("c", "My Lords, is eleven enough?"),
        house.say("b", "My Lords, it is."),
    ]
    leader = house.person("d", house.office("Lord President of the Council", "Privy Council Office"))
    roll = house.roll(house.person("a"), house.person("b"), house.person("c"), leader)
    assert house.kinds(items, section, roll=roll) == [
        "question", "answer", "supplementary", "speech", "supplementary", "answer"
    ]  # fmt: skip
    nobody = house.roll(*(house.person(letter) for letter in "abcd"))
    assert house.kinds(items, section, roll=nobody)[3] == "supplementary"
