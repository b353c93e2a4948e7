"""Every sentence of "cause, focus and answer", each with a debate made for it."""

from __future__ import annotations

from onrecord.extracts.excerpt import Turn, windows

# Each letter of a script is a voice: S the Chair, M the minister, "-" nobody; after it the kind.
KINDS = {
    "q": "question", "s": "supplementary", "a": "answer", "u": "urgent-question", "t": "statement",
    "i": "intervention", "p": "point-of-order", "g": "gesture", "c": "collective", "w": "written-question",
    "r": "written-answer", "m": "motion", "": "speech",
}  # fmt: skip


def talk(script: str) -> list[Turn]:
    """`"Aq Ma | Bq"`: Ann's tabled question, the minister's answer, and under a new heading Bob's question."""
    turns: list[Turn] = []
    section = 0
    for word in script.split():
        if word == "|":
            section += 1
            continue
        place, kind = len(turns), KINDS[word[1:2]]
        voice = None if word[0] == "-" else word[0]
        role = "chair" if word[0] == "S" else None
        turns.append(Turn(str(place), section, kind, voice, role, number=word[2:] or None))
    return turns


def seen(script: str, *focus: int) -> str:
    """The runs as `place:because`, the focus as `place*`, with the omissions in between."""
    found = windows(talk(script), {str(place) for place in focus})
    runs = [
        " ".join(f"{one.index}*" if one.focus else f"{one.index}:{one.because}" for one in run) for run in found.runs
    ]
    text = runs[0]
    for gap, run in zip(found.omitted_between, runs[1:], strict=True):
        text += f" ({gap}) {run}"
    return text


# --- question sections ---


def test_an_answer_shows_a_tabled_question_with_its_whole_group() -> None:
    assert seen("Aq Bq Cq Ma As Ma", 3) == "0:question 1:group 2:group 3*"


def test_an_answer_shows_the_supplementary_it_answers_and_no_more() -> None:
    assert seen("Aq Ma As Ma Bs Ma", 5) == "4:question 5*"


def test_an_answer_shows_the_chair_and_gestures_between_it_and_its_question() -> None:
    assert seen("Aq Ma Bs S -c Ma", 5) == "2:question 3:chair 4:between 5*"


def test_an_answer_broken_by_the_chair_reaches_back_to_its_question() -> None:
    assert seen("Aq Ma Bs Ma S Ma Cs Ma", 5) == "2:question 3:chair 4:chair 5*", "3 is the same exchange with the Chair"


def test_a_question_shows_its_answer_past_the_group_and_the_chair() -> None:
    assert seen("Aq Bq S Ma As Ma", 0) == "0* 1:group 2:chair 3:answer"
    assert seen("Aq Bq S Ma As Ma", 1) == "1* 2:chair 3:answer"


def test_a_question_shows_an_answer_that_the_source_marks_as_a_mere_speech() -> None:
    assert seen("Aq M Bs Ma Cs Ma", 0) == "0* 1:answer"


def test_a_question_left_unanswered_takes_no_answer_from_the_next_question() -> None:
    assert seen("Aq Ma | Bq | Cq Ma", 2) == "1:adjacent 2* 3:adjacent"


def test_a_supplementary_shows_its_answer_and_its_groups_tabled_question_far_above() -> None:
    assert seen("Aq Ma As Ma Bs Ma Cs Ma", 6) == "0:group (5) 6* 7:answer"


def test_a_supplementary_shows_the_whole_group_as_the_tabled_question() -> None:
    assert seen("Aq Bq Ma As Ma Cs Ma", 5) == "0:group 1:group (3) 5* 6:answer"


def test_a_supplementary_shows_the_answer_before_it_only_if_given_to_the_same_member() -> None:
    assert seen("Aq Ma As Ma", 2) == "0:group 1:answer 2* 3:answer"
    assert seen("Aq Bq Ma Bs Ma", 3) == "0:group 1:group 2:answer 3* 4:answer", "given to the group, so to Bob too"
    assert seen("Aq Ma As Ma Bs Ma Bs Ma", 6) == "0:group (4) 5:answer 6* 7:answer"
    assert seen("Aq Ma As Ma Bs Ma", 4) == "0:group (3) 4* 5:answer"


def test_a_supplementary_follows_no_question_under_another_heading() -> None:
    assert seen("Aq Ma | Bs Ma", 2) == "2* 3:answer"


def test_under_topical_questions_a_numbered_question_stands_for_itself() -> None:
    script = "AqT1 Ma As Ma Cs Ma BqT2 Ma Cs Ma Bs Ma"
    assert seen(script, 4) == "0:group (3) 4* 5:answer", "the opening question is open to all"
    assert seen(script, 8) == "8* 9:answer", "Cat does not follow up Bob's question"
    assert seen(script, 10) == "6:group (3) 10* 11:answer", "Bob does"
    assert seen(script.replace("T1", "").replace("T2", ""), 8) == "8* 9:answer"


def test_a_group_given_by_the_caller_is_taken_as_it_is() -> None:
    rows = [
        ("a", "question", 1),
        ("m", "answer", 1),
        ("b", "question", 2),
        ("m", "answer", 2),
        ("c", "supplementary", 1),
    ]
    turns = [Turn(str(place), 0, kind, voice, group=group) for place, (voice, kind, group) in enumerate(rows)]
    (first, *_) = windows(turns, {"4"}).runs
    assert [(one.index, one.because) for one in first] == [(0, "group")]


