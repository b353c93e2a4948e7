"""Interventions: whoever has the floor speaks before and after."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from onrecord.proceedings.floor import mark_floor
from onrecord.proceedings.turns import Turn
from onrecord.proceedings.who import Voice
from onrecord.reading import Mark, Paragraph, ReadContribution


def turn(who: str, head: str = "Lamps.", words: int = 300, type: str = "") -> Turn:
    said = ReadContribution("id", 0, Mark(key=who), (Paragraph("text", " ".join(["lamp"] * words)),))
    return Turn(said, Voice(who, who, who), 0, head, type, None, False)


def ending(who: str, *paragraphs: tuple[str, str]) -> Turn:
    """A turn of 300 words and more whose last paragraphs are these, as kind and text."""
    said = (Paragraph("text", " ".join(["lamp"] * 300)), *(Paragraph(kind, text) for kind, text in paragraphs))
    return Turn(ReadContribution("id", 0, Mark(key=who), said), Voice(who, who, who), 0, "Lamps.", "", None, False)


def told(text: str) -> Turn:
    """What the House decided, in a contribution that is nobody's."""
    said = (Paragraph("procedural", text),)
    item = ReadContribution("id", 0, Mark(), said, procedural=True)
    return Turn(item, Voice(None, None, None), 0, text, "", None, False)


def marked(*turns: Turn) -> list[str]:
    mark_floor(turns)
    return [f"{one.floor}" if one.kind != "intervention" else f"{one.floor}<{one.key}" for one in turns]


def test_a_b_a_is_an_intervention_by_b() -> None:
    assert marked(turn("a"), turn("b", words=40), turn("a"), turn("c")) == ["a", "a<b", "a", "c"]


def test_two_break_in_one_after_the_other() -> None:
    assert marked(turn("a"), turn("b", words=40), turn("c", words=30), turn("a"), turn("d")) == [
        "a",
        "a<b",
        "a<c",
        "a",
        "d",
    ]


def test_the_next_speech_takes_the_floor_and_the_former_holder_breaks_in_on_it() -> None:
    took = marked(
        turn("a", words=700), turn("b", words=900), turn("a", "Will the Minister give way?", 5), turn("b", words=400)
    )
    assert took == ["a", "b", "b<a", "b"]


def test_a_short_reply_that_opens_as_speeches_do_takes_the_floor() -> None:
    reply = turn("b", "I congratulate my hon. Friend on securing this debate.", 150)
    assert marked(turn("a"), reply, turn("a", words=30), turn("b")) == ["a", "b", "b<a", "b"]


def test_an_intervention_may_open_as_speeches_do() -> None:
    asked = turn("b", "I congratulate my hon. Friend on securing this debate. Does he agree?", 60)
    assert marked(turn("a"), asked, turn("a"), turn("b", words=40), turn("a")) == ["a", "a<b", "a", "a<b", "a"]


def test_somebody_who_is_interrupted_in_turn_has_the_floor() -> None:
    assert marked(turn("a"), turn("b"), turn("c", words=20), turn("b"), turn("a")) == ["a", "b", "b<c", "b", "a"]


def test_whoever_begged_to_move_has_done_and_the_next_two_reply() -> None:
    moved = ending("a", ("text", "The lamps are dim. I beg to move."))
    assert marked(moved, turn("b", words=90), turn("c", words=80), turn("a")) == ["a", "b", "c", "a"]


def test_before_the_mover_sits_down_somebody_may_break_in() -> None:
    moved = ending("a", ("text", "The lamps are dim. I beg to move."))
    asked = turn("b", "My Lords, will the noble Baroness say how dim?", 9)
    assert marked(moved, asked, turn("a"), turn("c")) == ["a", "a<b", "a", "c"]


