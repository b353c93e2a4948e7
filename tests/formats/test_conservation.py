"""Word conservation: a reading that loses or invents a word is refused, and says which and where."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadInputError, WordsLostError
from onrecord.formats import parlparse, parlparse_speech
from onrecord.formats.conservation import account
from onrecord.reading import Mark, Paragraph, ReadContribution, ReadDivision, ReadSitting, Section, Stamp, Vote


def sitting(*texts: str) -> ReadSitting:
    """A sitting with one heading of two words, a contribution for each text, a time and a division."""
    items = [
        ReadContribution(str(number), 0, Mark(name="Ada Fenn"), (Paragraph("text", text),), attribution="Ada Fenn")
        for number, text in enumerate(texts)
    ]
    division = ReadDivision("d", 1, "1", {"aye": 1}, (Vote(None, "Odo Quill", "aye"),))
    return ReadSitting(
        "commons",
        "commons-chamber",
        date(2018, 2, 6),
        (Section("s", "Harbour Fog", debate=True), Section("t", "Clause 1", parent=0)),
        (*items, Stamp(0, "15:00:00"), division),
    )


SOURCE = ["Harbour", "Fog", "The", "fog", "is", "ours.", "Clause", "1", "Odo", "Quill"]


def test_every_word_is_counted_once_and_attributions_not_at_all() -> None:
    weighed = account(" ".join(SOURCE), [sitting("The fog is ours.")], "a.xml")
    assert weighed.words == 10
    assert weighed.buckets == {"heading": 4, "division": 2}


def test_words_that_merely_stand_elsewhere_are_not_lost() -> None:
    moved = SOURCE[2:] + SOURCE[:2]
    assert account(" ".join(moved), [sitting("The fog is ours.")], "a.xml").words == 10


def test_a_lost_paragraph_is_refused_with_its_first_words_and_line() -> None:
    dropped = ["Let", "it", "stay", "as", "it", "was", "before", "the", "lamps", "were", "lit."]
    source = [*SOURCE[:6], *dropped, *SOURCE[6:]]
    with pytest.raises(
        WordsLostError, match=r"lose 11 words, first “Let it stay as it was before the” \(a\.xml:7\)"
    ) as no:
        account(
            " ".join(source),
            [sitting("The fog is ours.")],
            "a.xml",
            line_of=lambda words: 7 if words[0] == "Let" else None,
        )
    assert no.value.exit_status == 3
    assert isinstance(no.value, BadInputError)


def test_one_lost_word_of_many_alike_is_noticed() -> None:
    with pytest.raises(WordsLostError, match="lose 1 words"):
        account(" ".join([*SOURCE[:6], "fog", *SOURCE[6:]]), [sitting("The fog is ours.")], "a.xml")


def test_an_invented_word_is_refused_too() -> None:
    with pytest.raises(WordsLostError, match="invent 1 words, first “not"):
        account(" ".join(SOURCE), [sitting("The fog is not ours.")], "a.xml")


@given(st.lists(st.text(alphabet="ab .", max_size=12), max_size=6), st.data())
def test_a_reading_passes_only_if_no_word_is_missing(texts: list[str], data: st.DataObject) -> None:
    words = ["Harbour", "Fog", *" ".join(texts).split(), "Clause", "1", "Odo", "Quill"]
    assert account(" ".join(words), [sitting(*texts)], "a.xml").words == len(words)
    gone = data.draw(st.integers(0, len(words) - 1))
    with pytest.raises(WordsLostError):
        account(" ".join(words[:gone] + words[gone + 1 :]), [sitting(*texts)], "a.xml")


def test_a_reader_that_drops_a_paragraph_cannot_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    data = (
        b'<publicwhip latest="yes">\n<speech id="uk.org.publicwhip/debate/2018-02-06a.1.1" speakername="Ada Fenn">\n'
        b"<p>The fog is ours.</p>\n<p>Let it <i>stay</i>.</p>\n</speech></publicwhip>"
    )
    whole = parlparse.read_speech

    def careless(*arguments: object, **named: object) -> ReadContribution:
        said = whole(*arguments, **named)  # type: ignore[arg-type]
        return ReadContribution(said.source_id, said.section, said.mark, said.paragraphs[:1])

    monkeypatch.setattr(parlparse, "read_speech", careless)
    with pytest.raises(WordsLostError, match=r"“Let it stay\.” \(a\.xml:4\)"):
        parlparse.read_parlparse(data, "a.xml")


def test_a_reader_that_joins_the_words_of_two_cells_cannot_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    data = (
        b'<publicwhip latest="yes"><speech id="uk.org.publicwhip/debate/2018-02-06a.1.1" speakername="Ada Fenn">'
        b"<table><tr><td>Fog</td><td>Ten <i>days</i></td></tr></table></speech></publicwhip>"
    )
    (read,) = parlparse.read_parlparse(data, "a.xml").sittings
    assert [each.text for each in read.items[0].paragraphs] == ["Fog Ten days"]  # type: ignore[union-attr]  # a speech
    monkeypatch.setattr(parlparse_speech, "_text", lambda element: "".join(element.itertext()))
    with pytest.raises(WordsLostError, match="lose 2 words, first “Fog Ten days”"):
        parlparse.read_parlparse(data, "a.xml")


@given(st.text(alphabet="ab \t\n\xa0\u2009\u3000\x1f\x85é"))
def test_folding_white_space_leaves_every_word_as_it_is(text: str) -> None:
    assert parlparse_speech.folded(text) == " ".join(text.split())