def test_an_urgent_question_is_answered_by_the_statement_after_it_and_followed_by_all() -> None:
    script = "S Au Mt As Ma Bs Ma"
    assert seen(script, 1) == "1* 2:answer"
    assert seen(script, 2) == "1:question 2*"
    assert seen(script, 5) == "1:group (3) 5* 6:answer"


def test_questions_on_a_statement_are_found_even_where_the_source_calls_them_speeches() -> None:
    script = "S Mt A M S B M"
    assert seen(script, 2) == "2* 3:answer"
    assert seen(script, 6) == "5:question 6*"


def test_the_statement_itself_answers_nothing_so_its_neighbours_are_shown() -> None:
    assert seen("S Mt As Ma Bs Ma", 1) == "0:adjacent 1* 2:adjacent"


def test_written_questions_and_answers_are_question_and_answer() -> None:
    assert seen("Aw Bw Mr", 2) == "0:question 1:group 2*"
    assert seen("Aw Mr", 0) == "0* 1:answer"


def test_two_questions_running_do_not_answer_each_other() -> None:
    assert seen("Aq Ma Bs Cs Ma", 2) == "0:group (1) 2* 3:adjacent"


def test_a_questioner_who_goes_on_after_the_chair_still_gets_the_answer() -> None:
    assert seen("Aq Ma Bs S Bs Ma", 2) == "0:group (1) 2* 3:chair 4:chair 5:answer"


# --- debates ---


def test_an_intervener_shows_what_was_interrupted_and_the_resumption() -> None:
    assert seen("A B A C", 1) == "0:interrupted 1* 2:resumption"
    assert seen("A S B -c S A C", 2) == "0:interrupted 1:chair 2* 3:between 4:chair 5:resumption"


def test_a_resumption_shows_the_intervention() -> None:
    assert seen("A B A C", 2) == "1:intervention 2*"
    assert seen("A B S A C", 3) == "1:intervention 2:chair 3*"


def test_any_other_speech_has_no_cause() -> None:
    assert seen("A B C D", 2) == "2*"
    assert seen("Am B C", 0) == "0*"
    assert seen("A B A C", 0) == "0*"


def test_the_floor_passes_on() -> None:
    assert seen("A B C B D", 1) == "1*"
    assert seen("A B C B D", 2) == "1:interrupted 2* 3:resumption"


def test_who_has_the_floor_is_not_an_intervener_between_two_interventions() -> None:
    assert seen("A B A B A C", 2) == "1:intervention 2*"


def test_two_who_break_in_together_are_both_interveners_where_the_source_says_so() -> None:
    assert seen("A Bi Ci A D", 1) == "0:interrupted 1* 2:between 3:resumption"
    assert seen("A Bi Ci A D", 3) == "1:intervention 2:intervention 3*"


def test_a_reply_is_no_intervention_where_the_source_marks_the_real_one() -> None:
    assert seen("A B Ai B", 1) == "1*"
    assert seen("A B Ai B", 2) == "1:interrupted 2* 3:resumption"


def test_the_floor_given_by_the_caller_is_taken_as_it_is() -> None:
    rows = [("a", "a"), ("b", "b"), ("a", "b"), ("b", "b")]
    turns = [Turn(str(place), 0, "speech", voice, floor=floor) for place, (voice, floor) in enumerate(rows)]
    (run,) = windows(turns, {"2"}).runs
    assert [one.because for one in run] == ["interrupted", None, "resumption"]
    assert windows(turns, {"1"}).runs[0][0].focus


def test_nobodys_voice_holds_no_floor() -> None:
    assert seen("- B -", 1) == "1*"


def test_a_gesture_shows_its_neighbours() -> None:
    assert seen("A Bg A C", 1) == "0:adjacent 1* 2:adjacent"


# --- the Chair ---


def test_a_point_of_order_runs_to_the_chairs_last_word() -> None:
    assert seen("A Bp S Bp S C", 1) == "1* 2:chair 3:chair 4:chair"
    assert seen("A Bp S C", 1) == "1* 2:chair"


def test_points_of_order_by_several_are_each_their_own_exchange() -> None:
    assert seen("Ap S Bp S Ap S", 2) == "2* 3:chair"


def test_a_point_of_order_in_a_speech_is_also_an_intervention() -> None:
    assert seen("A Bp S A C", 1) == "0:interrupted 1* 2:chair 3:resumption"


def test_a_member_called_to_order_hears_the_chair_out() -> None:
    assert seen("B A S A S C", 3) == "1:chair 2:chair 3* 4:chair"


def test_the_chairs_words_in_an_exchange_show_the_exchange() -> None:
    assert seen("A Bp S C", 2) == "1:chair 2*"


def test_calling_the_next_speaker_is_no_exchange() -> None:
    assert seen("A S B S C", 2) == "2*"
    assert seen("A S B S C", 1) == "0:adjacent 1* 2:adjacent"


def test_an_exchange_with_the_chair_ends_at_a_heading() -> None:
    assert seen("B A S | A C", 1) == "1*"
