"""Written questions, answers and statements as the questions-statements API serves them.

An item comes in a file of its own, whole, or in a list, where longer texts are cut: what a
list cuts is not taken, since half an answer is no answer, and the file says so. A question
is on the record when it is answered, under the day of the answer; a holding answer is an
answer of its own day. What was corrected since stands as it was given, and the correction
beside it under the day of the correction, each leading to the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct

from ..errors import BadInputError
from ..reading import Mark, Paragraph, ReadContribution, Reading, ReadSitting, Section
from .conservation import account
from .hansard_value import printed_words, read_value
from .strict_json import parsed, typed
from .voices import paragraph

FORMAT = "questions-statements"
SITE = "https://questions-statements.parliament.uk"

_SIGNS = (b'"questionText"', b'"noticeNumber"', b'"dateMade"', b'"totalResults"')
_ONLY = "a question's or a statement's own answer of the service, or a list of them, is read"
_CUT_QUESTION, _CUT_ANSWER = 255, 250  # characters to which the lists cut; an answer then ends in three dots
_CORRECTS = {"CorrectedStatement": "written-statement", "CorrectedAnswer": "written-question"}


class Member(Struct, frozen=True, rename="camel"):
    id: int
    name: str | None = None


class Attachment(Struct, frozen=True, rename="camel"):
    title: str | None = None


class Question(Struct, frozen=True, rename="camel", tag_field="_kind", tag="question"):
    id: int
    house: str
    uin: str
    date_tabled: str
    question_text: str | None
    answer_text: str | None
    heading: str | None
    asking_member_id: int | None = None
    asking_member: Member | None = None
    answering_member_id: int | None = None
    answering_member: Member | None = None
    correcting_member_id: int | None = None
    correcting_member: Member | None = None
    answering_body_name: str | None = None
    is_withdrawn: bool = False
    answer_is_holding: bool | None = False
    answer_is_correction: bool | None = False
    original_answer_text: str | None = None
    comparable_answer_text: str | None = None
    date_answered: str | None = None
    date_holding_answer: str | None = None
    date_answer_corrected: str | None = None
    grouped_questions: list[str] | None = None
    attachments: list[Attachment] | None = None


class Linked(Struct, frozen=True, rename="camel"):
    linked_statement_id: int
    link_type: str | None = None


class Statement(Struct, frozen=True, rename="camel"):
    id: int
    house: str
    date_made: str
    title: str | None
    text: str | None
    uin: str | None = None
    member_id: int | None = None
    member: Member | None = None
    member_role: str | None = None
    answering_body_name: str | None = None
    linked_statements: list[Linked] | None = None
    attachments: list[Attachment] | None = None


def may_be_questions(data: bytes) -> bool:
    """A quick look at the bytes: whether they may be an answer of this service."""
    return any(sign in data for sign in _SIGNS)


def read_questions(data: bytes, name: str) -> Reading | None:
    """Read one answer of the service; None where the file is another service's.

    Raises BadInputError for an answer that is not whole, and WordsLostError if a word would be lost.
    """
    answer = parsed(data, name)
    if not isinstance(answer, dict):
        return None
    if "results" in answer and "totalResults" in answer:
        if not isinstance(answer["results"], list):
            return None
        items = [each.get("value") if isinstance(each, dict) else None for each in answer["results"]]
        listed = True
    else:
        items, listed = [answer.get("value", answer)], False
    gathered = _Gathered(name, listed)
    for at, item in enumerate(items):
        where = f"{name} results[{at}]" if listed else name
        if not isinstance(item, dict) or not gathered.add(item, where):
            return None
    return gathered.reading()


class _Gathered:
    """The items read so far, by House, chamber and day, and the account of their words."""

    def __init__(self, name: str, listed: bool) -> None:
        self.name, self.listed = name, listed
        self.parts: dict[tuple[str, str, date], list[ReadSitting]] = defaultdict(list)
        self.buckets: Counter[str] = Counter()
        self.words = 0
        self.left: Counter[str] = Counter()
        self.taken = 0

    def add(self, item: dict[str, Any], where: str) -> bool:
        """Read one item; False for one that is no question or statement."""
        if "questionText" in item:
            self._question(typed(item, Question, where, _ONLY), where)
        elif "dateMade" in item:
            self._statement(typed(item, Statement, where, _ONLY), where)
        elif "fileSizeBytes" in item:  # a list of the daily reports' PDFs
            self.left["is only the address of a daily report"] += 1
        else:
            return False
        return True

    def _question(self, question: Question, where: str) -> None:
        printed = [question.heading, question.question_text, question.answer_text, question.original_answer_text]
        why = _why_not_question(question, listed=self.listed)
        if why:
            self._leave(printed, why)
            return
        for sitting, texts in _sittings_of_question(question, where):
            self._take(sitting, texts, where)
        self._aside("comparison", question.comparable_answer_text)
        for attachment in question.attachments or ():
            self._aside("attachment", attachment.title)
        if not _corrected(question):
            self._aside("original", question.original_answer_text)

    def _statement(self, statement: Statement, where: str) -> None:
        if self.listed and _is_cut(statement.text):
            self._leave([statement.title, statement.text], "is cut short in the list")
            return
        self._take(_statement(statement, where), [statement.title, statement.text], where)
        for attachment in statement.attachments or ():
            self._aside("attachment", attachment.title)

    def _take(self, sitting: ReadSitting, texts: Sequence[str | None], where: str) -> None:
        weighed = account(" ".join(word for text in texts for word in printed_words(text or "")), [sitting], where)
        self.words += weighed.words
        self.buckets.update(weighed.buckets)
        self.parts[sitting.house, sitting.chamber, sitting.date].append(sitting)
        self.taken += 1

    def _leave(self, texts: Sequence[str | None], why: str) -> None:
        self.left[why] += 1
        for text in texts:
            self._aside(f"left: {why}", text)

    def _aside(self, bucket: str, text: str | None) -> None:
        if count := len(list(printed_words(text or ""))):
            self.buckets[bucket] += count
            self.words += count

    def reading(self) -> Reading:
        """All that was read, one sitting for each House, chamber and day."""
        sittings = tuple(_together(parts, listed=self.listed) for _, parts in sorted(self.parts.items()))
        warnings = [_left(why, count) for why, count in sorted(self.left.items())]
        if not sittings and not warnings:
            warnings = ["holds no proceedings: a list with nothing in it"]
        return Reading(FORMAT, sittings, self.words, dict(self.buckets), tuple(warnings))


def _left(why: str, count: int) -> str:
    return f"1 item not taken: it {why}" if count == 1 else f"{count} items not taken: each {why}"


def _why_not_question(question: Question, *, listed: bool) -> str | None:
    """Why a question is not taken, or None."""
    if question.is_withdrawn:
        return "was withdrawn"
    if not (question.answer_text or "").strip():
        return "is not answered yet"
    asked = question.question_text or ""
    cut = len(asked) == _CUT_QUESTION or asked.rstrip().endswith("...")
    if listed and (cut or _is_cut(question.answer_text)):
        return "is cut short in the list"
    return None


def _is_cut(text: str | None) -> bool:
    return len(text or "") > _CUT_ANSWER and (text or "").rstrip().endswith("...")


def _corrected(question: Question) -> bool:
    """Whether the answer shown is a later correction of one that the service still has."""
    return bool(question.date_answer_corrected and (question.original_answer_text or "").strip())


# --- questions --------------------------------------------------------------------------


def _sittings_of_question(question: Question, where: str) -> Iterator[tuple[ReadSitting, list[str | None]]]:
    """The question with its answer as given, and its correction, each with the texts it was read from."""
    holding = question.answer_is_holding and question.date_holding_answer
    day = _day(question.date_holding_answer if holding else question.date_answered, where)
    given = question.original_answer_text if _corrected(question) else question.answer_text
    base = f"written-question:{question.id}/{day.isoformat()}"
    house = question.house.casefold()
    url = f"{SITE}/written-questions/detail/{question.date_tabled[:10]}/{question.uin}"
    asked = ReadContribution(
        source_id=f"{base}/question",
        section=0,
        mark=_mark(question.asking_member_id, question.asking_member),
        paragraphs=_paragraphs(question.question_text),
        attribution=_name(question.asking_member),
        type="Question",
        uin=question.uin,
        url=url,
    )
    answer = ReadContribution(
        source_id=f"{base}/answer",
        section=0,
        mark=_mark(question.answering_member_id, question.answering_member),
        paragraphs=_paragraphs(given),
        attribution=_name(question.answering_member),
        type="Answer",
        uin=question.uin,
        uins=(question.uin, *question.grouped_questions) if question.grouped_questions else (),
        url=url,
    )
    section = _section(base, question.heading, "question", question.answering_body_name, url, question.uin)
    sitting = _sitting(house, "written-answers", day, section, (asked, answer), base)
    yield sitting, [question.heading, question.question_text, given]
    if _corrected(question):
        yield _correction(question, answer, where), [question.answer_text]


def _correction(question: Question, answer: ReadContribution, where: str) -> ReadSitting:
    day = _day(question.date_answer_corrected, where)
    base = f"written-question:{question.id}/{day.isoformat()}/correction"
    by = question.correcting_member_id or question.answering_member_id
    member = question.correcting_member if question.correcting_member_id else question.answering_member
    correction = ReadContribution(
        source_id=f"{base}/answer",
        section=0,
        mark=_mark(by, member),
        paragraphs=_paragraphs(question.answer_text),
        attribution=_name(member),
        type="Correction",
        uin=question.uin,
        url=answer.url,
        corrects=answer.source_id,
    )
    section = _section(base, None, "business", question.answering_body_name, answer.url, question.uin)
    return _sitting(question.house.casefold(), "corrections", day, section, (correction,), base)


# --- statements -------------------------------------------------------------------------


def _statement(statement: Statement, where: str) -> ReadSitting:
    day = _day(statement.date_made, where)
    base = f"written-statement:{statement.id}"
    url = f"{SITE}/written-statements/detail/{day.isoformat()}/{statement.uin}" if statement.uin else None
    name, office = _name(statement.member), " ".join((statement.member_role or "").split()) or None
    mark = msgspec.structs.replace(_mark(statement.member_id, statement.member), office=office)
    links = [each for each in statement.linked_statements or () if each.link_type in _CORRECTS]
    made = ReadContribution(
        source_id=f"{base}/text",
        section=0,
        mark=mark,
        paragraphs=_paragraphs(statement.text),
        attribution=f"{office} ({name})" if office and name else office or name,
        type="Statement",
        reference=statement.uin,
        url=url,
        corrects=next((f"{_CORRECTS[each.link_type or '']}:{each.linked_statement_id}" for each in links), None),
    )
    section = _section(base, statement.title, "statement", statement.answering_body_name, url, statement.uin)
    return _sitting(statement.house.casefold(), "written-statements", day, section, (made,), base)


# --- shared -----------------------------------------------------------------------------


def _sitting(
    house: str, chamber: str, day: date, section: Section, items: tuple[ReadContribution, ...], part: str
) -> ReadSitting:
    return ReadSitting(
        house=house,
        chamber=chamber,
        date=day,
        sections=(section,),
        items=items,
        whole=False,
        edition=day.isoformat(),
        part=part,
    )


def _section(base: str, title: str | None, kind: str, body: str | None, url: str | None, uin: str | None) -> Section:
    digits = "".join(character for character in uin or "" if character.isdecimal())
    return Section(
        source_id=base,
        title=" ".join(printed_words(title or "")),
        kind=kind,
        debate=True,
        sort=int(digits[:9] or 0),
        url=url,
        answering_body=" ".join((body or "").split()) or None,
    )


def _mark(member_id: int | None, member: Member | None) -> Mark:
    key = f"mnis:{member_id}" if member_id and member_id > 0 else None
    return Mark(key, _name(member))


def _name(member: Member | None) -> str | None:
    return " ".join((member.name if member and member.name else "").split()) or None


def _paragraphs(html: str | None) -> tuple[Paragraph, ...]:
    """The paragraphs of a text; tables and lists stay what they are."""
    read = []
    for block in read_value(html or "").blocks:
        if block.rows or block.shape == "quotation":
            read.append(Paragraph(block.shape, block.text, rows=block.rows))
        else:
            plain = paragraph(block.text)  # what is written here is no phrase of the House
            read.append(Paragraph("text", block.text) if plain.kind == "procedural" else plain)
    return tuple(read)


def _day(told: str | None, where: str) -> date:
    try:
        return date.fromisoformat((told or "")[:10])
    except ValueError:
        raise BadInputError(f"no date: “{told or ''}”", where=where, remedy="fetch it again") from None


def _together(parts: Sequence[ReadSitting], *, listed: bool) -> ReadSitting:
    """One sitting of all items of one day; of a list, a selection."""
    if len(parts) == 1 and not listed:
        return parts[0]
    sections = tuple(part.sections[0] for part in parts)
    items = tuple(
        msgspec.structs.replace(item, section=at)
        for at, part in enumerate(parts)
        for item in part.items
        if isinstance(item, ReadContribution)
    )
    return msgspec.structs.replace(parts[0], sections=sections, items=items, selection=True, part="")
