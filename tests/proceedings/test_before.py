"""What is before the House, told by headings, motions and the Chair's grouping alone."""

from __future__ import annotations

from onrecord.proceedings.before import Before


def labels(before: Before) -> list[str]:
    return [one.label for one in before.now]


def test_the_heading_of_a_clause_puts_it_before_the_house_and_the_next_one_ends_it() -> None:
    before = Before(None)
    before.enter("Clause 2 - Duty not to put out a light")
    assert labels(before) == ["clause 2"]
    before.enter("Third Reading")
    assert labels(before) == []


def test_an_amendment_moved_is_before_the_house_with_the_clause_it_amends() -> None:
    before = Before(None)
    before.enter("Report (2nd Day)")
    before.hear(["I beg to move amendment 3, in clause 8, page 1."], moves=True, chair=False, procedural=False)
    assert labels(before) == ["amendment 3", "clause 8"]
    before.hear(["I beg to move amendment 9, in clause 9, page 2."], moves=True, chair=False, procedural=False)
    assert labels(before) == ["amendment 9", "clause 9"]


def test_the_chairs_group_is_added_and_another_speech_adds_nothing() -> None:
    before = Before(None)
    before.enter("Clause 1 - Meaning")
    group = [
        "With this it will be convenient to discuss the following:",
        "Amendment 2, in clause 4, page 3.",
        "Clause stand part.",
    ]
    before.hear(group, moves=False, chair=True, procedural=False)
    before.hear(["I oppose amendment 77 and clause 30."], moves=False, chair=False, procedural=False)
    assert labels(before) == ["clause 1", "amendment 2", "clause 4"]


def test_the_lords_own_words_name_the_clause_and_the_amendment() -> None:
    before = Before(None)
    words = [
        "Clause 3 : Duty not to put out a light",
        "Amendment 1",
        "Moved by Lord Fogge",
        "1: Clause 3, page 2, line 4",
    ]
    before.hear(words, moves=False, chair=False, procedural=True)
    assert labels(before)[0] == "clause 3"


def test_that_the_clause_be_read_keeps_the_heading() -> None:
    before = Before(None)
    before.enter("New Clause 1 - Keepers")
    before.hear(["I beg to move, That the clause be read a Second time."], moves=True, chair=False, procedural=False)
    assert labels(before) == ["new clause 1"]
