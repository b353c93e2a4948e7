"""The specimen's Tuesday from every source that publishes a sitting: one record, whichever files are held and in
whatever order they came; nothing lost, nothing double, and what they tell differently written down.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.errors import NotHeldError
from onrecord.formats.detect import read
from onrecord.model import Contribution, Division
from onrecord.reading import ReadSitting
from onrecord.specimen import folder
from tests.dump import dump
from tests.witnesses import writers
from tests.witnesses.writers import Json, guid

FILE = folder() / "sittings" / "debates2019-08-13b.xml"
RAW = FILE.read_text(encoding="utf-8")
SPEECHES = re.findall(r'<speech id="([^"]+)"', RAW)  # counted in the file itself, by nobody's reader
HEADINGS = re.findall(r'<(?:major|minor|oral)-heading id="([^"]+)"', RAW)
DIVISION = re.findall(r'<division id="([^"]+)"', RAW)[0]
DAY, SITTING = date(2019, 8, 13), "commons-chamber/2019-08-13"
SPEAKING = ("parlparse", "api", "page", "search")  # have what was said
VOTING = ("division", "votes")  # have votes alone
ODD, ODD_COLUMN, ODD_SPEAKER = 9, 21, 30  # contributions that the API has otherwise


def otherwise(item: Json) -> Json:
    """What the API prints otherwise than parlparse."""
    if item.get("ExternalId") == guid(2, ODD):
        words = item["Value"].split(" ")
        return {**item, "Value": " ".join([*words[:2], "otherwise", *words[3:]])}
    if item.get("ExternalId") == guid(2, ODD_SPEAKER):
        return {**item, "MemberId": 990020}
    if item.get("ItemType") == "Division":
        return {**item, "Value": item["Value"].replace("Noes 6", "Noes 7")}
    return item


def in_the_other_lobby(division: Json) -> Json:
    """One of each side is listed on the other, so that no count differs; one is left out of the Noes."""
    ayes, noes = division["Ayes"], division["Noes"]
    crewe = next(v for v in ayes if v["Name"] == "Evelyn Crewe")
    blackthorn = next(v for v in noes if v["Name"] == "Honoria Blackthorn")
    ayes, noes = ([v for v in side if v not in (crewe, blackthorn)] for side in (ayes, noes))
    noes = [v for v in noes if v["Name"] != "Persephone Gill"]
    return {**division, "Ayes": [*ayes, blackthorn], "Noes": [crewe, *noes]}


@pytest.fixture(scope="module")
def day() -> ReadSitting:
    (sitting,) = read(FILE.read_bytes(), FILE.name).sittings
    return sitting


@pytest.fixture(scope="module")
def sources(day: ReadSitting, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A folder for each source, with its files of the day."""
    told = {
        "parlparse": [FILE.read_bytes()], "api": writers.api_debates(day), "page": [writers.page(day)],
        "search": [writers.search(day)], "division": [writers.api_division(day)], "votes": [writers.commons_votes(day)],
        "api-otherwise": writers.api_debates(day, otherwise),
        "votes-otherwise": [writers.commons_votes(day, in_the_other_lobby)],
    }  # fmt: skip
    top = tmp_path_factory.mktemp("sources")
    for name, files in told.items():
        (top / name).mkdir()
        for at, file in enumerate(files):
            (top / name / f"{name}-{at}").write_bytes(file)
    return {name: top / name for name in told}


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with nothing but the specimen's roll."""
    path = tmp_path_factory.mktemp("people") / "archive"
    with Archive.open(path, create=True) as archive:
        archive.load_people([folder() / "people"])
    return path


class Making:
    """Makes archives of the day, each from some sources in some order."""

    def __init__(self, people: Path, sources: dict[str, Path], top: Path) -> None:
        self.people, self.sources, self.top, self.made = people, sources, top, 0

    def archive(self, *order: str) -> Path:
        self.made += 1
        path = self.top / f"archive-{self.made}"
        shutil.copytree(self.people, path)
        with Archive.open(path) as archive:
            for name in order:
                report = archive.load([self.sources[name]])
                assert {file.status for file in report.files} <= {"loaded", "superseded"}, report
        return path


