"""Written questions, answers and statements of the questions-statements API: invented ones, and the recorded list."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadInputError
from onrecord.formats import questions_api
from onrecord.formats.detect import read
from onrecord.reading import ReadContribution, Reading, ReadSitting
from onrecord.store.assemble import Edition, assemble

QUESTION: dict[str, Any] = {
    "id": 77,
    "askingMemberId": 990001,
    "askingMember": {"id": 990001, "name": "Odo Quill", "listAs": "Quill, Odo"},
    "house": "Commons",
    "dateTabled": "2019-08-12T00:00:00",
    "uin": "8024",
    "questionText": "To ask the Secretary of State for Transport, how many ferries sail in fog.",
    "answeringBodyId": 27,
    "answeringBodyName": "Department for Transport",
    "isWithdrawn": False,
    "groupedQuestions": ["8025"],
    "answerIsHolding": False,
    "answerIsCorrection": False,
    "answeringMemberId": 990002,
    "answeringMember": {"id": 990002, "name": "Ada Fenn"},
    "dateAnswered": "2019-08-14T00:00:00",
    "answerText": "<p>Three do.</p><ul><li>Wick</li><li>Loch</li></ul><table><tr><td>Port</td><td>3</td></tr></table>",
    "originalAnswerText": "",
    "comparableAnswerText": "",
    "dateAnswerCorrected": None,
    "dateHoldingAnswer": None,
    "heading": "Ferries: Fog",
    "attachments": [{"url": "http://example.org/x", "title": "Table of horns"}],
}
STATEMENT: dict[str, Any] = {
    "id": 88,
    "memberId": 990002,
    "member": {"id": 990002, "name": "Ada Fenn"},
    "memberRole": "Secretary of State for Transport",
    "uin": "HCWS12",
    "dateMade": "2019-08-14T00:00:00",
    "answeringBodyName": "Department for Transport",
    "title": "Fog Signals",
    "text": "<p>The horns have been counted.</p>",
    "house": "Commons",
    "noticeNumber": 1,
    "linkedStatements": [{"linkedStatementId": 70, "linkType": "CorrectedStatement", "linkDate": "2019-08-12"}],
}


def single(item: dict[str, Any], **changed: Any) -> bytes:
    return json.dumps({"value": item | changed, "links": []}).encode()


def listed(*items: dict[str, Any]) -> bytes:
    return json.dumps(
        {"totalResults": len(items), "results": [{"value": item, "links": []} for item in items]}
    ).encode()


def spoken(sitting: ReadSitting) -> list[ReadContribution]:
    return [item for item in sitting.items if isinstance(item, ReadContribution)]


def words(reading: Reading) -> list[str]:
    said = [p.text for sitting in reading.sittings for item in spoken(sitting) for p in item.paragraphs]
    return " ".join(said).split()


def test_a_question_stands_with_its_answer_under_the_day_of_the_answer() -> None:
    reading = read(single(QUESTION), "q")
    (sitting,) = reading.sittings
    assert (sitting.house, sitting.chamber, sitting.date) == ("commons", "written-answers", date(2019, 8, 14))
    question, answer = spoken(sitting)
    assert (question.mark.key, question.uin, question.uins) == ("mnis:990001", "8024", ())
    assert (answer.mark.key, answer.attribution, answer.uins) == ("mnis:990002", "Ada Fenn", ("8024", "8025"))
    assert [p.kind for p in answer.paragraphs] == ["text", "list", "table"]
    assert answer.paragraphs[2].rows == (("Port", "3"),)
    (section,) = sitting.sections
    assert (section.title, section.answering_body) == ("Ferries: Fog", "Department for Transport")
    assert answer.url == "https://questions-statements.parliament.uk/written-questions/detail/2019-08-12/8024"
    assert reading.buckets == {"heading": 2, "attachment": 3}
    assert reading.spoken_words == len(words(reading)) == 14 + 6


def test_a_correction_stands_beside_the_answer_as_it_was_given() -> None:
    corrected = {
        "originalAnswerText": "<p>Two do.</p>",
        "dateAnswerCorrected": "2019-08-20T00:00:00",
        "correctingMemberId": 990003,
        "comparableAnswerText": "<p><del>Two</del> Three do.</p>",
    }
    reading = read(single(QUESTION, **corrected), "q")
    answers, corrections = sorted(reading.sittings, key=lambda sitting: sitting.date)
    assert (corrections.chamber, corrections.date) == ("corrections", date(2019, 8, 20))
    given, (correction,) = spoken(answers)[1], spoken(corrections)
    assert [p.text for p in given.paragraphs] == ["Two do."]
    assert (correction.corrects, correction.mark.key) == (given.source_id, "mnis:990003")
    assert correction.paragraphs[0].text == "Three do."
    assert reading.buckets["comparison"] == 3


def test_a_holding_answer_is_an_answer_of_its_day() -> None:
    held = single(QUESTION, answerIsHolding=True, dateHoldingAnswer="2019-08-13T00:00:00", dateAnswered=None)
    (first,) = read(held, "q").sittings
    (last,) = read(single(QUESTION), "q").sittings
    assert (first.date, last.date) == (date(2019, 8, 13), date(2019, 8, 14))
    assert not {item.source_id for item in spoken(first)} & {item.source_id for item in spoken(last)}


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"answerText": None, "dateAnswered": None}, "is not answered yet"),
        ({"answerText": " ", "dateAnswered": None}, "is not answered yet"),
        ({"isWithdrawn": True}, "was withdrawn"),
    ],
)
def test_what_is_not_answered_is_counted_and_not_taken(changed: dict[str, Any], why: str) -> None:
    reading = read(single(QUESTION, **changed), "q")
    assert reading.sittings == ()
    assert reading.warnings == (f"1 item not taken: it {why}",)
    assert reading.words == sum(reading.buckets.values()) > 13


def test_a_list_gives_what_it_does_not_cut() -> None:
    long = "fog " * 80
    cut = QUESTION | {"id": 78, "uin": "8026", "answerText": long[:255] + "..."}
    asked = QUESTION | {"id": 79, "uin": "8027", "questionText": long[:255]}
    reading = read(listed(QUESTION, cut, asked), "l")
    (sitting,) = reading.sittings
    assert (sitting.selection, len(sitting.sections)) == (True, 1)
    assert reading.warnings == ("2 items not taken: each is cut short in the list",)


def test_an_answer_of_its_own_leads_over_a_list_in_any_order() -> None:
    other = QUESTION | {"id": 78, "uin": "8026"}
    whole = [read(data, "x").sittings[0] for data in (single(QUESTION), listed(QUESTION, other))]
    for order in permutations([Edition(str(at) * 64, sitting) for at, sitting in enumerate(whole)]):
        held = assemble(order).sitting
        assert held is not None
        assert [section.source_id for section in held.sections] == [
            "written-question:77/2019-08-14",
            "written-question:78/2019-08-14",
        ]
        assert len({item.source_id for item in spoken(held)}) == len(held.items) == 4


def test_a_statement_keeps_its_number_and_says_what_it_corrects() -> None:
    (sitting,) = read(single(STATEMENT), "s").sittings
    (made,) = spoken(sitting)
    assert (sitting.chamber, made.reference, made.corrects) == ("written-statements", "HCWS12", "written-statement:70")
    assert made.attribution == "Secretary of State for Transport (Ada Fenn)"
    assert made.url == "https://questions-statements.parliament.uk/written-statements/detail/2019-08-14/HCWS12"


def test_lists_that_hold_no_proceedings_are_accepted_and_say_so() -> None:
    assert read(listed(), "l").warnings == ("holds no proceedings: a list with nothing in it",)
    report = {"house": "Commons", "date": "2019-08-14T00:00:00", "fileSizeBytes": 4, "url": "http://example.org"}
    assert read(listed(report), "l").warnings == ("1 item not taken: it is only the address of a daily report",)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (single(QUESTION, dateAnswered="soon"), "no date"),
        (single(QUESTION, id="x"), "Expected `int`"),
        (single(STATEMENT, dateMade=None), "Expected `str`"),
        (single(QUESTION)[:-30], "not whole"),
    ],
)
def test_what_is_not_whole_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(BadInputError, match=reason):
        read(data, "q")


PLAIN = st.text(st.characters(exclude_characters="<>&", exclude_categories=["Cs", "Cc"]), max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 10**12) | PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def printed(item: dict[str, Any]) -> int:
    """The words of an item: its texts, tags set aside, and the titles of what is attached to it."""
    texts = [item.get(name) for name in ("heading", "questionText", "answerText", "originalAnswerText")]
    texts += [item.get("comparableAnswerText"), item.get("title"), item.get("text")]
    texts += [each.get("title") for each in item.get("attachments") or ()]
    return sum(len(re.sub(r"<[^>]*>", " ", text or "").split()) for text in texts)


def hold_to_its_words(data: bytes, item: dict[str, Any]) -> None:
    """An item that is read has all its words, or says why it is not taken; it is refused with the place otherwise."""
    try:
        reading = read(data, "q")
    except BadInputError as error:
        refusal = error
    else:
        said = sum(len(p.text.split()) for s in reading.sittings for c in spoken(s) for p in c.paragraphs)
        assert reading.words == said + sum(reading.buckets.values())
        if reading.sittings:
            assert reading.words == printed(item)
        else:
            assert reading.warnings
        return
    assert refusal.where.startswith("q")
    assert refusal.remedy


@given(st.sampled_from(sorted(QUESTION)), st.sampled_from(sorted(STATEMENT)), JSON)
def test_whatever_stands_in_a_field_every_word_is_kept_or_the_file_refused(asked: str, stated: str, value: Any) -> None:
    for item in (QUESTION | {asked: value}, STATEMENT | {stated: value}):
        for data in (single(item), listed(item)):
            hold_to_its_words(data, item)


@given(JSON)
def test_a_list_of_anything_is_read_or_refused_with_its_place(value: Any) -> None:
    hold_to_its_words(json.dumps({"totalResults": 1, "results": value}).encode(), {})


@pytest.mark.parametrize("member", ["questionText", "answerText", "heading"])
def test_a_question_without_a_member_that_bears_words_is_refused(member: str) -> None:
    for data in (single, listed):
        with pytest.raises(BadInputError):
            read(data({name: value for name, value in QUESTION.items() if name != member}), "q")


@given(st.text(max_size=200))
def test_whatever_is_answered_every_word_is_kept_or_the_file_refused(text: str) -> None:
    escaped = "".join(f"&#{ord(c)};" if c in "<>&" else c for c in text)
    (sitting,) = read(single(QUESTION, answerText=f"<p>Yes.</p><p>{escaped}</p>"), "q").sittings
    _, answer = spoken(sitting)
    read_ = [word for paragraph in answer.paragraphs for word in paragraph.text.split()]
    assert read_ == ["Yes.", *_CONTROL.sub(" ", text).split()]


_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")


def test_names_of_fields_are_those_of_the_services_own_description(real_data: Path) -> None:
    schemas = json.loads((real_data / "openapi" / "writtenquestions-api.json").read_text())["components"]["schemas"]
    described = {
        questions_api.Question: "QuestionsViewModel",
        questions_api.Statement: "StatementsViewModel",
        questions_api.Member: "MemberViewModel",
        questions_api.Linked: "LinkedStatements",
        questions_api.Attachment: "AttachmentViewModel",
    }
    for struct, schema in described.items():
        assert set(struct.__struct_encode_fields__) <= set(schemas[schema]["properties"]), schema


def test_the_recorded_list_gives_the_questions_that_it_does_not_cut(real_data: Path) -> None:
    file = real_data / "questions-api" / "written_questions_response.json"
    entries = [each["value"] for each in json.loads(file.read_text())["results"]]
    whole = {
        each["uin"] for each in entries if len(each["questionText"]) < 255 and not each["answerText"].endswith("...")
    }
    reading = read(file.read_bytes(), file.name)
    taken = {item.uin for sitting in reading.sittings for item in spoken(sitting)}
    assert taken == whole
    assert len(whole) == 3
    printed = sum(len(f"{e['heading'] or ''} {e['questionText']} {e['answerText']}".split()) for e in entries)
    assert reading.words == printed
