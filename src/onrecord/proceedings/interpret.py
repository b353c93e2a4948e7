"""What each contribution of a sitting is: the one door of this package.

A reading says what is printed; this says what it means: who speaks and in which capacity,
question or answer, speech or intervention, under which bill. The steps follow each other
because each builds on the one before: voices, the Chair, the order of proceeding, kinds,
capacities, departments. It is a pure function of the sitting and the roll, so a longer
roll or a better rule only needs it run again. It keeps nothing and changes no words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import structs

from ..model import Capacity
from ..people.roll import Roll
from ..reading import Mark, ReadSitting, Section
from .behalf import on_behalf_of
from .beside import NOTHING, Beside, printed_beside
from .bills import bill_named, stage_in_title, stage_of
from .called import called_by_chair, called_by_members
from .capacity import Offices, Part, capacity, other_capacity
from .chair import mark_chair
from .corrections import corrections_in
from .departments import departments_asked, departments_of
from .judgements import Interpretation, Judgement, SectionJudgement
from .kinds import mark_kinds
from .mentions import mentions_of
from .motions import mark_before
from .naming import Ruling, decide
from .order import DEBATE, QUESTIONS, Stretch, is_personal, stretches
from .turns import Talk, Turn, debates_of, read_turns, talks
from .who import Voices

__all__ = ["Interpretation", "Judgement", "SectionJudgement", "interpret"]

_NAMES_MOST = 400  # characters of a set phrase in which a stage is looked for
_TAIL = 200  # and at their end
_TOPICAL = frozenset({"topical questions", "topical question"})

_WRITTEN = {"written-statements": "written-statement", "corrections": "correction"}
_ASKED_IN_WRITING = {"answer": "written-answer", "speech": "written-answer"}  # and whatever asks is a question
_TOLD_IN_WRITING = {"Question": "written-question", "Answer": "written-answer"}
_COMMITTEE = "public-bill-committee"
_ASKS = frozenset({"question", "supplementary", "urgent-question"})


def interpret(sitting: ReadSitting, roll: Roll, rulings: Mapping[str, Ruling] | None = None) -> Interpretation:
    """The judgements of a sitting: one for each contribution and one for each section, in order.

    `rulings`: what people decided about name lines, by the source's id of the contribution.
    """
    voices = Voices(roll)
    standing_in = debates_of(sitting.sections)
    decisions = decide(sitting, roll, standing_in, rulings or {})
    turns = read_turns(sitting, voices, decisions)
    debates = talks(turns, standing_in)
    offices = Offices(sitting.date, voices.people, turns)
    chairs = _chairs_of_committee(sitting, voices)
    mark_chair(debates, lambda key: key in chairs or offices.holds_chair(key), house=sitting.house)
    about = {talk.section: _judge_debate(talk, sitting, offices) for talk in debates}
    corrected = corrections_in(sitting, turns, standing_in)
    for place, paragraphs in corrected.reprinted.items():
        turns[place].reprinted = paragraphs
    if sitting.publication != "historic":  # which no list reaches
        _mark_mentions(turns, roll, sitting)
    beside = printed_beside(turns)
    return Interpretation(
        judgements=tuple(_judgement(turn, sitting, beside) for turn in turns),
        sections=_judge_sections(sitting, about, turns),
        decisions=tuple(decisions),
        corrections=corrected.corrections,
    )


def _mark_mentions(turns: Sequence[Turn], roll: Roll, sitting: ReadSitting) -> None:
    """Set the persons named in each turn."""
    said = mentions_of([turn.item for turn in turns], roll.directory(), sitting.house, sitting.date)
    for place, found in said.items():
        turns[place].mentions = found


def _judge_debate(talk: Talk, sitting: ReadSitting, offices: Offices) -> SectionJudgement:
    """Mark the turns of one debate: kind, capacity, what is before the House; returns what the debate is about."""
    section = sitting.sections[talk.section]
    orders = stretches(talk, sitting.sections)
    answering = mark_kinds(orders, lambda turn: _answers_for(turn, section, sitting.date, offices))
    asked = departments_asked(section, talk.turns, sitting.date)
    printed = [told for turn in talk.turns if turn.office and (told := offices.printed(turn.office))]
    about = [name for name, _ in asked] or list(dict.fromkeys(told.department for told in printed if told.department))
    parts = _parts(talk, orders, frozenset() if is_personal(section) else answering)
    opposed = frozenset(told.department for key in parts for told in offices.opposing(key) if told.department)
    capacities = {
        key: told for key, part in parts.items() if (told := capacity(offices, key, part, about, opposed)) is not None
    }
    if asked:
        capacities = {key: _for_whom(told, parts[key], asked[0][0]) for key, told in capacities.items()}
    departments = departments_of(asked, talk.turns, capacities, printed)
    involved = [name for name, _ in departments]
    for key, part in parts.items():
        if key not in capacities and (told := other_capacity(offices, key, part, involved)):
            capacities[key] = told
    _mark_business(talk, capacities)
    if any(one.order == DEBATE for one in orders):
        mark_before(talk, sitting.sections)
    for turn in talk.turns:
        turn.capacity = _capacity(turn, capacities)
    alone, basis = departments[0] if asked or len(departments) == 1 else (None, None)
    return SectionJudgement(department=alone, basis=basis, departments=departments)


def _for_whom(told: Capacity, part: Part, asked: str) -> Capacity:
    """A minister whose printed office names no department answers for the one that is asked."""
    if told.role != "minister" or told.department or not (part.answers and part.printed):
        return told
    return Capacity(told.role, asked, told.basis)


def _mark_business(talk: Talk, capacities: Mapping[str, Capacity]) -> None:
    """A minister who does not answer here asks nothing either: the Leader says in the Lords whose turn it is."""
    for turn in talk.turns:
        told = capacities.get(turn.key or "") if turn.kind == "supplementary" else None
        if told and (told.role, told.basis) == ("minister", "roll"):
            turn.kind = "speech"


def _answers_for(turn: Turn, section: Section, day: date, offices: Offices) -> bool:
    """Whether an office printed beside the speaker is a front bench's, or one held is of the body that answers."""
    if turn.office:
        told = offices.printed(turn.office)
        return told is not None and told.role in ("minister", "answering-body")
    asked = departments_asked(section, (), day)
    return bool(asked) and any(told.department == asked[0][0] for told in offices.ministerial(turn.key or ""))


