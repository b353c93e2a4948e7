"""The whole package on real days, against independent counts read from the files by a few lines of their own.

The source's types (2020 and 2023) are the other witness: they are taken away first, so that
what is compared is the judgement from order, place and words alone.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from onrecord.formats.parlparse import read_parlparse
from onrecord.people.roll import MemoryRoll
from onrecord.proceedings.interpret import interpret
from onrecord.reading import ReadContribution, ReadSitting

TYPED_DAYS = ["2020-12-14b", "2020-12-15a", "2023-03-28d"]
ALL_DAYS = [*TYPED_DAYS, "2009-10-26b", "2009-10-27d", "2016-05-09b", "2016-05-10a", "2020-06-15a"]
EMPTY = MemoryRoll(())


def read(folder: Path, day: str) -> ReadSitting:
    path = folder / "twfy" / "debates" / f"debates{day}.xml"
    return read_parlparse(path.read_bytes(), path.name).sittings[0]


def contributions(sitting: ReadSitting) -> list[ReadContribution]:
    return [item for item in sitting.items if isinstance(item, ReadContribution)]


def untyped(sitting: ReadSitting) -> ReadSitting:
    bare = (
        msgspec.structs.replace(item, type=None) if isinstance(item, ReadContribution) else item
        for item in sitting.items
    )
    return msgspec.structs.replace(sitting, items=tuple(bare))


def speeches(folder: Path, day: str) -> list[ET.Element]:
    """The <speech> elements as the standard library's parser sees them, without this program."""
    return ET.parse(folder / "twfy" / "debates" / f"debates{day}.xml").getroot().findall("speech")


@pytest.mark.parametrize("day", TYPED_DAYS)
def test_every_tabled_question_is_one_and_the_next_to_speak_answers_it(real_data: Path, day: str) -> None:
    sitting = read(real_data, day)
    judgements = interpret(sitting, EMPTY).judgements
    kinds = {item.source_id: told.kind for item, told in zip(contributions(sitting), judgements, strict=True)}
    pending: str | None = None
    asked = answered = 0
    for speech in speeches(real_data, day):
        told, own = speech.get("type") or "", speech.get("id") or ""
        if told.endswith(" Question") or speech.get("oral-qnum"):
            assert kinds[own] == "question", own
            asked, pending = asked + 1, speech.get("person_id")
        elif pending and told and not told.endswith("Other") and speech.get("person_id") != pending:
            assert kinds[own] == "answer", own
            answered, pending = answered + 1, None
    assert asked > 20
    assert pending is None


@pytest.mark.parametrize("day", TYPED_DAYS)
def test_kinds_agree_with_the_sources_types_though_they_are_not_shown_to_the_rules(real_data: Path, day: str) -> None:
    sitting = read(real_data, day)
    found = Counter[tuple[str, str]]()
    for item, judgement in zip(contributions(sitting), interpret(untyped(sitting), EMPTY).judgements, strict=True):
        if item.type and item.mark.key:
            found[item.type.rsplit(" ", 1)[-1], judgement.kind] += 1
    same = {
        "Answer": {"answer"},
        "SupplementaryQuestion": {"supplementary", "urgent-question"},
        "Question": {"question"},
        "Speech": {"speech", "motion", "petition"},
        "Intervention": {"intervention"},
        "PointOfOrder": {"point-of-order"},
        "Statement": {"statement", "answer"},
        "Other": {"gesture"},
    }
    for told in ("Answer", "SupplementaryQuestion", "Speech", "Intervention"):
        every = sum(n for (source, _), n in found.items() if source == told)
        agreed = sum(n for (source, kind), n in found.items() if source == told and kind in same[told])
        assert agreed >= 0.95 * every, (told, {kind: n for (source, kind), n in found.items() if source == told})


@pytest.mark.parametrize("day", ALL_DAYS)
def test_nobody_is_taken_to_preside_by_words_who_speaks_at_length_or_is_asked_as_minister(
    real_data: Path, day: str
) -> None:
    sitting = read(real_data, day)
    told = interpret(untyped(sitting), EMPTY)
    for item, judgement in zip(contributions(sitting), told.judgements, strict=True):
        if judgement.role == "chair":
            assert item.type is None, item.source_id
            assert not item.question_number


@pytest.mark.parametrize("day", ALL_DAYS)
def test_an_intervention_stands_between_words_of_whoever_has_the_floor(real_data: Path, day: str) -> None:
    """Brute force over the untyped debates: the floor's holder has spoken before, and soon speaks again."""
    sitting = untyped(read(real_data, day))
    told = interpret(sitting, EMPTY).judgements
    voices = [
        j.person_id if j.role != "chair" and j.kind not in ("gesture", "procedural", "collective") else None
        for j in told
    ]
    found = 0
    for place, judgement in enumerate(told):
        if judgement.kind == "intervention":
            found += 1
            assert judgement.floor is not None
            assert judgement.floor != judgement.person_id
            assert judgement.floor in voices[max(0, place - 12) : place], place
            assert judgement.floor in voices[place + 1 : place + 12], place
    assert found > 10


@pytest.mark.parametrize("day", ALL_DAYS)
def test_every_contribution_and_section_is_judged_and_the_contracts_kinds_alone_are_used(
    real_data: Path, day: str
) -> None:
    sitting = read(real_data, day)
    told = interpret(sitting, EMPTY)
    assert len(told.judgements) == len(contributions(sitting))
    assert len(told.sections) == len(sitting.sections)
    assert {j.kind for j in told.judgements} <= {
        "speech",
        "question",
        "supplementary",
        "answer",
        "urgent-question",
        "intervention",
        "statement",
        "point-of-order",
        "motion",
        "petition",
        "gesture",
        "collective",
        "procedural",
    }
    for item, judgement in zip(contributions(sitting), told.judgements, strict=True):
        assert (judgement.person_id is not None) == (item.mark.key is not None and not item.mark.collective)
        assert bool(judgement.unresolved) <= (judgement.person_id is None)


def test_the_urgent_question_of_2023_is_one_and_the_home_office_is_asked(real_data: Path) -> None:
    sitting = read(real_data, "2023-03-28d")
    told = interpret(sitting, EMPTY)
    urgent = [place for place, judgement in enumerate(told.judgements) if judgement.kind == "urgent-question"]
    assert len(urgent) == 1
    section = contributions(sitting)[urgent[0]].section
    assert told.sections[section].departments[0] == ("Home Office", "asked")


def test_a_sub_heading_of_the_home_departments_morning_is_not_home_office_business(real_data: Path) -> None:
    """26 October 2009: an urgent question to another department and a bill are minor headings under HOME DEPARTMENT."""
    sitting = read(real_data, "2009-10-26b")
    told = interpret(sitting, EMPTY).sections
    by_title = {section.title: told[index] for index, section in enumerate(sitting.sections)}
    assert by_title["HOME DEPARTMENT"].departments[0] == ("Home Office", "answering-body")
    assert [name for name, _ in by_title["Territorial Army"].departments] == ["Ministry of Defence"]
    assert (
        by_title["Marine and Coastal Access Bill [ Lords ] (Programme) (No. 2)"].bill
        == "Marine and Coastal Access Bill"
    )
    assert "Home Office" not in [name for one in told for name, _ in one.departments if one.bill]
