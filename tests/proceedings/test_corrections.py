"""Which words are reprinted as wrong, where they stand, and how they should have been: fiction in the printed form."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.people.roll import MemoryRoll
from onrecord.proceedings.corrections import Corrected, corrections_in, reference_of
from onrecord.proceedings.interpret import interpret
from onrecord.proceedings.turns import debates_of, read_turns
from onrecord.proceedings.who import Voices
from onrecord.reading import Mark, Paragraph, ReadContribution, ReadSitting, Section

ADA, ODO = "person/90001", "person/90002"
EXTRACT = "The following is an extract from questions to the Secretary of State for Transport on 5 February 2018."
LETTER = "Letter of correction from the Minister of State for Transport, the hon. Member for Wick (Ada Fenn):"
ERROR = "An error has been identified in the answer given to the hon. Member for Loch (Odo Quill). It should have been:"
REFERENCE = "[Official Report, 5 February 2018, Vol. 635, c. 12.]"


def said(number: int, who: str | None, *paragraphs: str, **more: object) -> ReadContribution:
    mark = Mark(who, {ADA: "Ada Fenn", ODO: "Odo Quill"}.get(who or ""))
    words = tuple(Paragraph("text", text) for text in paragraphs)
    made = ReadContribution(f"c{number}", 0, mark, words, procedural=who is None)
    return made if not more else type(made)(**{f: getattr(made, f) for f in made.__struct_fields__} | more)


def sitting(*items: ReadContribution, chamber: str = "corrections", title: str = "Ferries") -> ReadSitting:
    return ReadSitting(
        "commons", chamber, date(2018, 2, 9), (Section("s", title, kind="business", debate=True),), items
    )


def corrected(of: ReadSitting) -> Corrected:
    interpret(of, MemoryRoll(()))
    turns = read_turns(of, Voices(MemoryRoll(())))  # type: ignore[arg-type]
    for turn in turns:
        turn.kind = "point-of-order" if "point of order" in turn.head else turn.kind
    return corrections_in(of, turns, debates_of(of.sections))


def test_extract_reference_letter_and_correct_words_are_told_apart() -> None:
    found = corrected(
        sitting(
            said(0, None, EXTRACT),
            said(1, ODO, "How many ferries sail in fog?"),
            said(2, ADA, "Two ferries sail in fog.", REFERENCE),
            said(3, None, LETTER),
            said(4, None, ERROR),
            said(5, ADA, "Three ferries sail in fog."),
        )
    )
    (one,) = found.corrections
    assert (one.by, one.quoted, one.quote, one.status) == (5, 2, "Two ferries sail in fog.", "printed")
    assert one.reference == REFERENCE
    assert found.reprinted == {1: (0,), 2: (0,)}


def test_each_entry_of_a_debate_is_a_correction_of_its_own() -> None:
    entry = (said(1, ADA, "Two sail.", REFERENCE), said(2, None, LETTER, ERROR), said(3, ADA, "Three sail."))
    again = (said(5, ADA, "It is blue.", REFERENCE), said(6, None, ERROR), said(7, ADA, "It is grey."))
    found = corrected(sitting(said(0, None, EXTRACT), *entry, said(4, None, EXTRACT), *again))
    assert [(each.by, each.quoted) for each in found.corrections] == [(3, 1), (7, 5)]
    assert found.reprinted == {1: (0,), 5: (0,)}


def test_a_letter_alone_corrects_without_reprinting() -> None:
    found = corrected(sitting(said(0, None, LETTER), said(1, ADA, "I regret that the figures were out of date.")))
    (one,) = found.corrections
    assert (one.by, one.quoted, one.quote) == (0, None, "")
    assert found.reprinted == {}


def test_what_shows_no_line_of_a_correction_is_left_alone() -> None:
    assert corrected(sitting(said(0, ADA, "The ferries sail."))) == Corrected((), {})


def test_a_services_field_needs_no_words() -> None:
    (one,) = corrected(
        sitting(said(0, ADA, "Three sail.", corrects="written-question:7/2018-02-05/answer"))
    ).corrections
    assert (one.status, one.by, one.of) == ("field", 0, "written-question:7/2018-02-05/answer")


@pytest.mark.parametrize(
    ("chamber", "words"),
    [
        ("commons-chamber", "On a point of order, Mr Speaker. I wish to correct the record: there are three ferries."),
        ("commons-chamber", "On a point of order, Mr Speaker. I inadvertently misled the House about the ferries."),
        ("written-statements", "The written answer that I gave on 5 February 2018, column 12W, was incorrect."),
        ("written-answers", "An error was identified in table 2 of the answer of 5 February 2018, column 12W."),
    ],
)
def test_whoever_seems_to_correct_is_noted_and_never_believed(chamber: str, words: str) -> None:
    (one,) = corrected(sitting(said(0, ADA, words), chamber=chamber)).corrections
    assert (one.status, one.quote, one.quoted) == ("possible", "", None)
    assert (one.reference is not None) == ("column" in words)


@pytest.mark.parametrize(
    ("chamber", "words"),
    [
        ("commons-chamber", "On a point of order, Mr Speaker. Is it correct that the bar is shut?"),
        ("commons-chamber", "I am afraid that the hon. Gentleman’s figures are incorrect."),
        ("written-answers", "The ferries are inspected each week, and the record is kept in Wick."),
    ],
)
def test_other_words_are_no_correction(chamber: str, words: str) -> None:
    assert corrected(sitting(said(0, ADA, words), chamber=chamber)).corrections == ()


def test_a_reference_that_cannot_be_understood_is_none() -> None:
    assert reference_of(REFERENCE) is not None
    assert reference_of("[Official Report, some time ago.]") is None
    assert reference_of(None) is None