def test_a_withdrawal_is_no_intervention_in_the_next_amendments_speech() -> None:
    """b replies on a's amendment; a withdraws it, behind which the next is printed as moved by b."""
    withdrawn = ending("a", ("text", "I shall reflect on the lamps."), ("procedural", "Amendment 63 withdrawn."))
    assert marked(turn("a"), turn("b"), withdrawn, turn("b", "I shall speak also to the oil.", 400)) == [
        "a",
        "b",
        "a",
        "b",
    ]


def test_a_decision_between_two_speeches_of_one_parts_them() -> None:
    asked = turn("b", words=90)
    parted = [turn("a"), told("Amendment, by leave, withdrawn."), asked, turn("a", words=60), turn("b", words=30)]
    assert marked(*parted)[2:] == ["b", "b<a", "b"]


def test_what_is_put_in_an_older_volume_ends_the_speech_before_it() -> None:
    spoke = [turn("a", "moved to leave out the lamps."), told("Amendment moved— In page 2, to leave out “lamps”.")]
    assert marked(*spoke, turn("b", words=90), turn("a", words=30), turn("c"))[2] == "b"


def test_a_time_that_is_printed_before_a_name_begins_a_speech() -> None:
    def at(time: str, one: Turn) -> Turn:
        one.item = structs.replace(one.item, time=time)
        return one

    turns = [
        at("10:11:00", turn("a")),
        at("10:25:00", turn("b", "I was tempted to intervene.")),
        turn("a", words=30),
        turn("b"),
    ]
    assert marked(*turns) == ["a", "b", "b<a", "b"]
    quarter = [at("10:11:00", turn("a")), at("10:15:00", turn("b", words=50)), turn("a"), turn("c")]
    assert marked(*quarter) == ["a", "a<b", "a", "c"]


def test_whoever_puts_a_question_of_which_notice_was_given_is_answered() -> None:
    asked = turn("a", "My Lords, I rise to ask the Under-Secretary of State what lamps are lit.", 60)
    assert marked(asked, turn("b", words=150), turn("a", words=90))[1] == "b"
    argued = turn("a", "My Lords, I rise to ask the Under-Secretary of State what lamps are lit.", 700)
    assert marked(argued, turn("b", words=5), turn("a", words=90))[1] == "a<b"


def test_no_intervention_is_longer_than_any_that_was_seen() -> None:
    """In five days whose source marks them the longest has 179 words."""
    assert marked(turn("a"), turn("b", words=221), turn("a", words=30), turn("c"))[1] == "b"
    assert marked(turn("a"), turn("b", words=220), turn("a", words=30), turn("c"))[1] == "a<b"


def test_peers_say_my_lords_before_the_set_words() -> None:
    thanks = turn("a", "My Lords, I thank all who have spoken of the lamps.", 350)
    assert marked(turn("a"), turn("b", words=900), thanks, turn("b", words=30), turn("a", words=90))[2] == "a"
    assert marked(turn("a"), turn("b"), turn("c", "My Lords, I thank all who spoke.", 350), turn("b"))[2] == "c"


def test_the_sources_type_decides_a_last_intervention_that_nobody_answers() -> None:
    assert marked(turn("a", type="Speech"), turn("b", words=40, type="Intervention")) == ["a", "a<b"]
    assert marked(turn("a"), turn("b", words=40)) == ["a", "b"]


def test_the_sources_type_keeps_two_speeches_apart() -> None:
    typed = [turn("a", type="Speech"), turn("b", words=90, type="Speech"), turn("a", words=90, type="Speech")]
    assert marked(*typed) == ["a", "b", "a"]


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(1, 900)), max_size=30))
def test_every_turn_is_under_somebodys_floor_and_only_those_of_others_are_interventions(
    said: list[tuple[str, int]],
) -> None:
    turns = [turn(who, words=words) for who, words in said]
    mark_floor(turns)
    for one in turns:
        assert one.floor is not None
        assert (one.kind == "intervention") == (one.floor != one.key)
    first_to_last = [one.floor for one in turns]
    assert set(first_to_last) <= {one.key for one in turns if one.kind != "intervention"}, (
        "who has the floor has spoken"
    )