@pytest.fixture
def making(people: Path, sources: dict[str, Path], tmp_path: Path) -> Making:
    return Making(people, sources, tmp_path)


def ids_of(day: ReadSitting, source: str) -> list[str]:
    """Every id that a source gives, by the numbers that its writer gave them."""
    spoken, voted = writers.places(day)
    match source:
        case "parlparse":
            return [*SPEECHES, *HEADINGS, DIVISION]
        case "api":
            said = [f"hansard:{guid(2, at)}" for at in spoken] + [f"hansard:{guid(3, at)}" for at in voted]
            return said + [f"hansard:{guid(1, at)}" for at in range(len(day.sections))]
        case "page":
            return [f"hansard:{guid(2, at)}" for at in spoken] + [f"hansard:{guid(3, at)}" for at in voted]
        case "search":
            return [f"hansard:{guid(2, at)}" for at in spoken]
        case "division":
            return [f"hansard:{guid(3, at)}" for at in voted]
        case _:
            return ["commons-votes:7302"]


def record_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The canonical dump, but for addresses: they are given once and stay, whatever was held when they were given."""
    every = dump(path)
    del every["permalinks"]
    every["sections"] = [tuple(c for c in row if not str(c).startswith("/debate/")) for row in every["sections"]]
    return every


def everything(archive: Archive) -> Iterator[Contribution | Division]:
    for debate in archive.debates_on(DAY, "commons-chamber"):
        for item in archive.debate(debate.id).items:
            if isinstance(item, Contribution | Division):
                yield item


def check(path: Path, day: ReadSitting, names: Sequence[str]) -> None:
    """Each contribution stands there once, in order and with its words; each id of each source leads to it."""
    with Archive.open(path, read_only=True) as archive:
        found = list(everything(archive))
        said = [item for item in found if isinstance(item, Contribution)]
        expected = [" ".join(p.text for p in item.paragraphs) for item in writers.said_in(day)]
        assert [" ".join(item.text.split()) for item in said] == expected
        assert len(said) == len(SPEECHES)
        for name in names:
            for one in ids_of(day, name):
                archive.debate(one)
        if "parlparse" in names and "api" in names:
            assert all(len({a for a in item.aliases if a in SPEECHES}) == 1 for item in said)
            assert all(any(a.startswith("hansard:5BEC1AE2") for a in item.aliases) for item in said)
        (sitting,) = [s for s in archive.sittings().sittings if s.id == SITTING]
        assert sitting.divisions == (0 if set(names) == {"search"} else 1)
        for ever in ("/debate/2019-08-13/commons-chamber/points-of-order",):
            archive.debate(ever)


@pytest.mark.parametrize("pair", list(combinations(SPEAKING, 2)), ids="+".join)
def test_two_sources_make_one_record_in_either_order(making: Making, day: ReadSitting, pair: tuple[str, str]) -> None:
    first, second = making.archive(*pair), making.archive(*reversed(pair))
    assert record_of(first) == record_of(second)
    check(first, day, pair)
    check(second, day, pair)


@pytest.mark.parametrize("votes", VOTING)
@pytest.mark.parametrize("source", SPEAKING)
def test_votes_are_added_to_the_debate_in_either_order(
    making: Making, day: ReadSitting, source: str, votes: str
) -> None:
    first, second = making.archive(source, votes), making.archive(votes, source)
    assert record_of(first) == record_of(second)
    check(first, day, (source, votes))
    with Archive.open(second, read_only=True) as archive:
        (division,) = [item for item in everything(archive) if isinstance(item, Division)]
    assert division.counts == {"aye": 9, "no": 6}
    assert len(division.votes) == RAW.count("<mpname ")
    assert {vote.name for vote in division.votes if vote.teller} == {
        "Maud Entwhistle-Fry", "Jasper Nankivell", "Bartholomew Dunn", "Clement Ludd"
    }  # fmt: skip


def test_who_voted_is_filled_in_from_a_source_of_the_whole_day(making: Making, day: ReadSitting) -> None:
    """The API and its pages print a division's counts in a debate; parlparse has the names."""
    for leading in ("api", "page"):
        with Archive.open(making.archive("parlparse", leading), read_only=True) as archive:
            (division,) = [item for item in everything(archive) if isinstance(item, Division)]
            assert archive.debate(DIVISION).section.title == "Lighthouses and Lesser Beacons Bill"
        assert DIVISION in division.aliases
        assert len(division.votes) == RAW.count("<mpname ")


