"""Windows, merging and counts: what must hold for any debate whatever, whoever is looked at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.extracts.excerpt import CONTEXTS, LONG, Shown, Turn, Windows, windows

KINDS = (
    "speech", "question", "supplementary", "answer", "urgent-question", "intervention", "statement",
    "point-of-order", "motion", "gesture", "collective", "procedural",
)  # fmt: skip
VOICES = ("ann", "bob", "cat", "dan", "chair", None)


@st.composite
def debates(draw: st.DrawFn) -> list[Turn]:
    rows = draw(
        st.lists(
            st.tuples(st.sampled_from(KINDS), st.sampled_from(VOICES), st.integers(0, 2), st.integers(0, 2 * LONG)),
            max_size=30,
        )
    )
    return [
        Turn(
            id=f"c{place}",
            section=section,
            kind=kind,
            voice=None if kind in ("procedural", "collective") else voice,
            role="chair" if voice == "chair" else None,
            procedural=kind == "procedural",
            words=words,
        )
        for place, (kind, voice, section, words) in enumerate(sorted(rows, key=lambda row: row[2]))
    ]


def shown(found: Windows) -> list[Shown]:
    return [one for run in found.runs for one in run]


@given(debates(), st.sampled_from(VOICES[:-1]), st.sampled_from(CONTEXTS), st.integers(0, 3), st.integers(0, 3))
def test_any_excerpt_is_honest(turns: list[Turn], voice: str, context: str, before: int, after: int) -> None:
    found = windows(turns, lambda turn: turn.voice == voice, context=context, before=before, after=after)
    places = [one.index for one in shown(found)]
    counted = [place for place, turn in enumerate(turns) if not turn.procedural]

    assert places == sorted(set(places)), "in the order of the record, each once"
    assert [one.index for one in shown(found) if one.focus] == [p for p in counted if turns[p].voice == voice]
    assert set(places) <= set(counted)
    assert len(places) + found.omitted_before + sum(found.omitted_between) + found.omitted_after == len(counted)
    assert all(one.focus == (one.because is None) for one in shown(found))
    assert not any(one.cut for one in shown(found) if one.focus)
    assert len(found.omitted_between) == max(0, len(found.runs) - 1)
    assert all(gap > 0 for gap in found.omitted_between), "runs without a gap between them are one run"
    for run in found.runs:
        ranks = [counted.index(one.index) for one in run]
        assert ranks == list(range(ranks[0], ranks[0] + len(ranks))), "a run has no holes"


@given(debates(), st.sampled_from(VOICES[:-1]), st.integers(0, 4), st.integers(0, 4))
def test_adjacent_is_the_brute_force_window(turns: list[Turn], voice: str, before: int, after: int) -> None:
    counted = [turn for turn in turns if not turn.procedural]
    expected = []
    for place, turn in enumerate(counted):
        nearby = counted[max(0, place - after) : place + before + 1]
        if any(other.voice == voice for other in nearby):
            expected.append(turn.id)
    found = windows(turns, lambda turn: turn.voice == voice, context="adjacent", before=before, after=after)
    assert [turns[one.index].id for one in shown(found)] == expected


@given(debates(), st.sampled_from(CONTEXTS))
def test_a_window_of_the_whole_debate_is_the_debate(turns: list[Turn], context: str) -> None:
    found = windows(turns, frozenset(turn.id for turn in turns), context=context)
    assert [one.index for one in shown(found)] == [p for p, turn in enumerate(turns) if not turn.procedural]
    assert len(found.runs) <= 1
    assert (found.omitted_before, found.omitted_between, found.omitted_after) == (0, (), 0)


@given(debates(), st.sampled_from(VOICES[:-1]))
def test_a_window_wide_enough_is_the_whole_debate(turns: list[Turn], voice: str) -> None:
    found = windows(turns, lambda turn: turn.voice == voice, context="adjacent", before=99, after=99)
    assert not shown(found) or not (found.omitted_before or found.omitted_between or found.omitted_after)


@given(debates(), st.sampled_from(VOICES[:-1]))
def test_context_only_adds(turns: list[Turn], voice: str) -> None:
    def seen(context: str) -> set[int]:
        return {one.index for one in shown(windows(turns, lambda turn: turn.voice == voice, context=context))}

    assert seen("none") <= seen("reply")
    assert seen("none") <= seen("adjacent")


def speeches(*voices: str) -> list[Turn]:
    return [Turn(str(place), 0, "speech", voice) for place, voice in enumerate(voices)]


def test_none_merges_consecutive_contributions_into_one_run() -> None:
    found = windows(speeches("ann", "bob", "bob", "ann", "bob"), {"1", "2", "4"}, context="none")
    assert [[one.index for one in run] for run in found.runs] == [[1, 2], [4]]
    assert (found.omitted_before, found.omitted_between, found.omitted_after) == (1, (1,), 0)


def test_adjacent_goes_across_sub_headings_and_says_why() -> None:
    turns = [Turn("a", 1, "speech", "ann"), Turn("b", 2, "speech", "bob"), Turn("c", 3, "speech", "cat")]
    (run,) = windows(turns, {"b"}, context="adjacent").runs
    assert [(one.index, one.because) for one in run] == [(0, "adjacent"), (1, None), (2, "adjacent")]


def test_words_of_nobody_are_neither_counted_nor_shown_but_gestures_are() -> None:
    turns = [
        Turn("a", 0, "speech", "ann"),
        Turn("b", 0, "collective", None),
        Turn("c", 0, "procedural", None, procedural=True),
        Turn("d", 0, "speech", "bob"),
        Turn("e", 0, "procedural", None, procedural=True),
        Turn("f", 0, "gesture", "cat"),
        Turn("g", 0, "speech", "dan"),
    ]
    found = windows(turns, {"d"}, context="adjacent")
    assert [one.index for one in shown(found)] == [1, 3, 5]
    assert (found.omitted_before, found.omitted_after) == (1, 1)


def test_nothing_in_focus_leaves_all_out() -> None:
    assert windows(speeches("ann", "bob"), {"9"}) == Windows(2, (), (), 0)
    assert windows([], {"9"}) == Windows(0, (), (), 0)


def test_a_focus_that_is_also_context_is_a_focus() -> None:
    (run,) = windows(speeches("ann", "bob", "ann"), {"0", "1"}).runs
    assert [(one.focus, one.because) for one in run] == [(True, None), (True, None), (False, "resumption")]


@pytest.mark.parametrize("asked", [{"context": "all"}, {"before": -1}, {"after": -1}])
def test_a_wrong_window_is_refused(asked: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        windows(speeches("ann"), {"0"}, **asked)  # type: ignore[arg-type]


def long(id: str, voice: str, words: int = LONG + 1) -> Turn:
    return Turn(id, 0, "speech", voice, words=words)


def test_a_long_interrupted_speech_keeps_its_end_and_the_resumption_its_beginning() -> None:
    (run,) = windows([long("0", "ann"), long("1", "bob", 30), long("2", "ann")], {"1"}).runs
    assert [one.cut for one in run] == ["before", None, "after"]


def test_what_is_short_or_stands_between_two_focuses_is_not_cut() -> None:
    assert not any(one.cut for one in shown(windows([long("0", "ann", 9), long("1", "bob")], {"1"}, context="reply")))
    turns = [long("0", "ann", 9), long("1", "bob"), long("2", "ann"), long("3", "bob"), long("4", "ann", 9)]
    assert not any(one.cut for one in shown(windows(turns, {"1", "3"})))


def test_an_answer_is_never_cut() -> None:
    turns = [Turn("0", 0, "question", "ann"), Turn("1", 0, "answer", "min", words=9 * LONG)]
    assert [one.cut for one in shown(windows(turns, {"0"}))] == [None, None]
