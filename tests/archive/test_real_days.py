"""On whole real days: what the archive answers is held against the files themselves, read with another parser."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.model import Contribution

CHAIR = {"10295", "10348", "10648", "10190"}  # Speaker and Deputies of 2020 and 2023, by the Members API's list


@pytest.fixture(scope="module")
def archive(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("real") / "archive", create=True) as archive:
        archive.load_people([real_data / "people"])
        report = archive.load([real_data / "twfy" / "debates"])
        assert report.totals["refused"] == 0
        assert report.totals["superseded"] == 4  # the residues of October 2009
        yield archive


def speeches(real_data: Path, name: str) -> list[ET.Element]:
    text = (real_data / "twfy" / "debates" / name).read_bytes()
    return list(ET.fromstring(text).iter("speech"))


def spoken_in(archive: Archive, gid: str) -> list[Contribution]:
    return [item for item in archive.debate(gid).items if isinstance(item, Contribution)]


DAYS = ("debates2020-12-14b.xml", "debates2023-03-28d.xml")


@pytest.mark.parametrize("name", DAYS)
def test_every_speech_stands_once_in_some_debate(archive: Archive, real_data: Path, name: str) -> None:
    day = re.search(r"\d{4}-\d\d-\d\d", name)[0]  # type: ignore[index]
    held: list[str] = []
    for ref in archive.debates_on(date.fromisoformat(day), "commons-chamber"):
        held += [c.aliases[0] for c in spoken_in(archive, ref.id)]
    assert held == [speech.get("id") for speech in speeches(real_data, name)]


@pytest.mark.parametrize("name", DAYS)
@pytest.mark.parametrize("rank", range(3))
def test_adjacent_windows_equal_a_window_made_by_hand(archive: Archive, real_data: Path, name: str, rank: int) -> None:
    by_person: dict[str, int] = {}
    for speech in speeches(real_data, name):
        person = (speech.get("person_id") or "").rsplit("/", 1)[-1]
        if person.isdigit() and person not in CHAIR:
            by_person[person] = by_person.get(person, 0) + 1
    person = sorted(by_person, key=lambda p: (-by_person[p], p))[rank]
    day = re.search(r"\d{4}-\d\d-\d\d", name)[0]  # type: ignore[index]
    on = date.fromisoformat(day)
    page = archive.excerpts(f"twfy:{person}", context="adjacent", start=on, end=on, per_page=1000)
    mine = {s.get("id") for s in speeches(real_data, name) if (s.get("person_id") or "").endswith(f"/{person}")}
    focused = [c.aliases[0] for e in page.excerpts for run in e.runs for c in run.contributions if c.focus]
    assert set(focused) == mine
    assert len(focused) == len(mine)
    for excerpt in page.excerpts:
        counted = [
            c for c in spoken_in(archive, excerpt.debate.id) if not (c.kind == "procedural" and not c.attribution)
        ]
        near: set[int] = set()
        for place, contribution in enumerate(counted):
            if contribution.aliases[0] in mine:
                near |= {place - 1, place, place + 1}
        expected = [c.id for place, c in enumerate(counted) if place in near]
        assert [c.id for run in excerpt.runs for c in run.contributions] == expected
        left_out = excerpt.omitted_before + sum(excerpt.omitted_between) + excerpt.omitted_after
        assert left_out + len(expected) == len(counted)


def test_each_oral_question_shows_its_answer(archive: Archive, real_data: Path) -> None:
    asked = 0
    for name in ("debates2020-12-14b.xml", "debates2020-12-15a.xml", "debates2023-03-28d.xml"):
        spoken = speeches(real_data, name)
        for place, speech in enumerate(spoken):
            if not is_tabled(speech):
                continue
            person = (speech.get("person_id") or "").rsplit("/", 1)[-1]
            answer = next(s for s in spoken[place + 1 :] if answers(s))
            page = archive.excerpts(f"twfy:{person}", debate=speech.get("id"), per_page=1)
            runs = [[c.aliases[0] for c in run.contributions] for run in page.excerpts[0].runs]
            together = [run for run in runs if speech.get("id") in run]
            assert together, speech.get("id")
            assert answer.get("id") in together[0], speech.get("id")
            asked += 1
    assert asked > 90


def is_tabled(speech: ET.Element) -> bool:
    """Independent of the program: the source gives it a question's number."""
    return speech.get("oral-qnum") is not None or any(p.get("qnum") for p in speech.iter("p"))


def answers(speech: ET.Element) -> bool:
    """Independent of the program: not from the Chair, not a tabled question, not a gesture, somebody's."""
    person = (speech.get("person_id") or "").rsplit("/", 1)[-1]
    words = " ".join("".join(speech.itertext()).split())
    gesture = re.fullmatch(r"(rose|indicated (as|dis)sent)\W*", words)
    return person.isdigit() and person not in CHAIR and not is_tabled(speech) and not gesture


def test_an_id_of_an_edition_long_replaced_leads_to_todays_words(archive: Archive, real_data: Path) -> None:
    text = (real_data / "twfy" / "debates" / "debates2009-10-27a.xml").read_bytes()
    redirects = list(ET.fromstring(text).iter("gidredirect"))
    today = {s.get("id") for s in speeches(real_data, "debates2009-10-27d.xml")}
    checked = 0
    for redirect in redirects[::20]:
        old = redirect.get("oldgid") or ""
        current = old.replace("27a.", "27d.")
        if current in today:
            spoken = {alias for c in spoken_in(archive, old) for alias in c.aliases}
            assert {old, current} <= spoken
            checked += 1
    assert checked > 5


def test_a_minister_answers_as_what_they_were_that_day(archive: Archive) -> None:
    page = archive.excerpts("Alan Johnson", department="Home Office")
    assert page.excerpts
    for excerpt in page.excerpts:
        for run in excerpt.runs:
            for contribution in run.contributions:
                if contribution.focus:
                    speaker = contribution.speaker
                    assert speaker is not None
                    assert not hasattr(speaker, "unresolved")
                    assert any("Home Department" in o.title or o.department == "Home Office" for o in speaker.offices)