def test_all_of_them_in_any_order(making: Making, day: ReadSitting) -> None:
    every = [*SPEAKING, *VOTING]
    expected = record_of(making.archive(*every))
    for seed in range(4):
        random.Random(seed).shuffle(every)
        path = making.archive(*every)
        assert record_of(path) == expected, every
    check(path, day, every)


def test_what_a_source_leaves_open_another_fills_in(making: Making, day: ReadSitting) -> None:
    with Archive.open(making.archive("search", "parlparse"), read_only=True) as archive:
        asked = archive.contribution(SPEECHES[1])
        assert (asked.uin, asked.question_number, asked.column) == ("903401", "1", "101")
    with Archive.open(making.archive("parlparse", "api"), read_only=True) as archive:
        asked = archive.contribution(SPEECHES[1])
        assert (asked.sitting.volume, asked.timecode is not None) == (writers.VOLUME, True)
        stranger = [item for item in everything(archive) if "90099" in str(item)]
        assert stranger  # whom the Members API does not know: parlparse has an id
        for item in everything(archive):
            if isinstance(item, Contribution) and item.attribution == "Cuthbert Sallow":
                assert item.speaker


def test_what_two_sources_tell_differently_is_listed(making: Making, day: ReadSitting) -> None:
    first, second = making.archive("parlparse", "api-otherwise"), making.archive("api-otherwise", "parlparse")
    assert record_of(first) == record_of(second)
    was = writers.texts(day.items[ODD])[0].split(" ")[2].strip("“”.,—").casefold()  # type: ignore[arg-type]
    with Archive.open(first, read_only=True) as archive:
        told = {
            (one.field, one.leading, one.differs): one.other
            for debate in archive.debates_on(DAY, "commons-chamber")
            for one in archive.history(debate.id).disagreements
        }
        assert {field for field, _, _ in told} == {"words", "speaker", "counts"}
        assert told["words", "otherwise", was] == day.items[ODD].source_id
        assert told["counts", "no 7", "no 6"] == DIVISION
        (division,) = [item for item in everything(archive) if isinstance(item, Division)]
        assert division.counts == {"aye": 9, "no": 7}
        assert archive.contribution(f"hansard:{guid(2, ODD)}").text.split(" ")[2] == "otherwise"


def test_who_voted_otherwise_is_listed_by_name(making: Making) -> None:
    first, second = making.archive("parlparse", "votes-otherwise"), making.archive("votes-otherwise", "parlparse")
    assert record_of(first) == record_of(second)
    with Archive.open(first, read_only=True) as archive:
        told = archive.history(DIVISION).disagreements
    assert [(one.field, one.leading, one.differs) for one in told] == [
        ("vote", "Evelyn Crewe: aye", "Evelyn Crewe: no"),
        ("vote", "Honoria Blackthorn: no", "Honoria Blackthorn: aye"),
        ("vote", "Persephone Gill: no", "not named"),
    ]
    assert {one.other for one in told} == {"commons-votes:7302"}


def test_what_nobody_holds_leads_nowhere(making: Making) -> None:
    with Archive.open(making.archive("votes"), read_only=True) as archive, pytest.raises(NotHeldError):
        archive.debate(SPEECHES[0])
