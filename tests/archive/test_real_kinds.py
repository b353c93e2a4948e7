"""Urgent questions, petitions, Adjournment debates and points of order of real days, counted by plain search."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.model import Contribution, Debate

DAYS = {
    "debates2009-10-26b.xml", "debates2009-10-27d.xml", "debates2016-05-09b.xml", "debates2016-05-10a.xml",
    "debates2020-06-15a.xml", "debates2020-12-14b.xml", "debates2020-12-15a.xml", "debates2023-03-28d.xml",
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("kinds") / "archive", create=True) as archive:
        archive.load([real_data / "twfy" / "debates" / name for name in sorted(DAYS)])
        yield archive


def debates(archive: Archive, name: str) -> list[Debate]:
    day = date.fromisoformat(re.search(r"\d{4}-\d\d-\d\d", name)[0])  # type: ignore[index]  # named so
    return [archive.debate(ref.id) for ref in archive.debates_on(day, "commons-chamber")]


def kinds(debates: list[Debate]) -> Counter[str]:
    return Counter(item.kind for debate in debates for item in debate.items if isinstance(item, Contribution))


def said(real_data: Path, name: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The speeches of a file, and its headings with their ranks, by another parser."""
    root = ET.fromstring((real_data / "twfy" / "debates" / name).read_bytes())
    text = {each: " ".join("".join(each.itertext()).split()) for each in root}
    speeches = [text[each] for each in root if each.tag == "speech"]
    return speeches, [(each.tag, text[each]) for each in root if each.tag.endswith("-heading")]


@pytest.mark.parametrize("name", sorted(DAYS))
def test_each_urgent_question_is_one_and_opens_its_debate(archive: Archive, real_data: Path, name: str) -> None:
    speeches, _ = said(real_data, name)
    asked = sum(bool(re.match(r"\W*\(?Urgent Question", text)) for text in speeches)
    held = debates(archive, name)
    assert sum(debate.section.kind == "urgent-question" for debate in held) == asked
    assert kinds(held)["urgent-question"] == asked


@pytest.mark.parametrize("name", sorted(DAYS))
def test_each_petition_is_a_debate_of_one_petition(archive: Archive, real_data: Path, name: str) -> None:
    _, headings = said(real_data, name)
    presented = sum(bool(re.match(r"petition\b\s*[-–—]", text, re.IGNORECASE)) for _, text in headings)
    held = [debate for debate in debates(archive, name) if debate.section.kind == "petition"]
    assert len(held) == presented
    assert kinds(held)["petition"] == presented


@pytest.mark.parametrize("name", sorted(DAYS))
def test_the_day_ends_with_one_adjournment_debate(archive: Archive, real_data: Path, name: str) -> None:
    speeches, _ = said(real_data, name)
    proposed = sum(bool(re.search(r"proposed, That this House do now adjourn", text)) for text in speeches)
    held = [debate for debate in debates(archive, name) if debate.section.kind == "adjournment"]
    assert len(held) == proposed == 1
    speakers = {item.attribution for item in held[0].items if isinstance(item, Contribution)} - {None}
    assert len(speakers) >= 2  # who has the debate, and the minister who replies


@pytest.mark.parametrize("name", sorted(DAYS))
def test_points_of_order_are_what_begins_so(archive: Archive, real_data: Path, name: str) -> None:
    speeches, _ = said(real_data, name)
    begins = re.compile(r"(?:On|Further to)\b.{0,30}\bpoints? of order\b", re.IGNORECASE)
    raised = sum(bool(begins.match(text)) for text in speeches)
    counted = kinds(debates(archive, name))["point-of-order"]
    assert raised <= counted <= raised + 3  # who raises one may go on with it when the Chair has spoken
