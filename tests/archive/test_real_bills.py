"""Bills of real days: every heading that names one, and every minister's word, found by other means."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from onrecord import Archive

DAYS = {
    "debates2009-10-26b.xml": "commons",
    "debates2009-10-27d.xml": "commons",
    "debates2016-05-09b.xml": "commons",
    "debates2020-06-15a.xml": "commons",
    "debates2020-12-15a.xml": "commons",
    "debates2023-03-28d.xml": "commons",
}
LORDS = ("daylord2009-10-26a.xml", "daylord2009-10-27a.xml")


@pytest.fixture(scope="module")
def archive(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("real") / "archive", create=True) as archive:
        archive.load_people([real_data / "people"])
        archive.load([real_data / "twfy" / "debates", real_data / "twfy" / "lordspages"])
        yield archive


def elements(file: Path) -> list[ET.Element]:
    """The headings and speeches of a day, with names of entities that the file leaves undeclared put in."""
    text = file.read_bytes().decode("latin-1" if b"ISO-8859-1" in file.read_bytes()[:100] else "utf-8")
    body = text[text.index("<publicwhip") :]
    body = re.sub(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)\w+;", lambda found: unescape(found[0]), body)
    return list(ET.fromstring(body))


def bill_headings(real_data: Path) -> Iterator[tuple[date, str, str]]:
    """Day, House and title of each heading that ends with, or begins with, the name of a bill."""
    for folder, names in (("debates", tuple(DAYS)), ("lordspages", LORDS)):
        for name in names:
            day = date.fromisoformat(re.search(r"\d{4}-\d\d-\d\d", name)[0])  # type: ignore[index]
            for element in elements(real_data / "twfy" / folder / name):
                title = " ".join("".join(element.itertext()).split())
                if element.tag.endswith("heading") and re.search(r"\w Bill\b", title, re.IGNORECASE):
                    yield day, "lords" if folder == "lordspages" else "commons", title


def test_every_heading_that_names_a_bill_is_a_stage_of_one(archive: Archive, real_data: Path) -> None:
    stages = [stage for ref in archive.bills() for stage in archive.bill(ref.id).stages if stage.held]
    held = {(stage.date, stage.house, stage.title) for stage in stages}
    named = list(bill_headings(real_data))
    missing = [title for day, house, title in named if (day, house, title) not in held]
    assert len(named) >= 15
    # question time and a petition name a bill without debating it; "Bill Presented" and its like name none
    assert [t for t in missing if not re.match(r"PETITION|UK Internal Market Bill: Devolved|Bills? Presented", t)] == []


@pytest.mark.parametrize(("name", "house"), [*DAYS.items(), *((name, "lords") for name in LORDS)])
def test_each_stage_is_of_the_house_whose_day_it_was(archive: Archive, name: str, house: str) -> None:
    day = date.fromisoformat(re.search(r"\d{4}-\d\d-\d\d", name)[0])  # type: ignore[index]
    stages = [s for ref in archive.bills() for s in archive.bill(ref.id).stages if s.date == day]
    assert house in {stage.house for stage in stages}


STAGES = {  # read off the days by eye: what the House itself says it is doing, in its set words
    ("Marine and Coastal Access Bill", "commons"): ["Programme", "Report", "Report", "Third reading"],
    ("Coroners and Justice Bill", "lords"): ["Report", "Report"],
    ("Welfare Reform Bill", "lords"): ["Report"],
    ("Holocaust (Return of Cultural Objects) Bill", "lords"): ["Third reading"],
    ("Energy Bill", "commons"): ["Consideration of Lords amendments"],
    ("Housing and Planning Bill", "commons"): ["Consideration of Lords amendments"],
    ("Immigration Bill", "commons"): ["Consideration of Lords amendments"],
    ("United Kingdom Internal Market Bill", "commons"): ["Consideration of Lords amendments"],
    ("Taxation (Post-transition Period) Bill", "commons"): ["Report", "Third reading"],
    ("Illegal Migration Bill", "commons"): ["Committee"],
    ("Humber2100+ Project Bill", "commons"): ["First reading"],
    ("Leeds City Council Bill", "commons"): ["Report"],
}


@pytest.mark.parametrize(("name", "house"), STAGES)
def test_the_stages_are_those_that_the_house_says(archive: Archive, name: str, house: str) -> None:
    found = [stage for stage in archive.bill(name).stages if stage.held]
    assert [stage.stage for stage in found] == STAGES[name, house]
    assert {stage.house for stage in found} == {house}


@pytest.mark.parametrize("name", ["debates2009-10-26b.xml", "debates2009-10-27d.xml"])
def test_every_speech_of_whoever_prints_an_office_is_in_the_extract(
    archive: Archive, real_data: Path, name: str
) -> None:
    """Whoever has an office printed beside the name once is a minister throughout the debate."""
    on_bill, spoken = False, []
    for element in elements(real_data / "twfy" / "debates" / name):
        if element.tag.endswith("heading"):
            title = " ".join("".join(element.itertext()).split())
            on_bill = "Marine and Coastal Access Bill" in title or (
                on_bill and re.search(r"Clause|Schedule", title) is not None
            )
        elif element.tag == "speech" and on_bill:
            spoken.append((element.get("speakerid"), element.get("speakeroffice") or "", element.get("id")))
    printed = {who for who, office, _ in spoken if re.search(r"Minister|Secretary", office)}
    wanted = {gid for who, _, gid in spoken if who in printed}
    day = date.fromisoformat(name[7:17])
    pages = archive.ministerial("Marine and Coastal Access Bill", per_page=50).excerpts
    shown = [c for page in pages if page.debate.date == day for run in page.runs for c in run.contributions]
    focused = {alias for c in shown if c.focus for alias in c.aliases}
    others = [c for c in shown if c.focus and not wanted & set(c.aliases)]
    assert wanted
    assert wanted <= focused
    assert all(c.capacity and c.capacity.role == "minister" and c.capacity.basis == "roll" for c in others)


def test_everything_moved_in_the_lords_is_in_the_packs(archive: Archive, real_data: Path) -> None:
    printed = 0
    for name in LORDS:
        texts = [
            " ".join("".join(p.itertext()).split()) for e in elements(real_data / "twfy/lordspages" / name) for p in e
        ]
        printed += sum(
            re.match(r"Amendments? \d", one) is not None and two.startswith("Moved by ") for one, two in pairwise(texts)
        )
    packs = [
        archive.pack(ref.id)
        for ref in archive.bills()
        if "lords" in ref.houses and ref.debates and _spoken(archive, ref.id)
    ]
    moved = [m for pack in packs for m in pack.amendments if m.house == "lords"]
    assert printed > 30
    assert len(moved) == printed
    assert all(m.outcome for m in moved)


def _spoken(archive: Archive, bill: str) -> bool:
    return any(stage.ministers for stage in archive.bill(bill).stages)


PUT = {"debates2009-10-26b.xml": 31, "debates2009-10-27d.xml": 6, "debates2023-03-28d.xml": 130}


@pytest.mark.parametrize("name", PUT)
def test_everything_the_chair_puts_in_a_group_is_in_the_packs(archive: Archive, real_data: Path, name: str) -> None:
    printed: set[str] = set()
    for element in elements(real_data / "twfy" / "debates" / name):
        texts = [" ".join("".join(p.itertext()).split()) for p in element]
        if not any("With this it will be convenient to discuss" in text for text in texts):
            continue
        for text in texts:
            text = text.rsplit("the following: ", 1)[-1]
            if found := re.match(
                r"(?:Government )?((?:new clause|amendment) \d+)\b(?! (?:and|to))", text, re.IGNORECASE
            ):
                printed.add(found[1].casefold())
    day = date.fromisoformat(name[7:17])
    packs = [archive.pack(ref.id) for ref in archive.bills() if "commons" in ref.houses and _spoken(archive, ref.id)]
    told = {
        label for pack in packs for one in (*pack.amendments, *pack.grouped) if one.date == day for label in one.labels
    }
    assert len(printed) >= PUT[name]
    assert printed <= told


def test_everything_not_moved_in_the_lords_is_in_the_packs(archive: Archive, real_data: Path) -> None:
    words = [
        " ".join("".join(p.itertext()).split())
        for name in LORDS
        for e in elements(real_data / "twfy/lordspages" / name)
        for p in e
    ]
    printed = {text for text in words if re.fullmatch(r"Amendments? .{1,20} not moved\.", text)}
    packs = [archive.pack(ref.id) for ref in archive.bills() if "lords" in ref.houses and _spoken(archive, ref.id)]
    told = {text for pack in packs for one in pack.grouped if one.house == "lords" for text in one.outcome}
    assert len(printed) == 10
    assert printed == told


def test_sittings_of_a_committee_that_are_missing_are_told_by_the_numbers_held(real_data: Path, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([real_data / "twfy" / "standing"])
        stages = archive.bill("Child Poverty Bill").stages
    committee = [(one.sitting_number, one.held) for one in stages if one.stage == "Committee"]
    assert committee == [("1 to 4", False), ("5", True), ("6", True), ("7", True)]


def test_what_is_moved_by_its_number_has_its_words_from_the_group(archive: Archive) -> None:
    pack = archive.pack("Marine and Coastal Access Bill", "clause 141")
    assert ("amendment 18", "amendment 23", "amendment 42") in {one.labels for one in pack.amendments}
    by_number = [one for one in pack.grouped if one.moved]
    assert {label for one in by_number for label in one.labels} == {
        "amendment 23",
        "amendment 42",
    }  # 18 is to clause 124
    assert all(one.put.paragraphs[one.span[0]].text.startswith(f"A{one.labels[0][1:]}") for one in by_number)