def _parts(talk: Talk, orders: Sequence[Stretch], answering: frozenset[str]) -> dict[str, Part]:
    """What each voice of a debate does in it."""
    called = called_by_members(talk.turns) | called_by_chair(talk.turns)
    in_session = {turn.key for one in orders if one.order == QUESTIONS for turn in one.turns}
    own: dict[str, list[Turn]] = {}
    for turn in talk.turns:
        if turn.key is not None and turn.chair is None and not turn.nobody:
            own.setdefault(turn.key, []).append(turn)
    return {
        key: Part(
            printed=tuple(dict.fromkeys(turn.office for turn in said if turn.office)),
            asks=not kinds.isdisjoint(_ASKS),
            answers=key in answering,
            session=key in answering and key in in_session,
            states="statement" in kinds and key in answering,
            promotes="motion" in kinds and any(turn.kind == "motion" and "Bill" in turn.head for turn in said),
            called=None if key in answering else called.get(key),
        )
        for key, said in own.items()
        for kinds in ({turn.kind for turn in said},)
    }


def _capacity(turn: Turn, capacities: Mapping[str, Capacity]) -> Capacity | None:
    """The capacity in which the words of one turn are said."""
    if turn.chair is not None:
        return Capacity("chair", None, turn.chair)
    told = capacities.get(turn.key) if turn.key is not None else None
    return None if told and turn.voice.unresolved and told.role == "member" else told


def _judgement(turn: Turn, sitting: ReadSitting, beside: Mapping[str, Beside]) -> Judgement:
    """What is judged of one turn, when all its marks are set."""
    voice, told = turn.voice, turn.capacity
    printed = beside.get(voice.person_id) if voice.person_id and turn.chair is None else None
    return Judgement(
        kind=_kind(turn, sitting.chamber),
        person_id=voice.person_id,
        name=voice.name,
        basis=voice.basis,
        unresolved=voice.unresolved,
        role=told.role if told else None,
        department=told.department if told else None,
        role_basis=told.basis if told else None,
        on_behalf_of=on_behalf_of(turn),
        question_number=_number(turn, sitting.sections[turn.section]) if turn.item.question_number else None,
        under_debate=turn.before,
        group=turn.group,
        floor=turn.floor,
        reprinted=turn.reprinted,
        mentions=turn.mentions,
        beside=printed or NOTHING,
    )


