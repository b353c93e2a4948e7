"""Counts and lists equal what one finds by reading every debate of the specimen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.errors import NotHeldError
from onrecord.model import Contribution, Debate, Division, Speaker
from onrecord.publish.text import debate_text

SILENT = {"gesture", "collective", "procedural"}


@pytest.fixture(scope="module")
def archive(specimen_archive: Path) -> Iterator[Archive]:
    with Archive.open(specimen_archive, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def debates(archive: Archive) -> list[Debate]:
    held = [s for s in archive.sittings().sittings if s.state == "held"]
    return [archive.debate(ref.id) for s in held for ref in archive.debates_on(s.date, s.chamber)]


def spoken(debates: list[Debate]) -> Iterator[tuple[Debate, Contribution, Speaker]]:
    for debate in debates:
        for item in debate.items:
            if isinstance(item, Contribution) and item.kind not in SILENT and isinstance(item.speaker, Speaker):
                yield debate, item, item.speaker


def test_a_persons_counts_are_those_of_their_contributions(archive: Archive, debates: list[Debate]) -> None:
    for person_id in {speaker.person_id for _, _, speaker in spoken(debates)}:
        theirs = [(debate, item) for debate, item, speaker in spoken(debates) if speaker.person_id == person_id]
        counts = archive.activity(person_id)
        assert counts.contributions == len(theirs)
        assert counts.debates == len({debate.section.id for debate, _ in theirs})
        assert counts.words == sum(len(paragraph.text.split()) for _, item in theirs for paragraph in item.paragraphs)
        departments = Counter(
            name for debate in {d.section.id: d for d, _ in theirs}.values() for name in debate.section.departments
        )
        assert {count.department: count.debates for count in counts.departments} == departments


def test_who_spoke_in_a_sitting_adds_up_to_its_contributions(archive: Archive, debates: list[Debate]) -> None:
    for sitting in archive.sittings().sittings:
        voices = archive.speaking(sitting.date, sitting.chamber)
        numbers = {voice.person_id: voice.contributions for voice in voices if voice.person_id}
        there = [
            speaker.person_id
            for debate, _, speaker in spoken(debates)
            if (debate.sitting.date, debate.sitting.chamber) == (sitting.date, sitting.chamber)
        ]
        assert numbers == Counter(there)


def test_the_person_answered_most_put_as_many_questions(archive: Archive) -> None:
    answered = archive.activity("Honoria Blackthorn")
    assert answered.answered[0].answers >= answered.answered[-1].answers
    assert answered.answered_debates <= answered.debates
    assert all(one.person_id != answered.member.person_id for one in answered.answered)


def test_divisions_are_listed_once_newest_first_and_found_by_any_id(archive: Archive, debates: list[Debate]) -> None:
    listed = archive.divisions()
    whole = {item.id: item for debate in debates for item in debate.items if isinstance(item, Division)}
    assert {one.id for one in listed.divisions} == whole.keys()
    assert [one.date for one in listed.divisions] == sorted((one.date for one in listed.divisions), reverse=True)
    for one in listed.divisions:
        assert one.counts == whole[one.id].counts
        for alias in whole[one.id].aliases:
            assert archive.division(alias).division == whole[one.id]
    first, second = archive.divisions(per_page=1), archive.divisions(per_page=1, page=2)
    assert first.pages == len(whole)
    assert archive.divisions(per_page=1, cursor=first.next).divisions == second.divisions
    assert first.divisions[0].id != second.divisions[0].id


def test_what_is_no_division_is_not_shown_as_one(archive: Archive, debates: list[Debate]) -> None:
    with pytest.raises(NotHeldError, match="no division"):
        archive.division(debates[0].section.id)


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("2019-08-12/commons-chamber/oral-answers-to-questions-home-department", {"Home Office": "answering-body"}),
        ("2019-08-12/commons-chamber/ferry-terminal-great-wickering", {"Department for Transport": "asked"}),
        ("2019-08-12/commons-chamber/coastal-fog-inquiry", {"Home Office": "printed"}),
        ("2019-08-12/lords-chamber/lighthouses-keepers-question", {"Department for Transport": "office-held"}),
    ],
)
def test_a_department_is_told_with_its_ground(archive: Archive, address: str, known: dict[str, str]) -> None:
    section = archive.debate(f"/debate/{address}").section
    assert dict(zip(section.departments, section.departments_basis, strict=True)) == known
    assert {section.department: section.department_basis} == known
    (listed,) = [ref for ref in archive.debates_on(date(2019, 8, 12), address.split("/")[1]) if ref.id == section.id]
    assert dict(zip(listed.departments, listed.departments_basis, strict=True)) == known


def test_a_department_that_only_an_office_tells_is_not_named_as_if_printed(archive: Archive) -> None:
    told = {
        chamber: debate_text(archive.debate(f"/debate/2019-08-12/{chamber}/{name}"))
        for chamber, name in (
            ("lords-chamber", "lighthouses-keepers-question"), ("commons-chamber", "ferry-terminal-great-wickering"),
        )
    }  # fmt: skip
    assert "Lighthouses: Keepers — Question: Department for Transport minister\n" in told["lords-chamber"]
    assert "Ferry Terminal (Great Wickering): Department for Transport\n" in told["commons-chamber"]


def test_departments_count_each_debate_that_involves_them(archive: Archive, debates: list[Debate]) -> None:
    counted = Counter(name for debate in debates for name in debate.section.departments)
    assert {one.name: one.debates for one in archive.departments().departments} == counted
    for name, number in counted.items():
        whole = archive.department(name)
        assert whole.total == number == len(whole.debates)
        assert all(minister.office.department in whole.names for minister in whole.ministers)
    assert archive.department("home-office").name == archive.department("Home Department").name == "Home Office"
    with pytest.raises(NotHeldError, match="no department"):
        archive.department("Ministry of Silence")


def test_people_who_speak_are_listed_by_surname(archive: Archive, debates: list[Debate]) -> None:
    listed = archive.people()
    assert {one.person_id for one in listed.people} >= {speaker.person_id for _, _, speaker in spoken(debates)}
    assert [one.name for one in archive.people("blackthorn").people] == ["Honoria Blackthorn"]
    surnames = [one.name.split()[-1].casefold() for one in listed.people]
    assert surnames == sorted(surnames, key=lambda name: name.replace("-", " ").replace("'", ""))
