"""Contributions of two editions are matched by words and place, against edits that are known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.formats.detect import read
from onrecord.reading import Mark, Paragraph, ReadContribution, ReadSitting, Section
from onrecord.store.editions import Match, matched, matched_contributions
from onrecord.store.told import spoken
from tests.store.editing import Truth, published_again

SAID = [
    "The lighthouse shall be kept lit from dusk until dawn, and the keeper paid on Fridays.",
    "Is the Minister aware that the keeper has not been paid since the second of May?",
    "I am aware of it. A cheque was sent by boat; the boat has not been seen since.",
    "Then I beg the House to consider sending the next one by road, or not at all.",
]


def sitting(*texts: str, ids: str = "a", voices: str = "ABAB") -> ReadSitting:
    return ReadSitting(
        house="commons",
        chamber="commons-chamber",
        date=date(2019, 8, 12),
        sections=(Section(f"{ids}/heading", "Lighthouses", debate=True),),
        items=tuple(
            ReadContribution(f"{ids}/{at}", 0, Mark(name=voices[at % 4]), (Paragraph("text", text),))
            for at, text in enumerate(texts)
        ),
    )


def told(old: ReadSitting, new: ReadSitting) -> set[tuple[str, str, str]]:
    return {(m.old, m.new, m.how) for m in matched_contributions(spoken(old), spoken(new))}


def test_the_same_words_are_the_same_contribution_and_headings_go_along() -> None:
    pairs = matched(sitting(*SAID), sitting(*SAID, ids="b"))
    assert Match("a/heading", "b/heading", "same") in pairs
    assert {(m.old, m.new, m.how) for m in pairs if m.old != "a/heading"} == {
        (f"a/{at}", f"b/{at}", "same") for at in range(4)
    }


def test_changed_words_between_two_that_agree() -> None:
    changed = SAID[1].replace("second of May", "third of June")
    assert ("a/1", "b/1", "changed") in told(
        sitting(*SAID), sitting(SAID[0], changed, *SAID[2:], ids="b", voices="ABAB")
    )


def test_what_was_withdrawn_and_what_is_new_have_no_partner() -> None:
    new = sitting(SAID[0], "Fog, fog, fog, and nothing whatever but fog.", *SAID[2:], ids="b", voices="AQAB")
    pairs = told(sitting(*SAID), new)
    assert {old for old, _, _ in pairs} == {"a/0", "a/2", "a/3"}
    assert {new for _, new, _ in pairs} == {"b/0", "b/2", "b/3"}


def test_one_cut_in_two_and_two_run_together() -> None:
    first, second = SAID[2].split(". ", 1)
    apart = sitting(SAID[0], SAID[1], first + ".", second, SAID[3], ids="b", voices="ABAA")
    assert {(new, how) for old, new, how in told(sitting(*SAID), apart) if old == "a/2"} >= {("b/3", "split")}
    joined = sitting(SAID[0] + " " + SAID[1], *SAID[2:], ids="b", voices="AABA")
    pairs = told(sitting(*SAID), joined)
    assert {("a/0", "b/0", "merged"), ("a/1", "b/0", "merged")} <= pairs


def test_what_moved_whole_is_found_where_it_went() -> None:
    assert ("a/0", "b/3", "same") in told(sitting(*SAID), sitting(*SAID[1:], SAID[0], ids="b", voices="BABA"))


def test_voices_written_differently_and_spelling_can_be_set_aside() -> None:
    shouted = sitting(*(text.upper() for text in SAID), ids="b", voices="WXYZ")
    pairs = matched_contributions(spoken(sitting(*SAID)), spoken(shouted), fold=str.lower, voices=False)
    assert {(m.old, m.new, m.how) for m in pairs} == {(f"a/{at}", f"b/{at}", "same") for at in range(4)}


@given(st.lists(st.text(alphabet="abc d", max_size=30), max_size=12), st.integers(0, 1000))
def test_no_partner_is_invented_and_a_pair_of_equals_is_never_called_changed(texts: list[str], seed: int) -> None:
    old = sitting(*texts)
    new, _ = published_again(old, seed)
    words = {i.source_id: i.paragraphs for i in (*spoken(old), *spoken(new))}
    for match in matched_contributions(spoken(old), spoken(new)):
        assert match.old in words
        assert match.new in words
        assert (match.how == "same") <= (
            " ".join(p.text for p in words[match.old]) == " ".join(p.text for p in words[match.new])
        )


DAYS = ("debates2009-10-27d.xml", "debates2016-05-09b.xml", "debates2020-12-14b.xml", "debates2023-03-28d.xml")


@pytest.mark.parametrize("name", DAYS)
@pytest.mark.parametrize("seed", range(3))
def test_known_edits_of_real_days_are_found(real_data: Path, name: str, seed: int) -> None:
    file = real_data / "twfy" / "debates" / name
    (old,) = read(file.read_bytes(), name).sittings
    new, truth = published_again(old, seed)
    found: Truth = {source_id: [] for source_id in truth}
    for match in matched_contributions(spoken(old), spoken(new)):
        found[match.old].append((match.new, match.how))
    wrong = {old for old, became in truth.items() if sorted(found[old]) != sorted(became)}
    assert len(truth) > 300
    assert len(wrong) <= len(truth) // 200