def _kind(turn: Turn, chamber: str) -> str:
    """The kind of a turn; where nobody speaks, its written counterpart."""
    if turn.nobody:
        return turn.kind
    if chamber == "written-answers":
        if turn.item.type in _TOLD_IN_WRITING:  # the source parts question and answer itself
            return _TOLD_IN_WRITING[turn.item.type]
        return _ASKED_IN_WRITING.get(turn.kind, "written-question")
    return _WRITTEN.get(chamber, turn.kind)


def _number(turn: Turn, section: Section) -> str | None:
    """The question's number as the House counts it: T1 under topical questions, whatever the source prints."""
    number = turn.item.question_number
    if number and number.isdigit() and (section.kind == "topical" or section.title.casefold() in _TOPICAL):
        return f"T{number}"
    return number


def _judge_sections(
    sitting: ReadSitting, about: dict[int, SectionJudgement], turns: Sequence[Turn]
) -> tuple[SectionJudgement, ...]:
    """Every section's department, bill and stage; sub-headings take over what their heading has."""
    sections = sitting.sections
    committee = sitting.chamber == _COMMITTEE
    words: dict[int, list[str]] = {}
    historic = sitting.publication == "historic"
    for turn in turns:
        nobody = historic and turn.item.attribution is None and turn.voice.key is None  # the volume's own words
        if turn.kind in ("procedural", "motion") or nobody:
            words.setdefault(turn.section, []).append(_set_words(turn, whole=historic))
    found: list[SectionJudgement] = []
    for index, section in enumerate(sections):
        above = found[section.parent] if section.parent is not None and section.parent < index else None
        own = about.get(index) or SectionJudgement()
        answerable = above if above and not section.debate and not own.department else own
        named = bill_named(section.title) if section.kind != "petition" else None
        bill = named or (above.bill if above else None)
        stage = stage_in_title(section.title) if bill else None
        stage = stage or (above.stage if above and above.bill == bill else None)
        if committee and bill:
            stage = "Committee"
        if stage is None and (bill or _opens_with_bill(words.get(index, ()))):
            stage = _stage_below(index, sections, words)
        found.append(
            SectionJudgement(
                department=answerable.department,
                basis=answerable.basis,
                departments=own.departments if section.debate or section.parent is None else (),
                bill=bill,
                stage=stage,
            )
        )
    return tuple(_run_on(found, words) if historic else found)


def _run_on(found: Sequence[SectionJudgement], words: Mapping[int, Sequence[str]]) -> list[SectionJudgement]:
    """Bills of a list share one sentence: "A Bill to light …: And" goes on under the next heading, which tells the
    stage of all."""
    told = [*found]
    for place in range(len(told) - 2, -1, -1):
        one, after = told[place], told[place + 1]
        goes_on = words.get(place, [""])[-1].rstrip().casefold().endswith((": and", ":"))
        if one.bill and after.bill and one.stage is None and goes_on:
            told[place] = structs.replace(one, stage=after.stage)
    return told


def _chairs_of_committee(sitting: ReadSitting, voices: Voices) -> frozenset[str]:
    """The voices that a committee's list of members names as its chairs."""
    listed = [each for section in sitting.sections for each in section.attendance if each.role == "chair"]
    found = (voices.voice(Mark(each.key, each.name)) for each in listed if each.key)
    return frozenset(voice.key for voice in found if voice.key)


def _set_words(turn: Turn, *, whole: bool) -> str:
    """The head of the words; of older volumes the tail too, where a long title comes before what was done."""
    head = " ".join(paragraph.text[:_NAMES_MOST] for paragraph in turn.item.paragraphs[:3])[:_NAMES_MOST]
    tail = turn.item.paragraphs[-1].text[_NAMES_MOST:][-_TAIL:] if whole and turn.item.paragraphs else ""
    return f"{head} {tail}" if tail else head


def _opens_with_bill(words: Sequence[str]) -> bool:
    """Whether the set words under a heading are a bill's though the heading names none (leave to bring one in)."""
    return any("bring in a Bill" in text or "Presentation and First Reading" in text for text in words[:2])


def _stage_below(index: int, sections: Sequence[Section], words: dict[int, list[str]]) -> str | None:
    """The first stage that the set words under a heading tell, or its sub-headings and theirs, in order."""
    below = {index}
    stage = stage_of((), words.get(index, ()))
    for place in range(index + 1, len(sections)):
        if stage is not None or sections[place].parent not in below or sections[place].debate:
            continue
        below.add(place)
        stage = stage_of((sections[place].title,), words.get(place, ()))
    return stage
