"""Set phrases of the House are nobody's, and no Member's words are ever taken for one."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.formats import voices
from onrecord.reading import Paragraph, Span

COMMONS = [
    "Question put and agreed to.",
    "Question agreed to.",
    "Question accordingly negatived.",
    "Question put (Standing Order No. 23) and agreed to.",
    "Question, That the Bill be now read the Third time, put and agreed to.",
    "Main Question, as amended, put and agreed to.",
    "The House divided: Ayes 300, Noes 200.",
    "The Committee divided: Ayes 7, Noes 9.",
    "Ordered, That the Bill be considered tomorrow.",
    "Resolved,",
    "Motion made, and Question proposed, That this House do now adjourn.—(Mr Pettifer.)",
    "Motion made, and Question put forthwith (Standing Order No. 118(6)),",
    "Amendment, by leave, withdrawn.",
    "Motion and clause, by leave, withdrawn.",
    "Amendment made: 5, page 3, line 2, leave out “shed”.—(Augusta Penhallow.)",
    "Lords amendments 2 to 45 agreed to, with Commons financial privileges waived.",
    "New clause 5 read a Second time, and added to the Bill.",
    "Clause 7, as amended, ordered to stand part of the Bill.",
    "Brought up, and read the First time.",
    "Bill accordingly read a Second time; to stand committed to a Public Bill Committee.",
    "Bill read the First time; to be read a Second time on Friday 24 November, and to be printed (Bill 283).",
    "Consideration of Bill, as amended, opposed and deferred until Thursday 5 November (Standing Order No. 20).",
    "Order for Third Reading read. King’s consent signified.",
    "Queen's and Prince of Wales's consent signified.",
    "The following Members took and subscribed the Oath required by law:",
    "Petitions presented.",
    "Debate adjourned (Standing Order No. 9(3)).",
    "It being Ten o’clock, the motion for the Adjournment of the House lapsed, without Question put.",
    "Six hours having elapsed since the commencement of proceedings, the proceedings were interrupted.",
    "The Deputy Speaker put forthwith the Questions necessary (Standing Order No. 83E).",
    "Sitting suspended for a Division in the House.",
    "On resuming—",
    "Adjourned till Thursday 29 October at Nine o’clock.",
    "The Secretary of State was asked—",
    "The hon. Member for Great Wickering, representing the Church Commissioners, was asked—",
    "[Dame Winifred Larkspur in the Chair]",
    "Ianthe van der Velde, supported by Lucian Marsh, presented a Bill to make provision about sheds.",
    "[Interruption.]",
    "That the draft Fog Signals Order 2019, which was laid before this House on 8 July, be approved.—(Lucian Marsh.)",
]
LORDS = [
    "Motion agreed.",
    "Motion A1 (as an amendment to Motion A) disagreed.",
    "Amendment 45A, as an amendment to Amendment 45, agreed.",
    "Amendments 46 to 48 not moved.",
    "Amendment 1 withdrawn.",
    "Clause 5, as amended, agreed.",
    "Clause 5 agreed.",
    "Bill passed and sent to the Commons.",
    "House adjourned at 10.17 pm.",
    "House resumed.",
    "Consideration on Report adjourned until not before 8.34 pm.",
    "Contents 69; Not-Contents 118.",
    "Moved by Baroness Larkspur",
    "Relevant document: 5th Report from the Delegated Powers Committee",
    "Lord Pettifer took the oath.",
    "Several noble Lords made the solemn affirmation.",
    "The King’s approval was signified.",
    "Grand Committee adjourned at 6.40 pm.",
]
MEMBERS = [
    "I beg to move, That the Bill be now read a Second time.",
    "Order. I call the Minister.",
    "Order. The sitting is suspended.",
    "The Question is as on the Order Paper.",
    "Question 4 has been answered.",
    "Bill after Bill has been brought here.",
    "Amendments 3 and 4 are in my name.",
    "Lords amendment 7, on sheds, would put that right.",
    "Clause 5 deals with ferries.",
    "The House divided on this and the Government lost.",
    "The Secretary of State was asked a question and did not answer.",
    "It being Christmas, people travel.",
    "The following Members took part, and nobody noticed.",
    "Several Members made the same point.",
    "Lord Pettifer took the oath that all of us take, and I remember it.",
    "The Chair of the Committee reported that it was so.",
    "Leave aside the cost.",
    "House prices rose.",
    "Sitting here, one hears much.",
    "Object.",
    "Hear, hear.",
    "[Official Report, 11 January 2024; Vol. 743, c. 524.]",
    "",
]


@pytest.mark.parametrize("text", COMMONS + LORDS)
def test_set_phrases_are_nobodys(text: str) -> None:
    assert voices.reads_procedural(text)
    assert voices.is_impersonal([text])


@pytest.mark.parametrize("text", MEMBERS)
def test_words_of_a_member_are_no_set_phrase(text: str) -> None:
    assert not voices.reads_procedural(text)


def test_set_phrases_may_follow_each_other() -> None:
    assert voices.reads_procedural("Question put and agreed to. Bill accordingly read a Second time.")
    assert not voices.reads_procedural("Question put and agreed to. I now call the Minister.")


def test_what_hangs_on_a_set_phrase_is_nobodys_unless_somebody_says_it() -> None:
    moved = ["Motion made, and Question proposed,", "That three be the quorum of the Committee."]
    assert voices.is_impersonal(moved)
    assert not voices.is_impersonal([*moved, "I am grateful for the chance to speak."])
    assert not voices.is_impersonal(["The scene is one of constant change; it is not static."])


@pytest.mark.parametrize(
    "name",
    ["Hon. Members", "Several hon. Members", "Noble Lords:", "A noble Lord", "An hon. Member", "Opposition Members",
     "Several right hon. and hon. Members", "HON. MEMBERS", "Several noble Lords"],
)  # fmt: skip
def test_a_voice_that_is_nobodys(name: str) -> None:
    assert voices.is_collective(name)


@pytest.mark.parametrize(
    "name",
    ["Lord Bach", "Mr Speaker", "The Earl of Wick", "Baroness Noble", "Andrew Lords", "The Chairman",
     "The Lord Bishop of Tarnbeck", "Lords Spokesperson (Home Office) (Lord Peer)"],
)  # fmt: skip
def test_a_name_is_a_name(name: str) -> None:
    assert not voices.is_collective(name)


def test_a_collective_voice_in_a_line_without_attribution() -> None:
    assert voices.collective_in("Several hon. Members rose—") == "Several hon. Members"
    assert voices.collective_in("The Minister rose—") is None


@pytest.mark.parametrize(
    "text", ["rose—", "rose -", "indicated assent.", "indicated dissent.", "nodded.", "Ianthe Marshrose—"]
)
def test_gestures(text: str) -> None:
    assert voices.is_gesture(text)


@pytest.mark.parametrize("text", ["The price of bread rose—", "rose to fame in Tarnbeck.", "I assented.", "No."])
def test_words_about_gestures_are_none(text: str) -> None:
    assert not voices.is_gesture(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I will give way.", True),
        ("Let us proceed.", True),
        ("My Lords, it is so.", True),
        ("He told the House, “I shall resign”.", False),
        ('It says: "We agree".', False),
        ("Part I of the Act, and the US, and George I.", False),
        ("See HC 552-I and -II, S.I, 2020, No. 500.", False),
    ],
)
def test_the_first_person(text: str, said: bool) -> None:
    assert voices.first_person(text) is said


def test_interruptions_and_voices_from_the_benches_are_marked() -> None:
    text = "That is wrong. [Interruption.] It is. [Hon. Members: “Go on!”] No."
    assert [text[span.start : span.end] for span in voices.spans(text)] == [
        "[Interruption.]",
        "[Hon. Members: “Go on!”]",
    ]
    assert {span.kind for span in voices.spans(text)} == {"interjection"}


def test_an_editorial_bracket_is_left_to_the_speaker() -> None:
    assert voices.spans("He spoke of them [biofuels] then. [Official Report, 1 May 2019; Vol. 1, c. 2.]") == ()


def test_a_set_phrase_behind_a_members_words_is_marked_to_its_end() -> None:
    text = "I beg leave to withdraw it. Amendment, by leave, withdrawn. Clause 4 ordered to stand part of the Bill."
    (span,) = voices.spans(text)
    assert (span.kind, text[span.start : span.end]) == ("procedural", text[28:])


def test_a_gesture_may_have_a_set_phrase_behind_it() -> None:
    text = "indicated assent. Amendment, by leave, withdrawn."
    assert voices.is_gesture(text)
    assert voices.spans(text) == (Span("procedural", 18, len(text)),)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“When you cannot see them, let them hear you.”", "quotation"),
        ("“The first paragraph of several", "quotation"),
        ("‘By the long grey beard of Tarnbeck,", "quotation"),
        ("“One” and “two” are words.", "text"),
        ("“He said “no” and left.”", "quotation"),
        ("[Laughter.]", "interjection"),
        ("[Inaudible.]", "procedural"),
        ("Question put and agreed to.", "procedural"),
        ("That the draft Order be approved, and no more.—(Lucian Marsh.)", "motion"),
        ("That is a shed.", "text"),
    ],
)
def test_the_kind_of_a_whole_paragraph(text: str, kind: str) -> None:
    assert voices.paragraph(text).kind == kind
    assert voices.paragraph(text, "motion", "12") == Paragraph("motion", text, "12")


@given(st.text(alphabet=st.sampled_from("[]().“”\"' —:AIaeHhonMmbrs QuestionAmdgtw12"), max_size=120))
def test_spans_are_in_order_apart_and_inside_whatever_the_text(text: str) -> None:
    voices.reads_procedural(text)
    voices.is_gesture(text)
    voices.is_collective(text)
    end = 0
    for span in voices.spans(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end
    assert voices.paragraph(text).text == text


def test_the_examples_in_the_documentation_hold() -> None:
    assert doctest.testmod(voices).failed == 0
