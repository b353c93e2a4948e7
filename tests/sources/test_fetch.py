"""A whole fetch against the stand-in: what comes, what is noted, and what an interruption costs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.model import FetchedUnit, FetchReport
from onrecord.specimen import folder
from tests.dump import dump
from tests.standin import StandIn, hansard
from tests.standin.server import Fault

DAY = date(2019, 8, 14)


def of_hansard(report: FetchReport) -> list[FetchedUnit]:
    """What the Hansard API gave for days."""
    return [unit for unit in report.units if unit.service == "hansard" and unit.date]


@pytest.fixture
def archive(tmp_path: Path, standin: StandIn) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True) as opened:
        yield opened


def rows(archive: Archive, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"file:{archive.path / 'record.sqlite'}?mode=ro", uri=True)) as database, database:
        return database.execute(query).fetchall()


def test_what_is_fetched_is_what_loading_the_same_files_gives(
    archive: Archive, standin: StandIn, tmp_path: Path
) -> None:
    standin.misbehave("search/divisions", Fault("page", body={"Results": [], "TotalResultCount": 0}))
    standin.misbehave("searchTotalResults", Fault("page", body=0))
    report = archive.fetch(DAY, DAY, house="commons")
    assert [(unit.status, unit.answers) for unit in of_hansard(report)] == [("fetched", 5)]
    with Archive.open(tmp_path / "other", create=True) as other:
        other.load(sorted((folder() / "sittings").glob("hansard-api-*.json")))
        loaded, fetched = dump(other.path), dump(archive.path)
    for table in ("sittings", "sections", "contributions", "divisions", "stamps"):
        assert of_debates(fetched[table]) == of_debates(loaded[table]), table


def of_debates(rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """The rows that no other service adds to."""
    sittings = {"commons-chamber/2019-08-14", "corrections/2019-08-14"}
    return [row for row in rows if not sittings.isdisjoint(row[:2])]


def test_a_division_comes_with_who_voted_how(archive: Archive) -> None:
    archive.fetch(DAY, DAY, house="commons")
    assert rows(archive, "SELECT count(*) FROM divisions") == [(1,)]
    assert archive.sittings().totals["divisions"] == 1


def test_a_heading_that_no_debate_brings_along_is_asked_for_by_itself(archive: Archive, standin: StandIn) -> None:
    archive.fetch(DAY, DAY, house="lords")
    assert standin.paths("/debates/debate/") == [
        f"/hansard/debates/debate/{hansard.TIDES}.json",
        f"/hansard/debates/debate/{hansard.LIGHTS}.json",
    ]
    titles = [title for (title,) in rows(archive, "SELECT title FROM sections WHERE sitting_id LIKE 'lords-chamber%'")]
    assert {"Harbour Lights", "Tides"} <= set(titles)


def test_headings_inside_a_debate_are_not_asked_for_again(archive: Archive, standin: StandIn) -> None:
    archive.fetch(DAY, DAY, house="commons")
    asked = {path.rpartition("/")[2].removesuffix(".json") for path in standin.paths("/debates/debate/")}
    assert asked == {d["Overview"]["ExtId"] for d in hansard.of_house("Commons")}


def test_only_days_on_which_a_house_sat_are_asked_for(archive: Archive, standin: StandIn) -> None:
    report = archive.fetch(date(2019, 7, 30), date(2019, 9, 2))
    assert {unit.date for unit in of_hansard(report)} == {DAY}
    assert len(standin.paths("overview/calendar")) == 6  # three months, two Houses
    assert of_hansard(archive.fetch(date(2019, 1, 1), date(2019, 1, 31))) == []


def test_one_chamber_alone(archive: Archive, standin: StandIn) -> None:
    archive.fetch(DAY, DAY, chamber="petitions")
    archive.fetch(DAY, DAY, chamber="corrections")
    held = [sitting.chamber for sitting in archive.sittings().sittings if sitting.state == "held"]
    assert held == ["corrections"]
    assert standin.paths("division") == []


def test_where_bytes_came_from_and_which_sittings_there_are(archive: Archive, standin: StandIn) -> None:
    archive.fetch(DAY, DAY)
    origins = rows(archive, "SELECT url, sha256 FROM origins")
    vault = {file.name for file in (archive.path / "vault").glob("??/*")}
    assert {sha256 for _, sha256 in origins} == vault
    assert all(str(url).startswith(standin.address) for url, _ in origins)
    assert rows(archive, f"SELECT count(*) FROM documents WHERE path LIKE '{standin.address}/%'") == [(len(vault),)]
    expected = rows(archive, "SELECT chamber, date, source FROM expected_sittings ORDER BY chamber, source")
    assert expected == [
        ("commons-chamber", "2019-08-14", "hansard"),
        ("commons-chamber", "2019-08-14", "whatson"),
        ("corrections", "2019-08-14", "hansard"),
        ("lords-chamber", "2019-08-14", "hansard"),
        ("lords-chamber", "2019-08-14", "whatson"),
        ("written-statements", "2019-08-14", "hansard"),
    ]


def test_a_calendar_that_thinks_again_is_believed(archive: Archive, standin: StandIn) -> None:
    archive.fetch(DAY, date(2019, 8, 16), house="lords")
    thursday = "SELECT source FROM expected_sittings WHERE date = '2019-08-15'"
    assert rows(archive, thursday) == [("whatson",)]
    standin.misbehave("sittingdates", Fault("page", body={"SittingDates": [{"Date": "2019-08-14T00:00:00"}]}))
    archive.fetch(DAY, date(2019, 8, 16), house="lords")
    assert rows(archive, thursday) == []


def test_a_fetch_again_asks_with_validators_and_changes_nothing(archive: Archive, standin: StandIn) -> None:
    archive.fetch(DAY, DAY)
    before = dump(archive.path)
    standin.asked.clear()
    report = archive.fetch(DAY, DAY)
    assert report.totals["failed"] == 0
    assert {file.status for file in report.load.files} == {"unchanged"}
    assert dump(archive.path) == before
    assert all("if-none-match" in asked.headers for asked in standin.asked if "robots" not in asked.path)
    assert not (archive.path / "incoming").exists()


def test_each_answer_is_told_of_as_it_comes(archive: Archive) -> None:
    told: list[str] = []
    archive.fetch(
        DAY, DAY, house="commons", chamber="written-statements", progress=lambda name, done, of: told.append(name)
    )
    assert "hansard/commons/2019-08-14/written-statements: 2 of 2" in told


def test_a_debate_that_does_not_come_stops_nothing_else(archive: Archive, standin: StandIn) -> None:
    standin.misbehave(hansard.BILL, *[Fault("status", 500)] * 3)
    report = archive.fetch(DAY, DAY)
    commons, lords = of_hansard(report)
    assert (commons.status, commons.answers, lords.status) == ("partial", 5, "fetched")
    assert f"debates/debate/{hansard.BILL}.json" in commons.failed[0]
    assert f"{hansard.BILL}.json" in str(rows(archive, "SELECT failed FROM fetched WHERE unit LIKE '%commons%'"))


def test_what_was_wanting_comes_with_the_next_call_and_nothing_else_is_asked_again(
    archive: Archive, standin: StandIn
) -> None:
    standin.misbehave(hansard.BILL, *[Fault("status", 500)] * 3)
    archive.fetch(DAY, DAY)
    standin.asked.clear()
    report = archive.fetch(DAY, DAY)
    assert [unit.status for unit in of_hansard(report)] == ["fetched", "resumed"]
    assert standin.paths("/debates/debate/") == [f"/hansard/debates/debate/{hansard.BILL}.json"]
    assert not (archive.path / "incoming").exists()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        pytest.param({"Overview": None}, "another shape", id="another shape"),
        pytest.param({"Overview": {"ExtId": hansard.BILL}}, "", id="refused by the reader"),
    ],
)
def test_an_answer_of_no_use_stops_nothing_else_and_is_asked_for_again(
    archive: Archive, standin: StandIn, answer: object, said: str
) -> None:
    standin.misbehave(hansard.BILL, Fault("page", body=answer))
    first = archive.fetch(DAY, DAY, house="commons")
    refused = [file.error for file in first.load.files if file.status == "refused"]
    (wrong,) = [*of_hansard(first)[0].failed, *refused]
    assert said in str(wrong)
    known = [one.name for one in archive.coverage().refused]
    assert all(name.startswith("http") and name.endswith(f"{hansard.BILL}.json") for name in known)
    assert len(known) == len(refused)
    again = archive.fetch(DAY, DAY, house="commons")
    assert of_hansard(again)[0].status == "fetched"
    assert not [file for file in again.load.files if file.status == "refused"]
    assert archive.coverage().refused == ()
    assert not (archive.path / "incoming").exists()


def test_what_stands_under_a_debate_that_did_not_come_is_left_to_the_next_call(
    archive: Archive, standin: StandIn
) -> None:
    oral = next(id for id, debate in hansard.debates().items() if debate["ChildDebates"])
    standin.misbehave(oral, *[Fault("status", 500)] * 3)
    (unit, *_) = of_hansard(archive.fetch(DAY, DAY, house="commons"))
    assert len(unit.failed) == 1
    asked = standin.paths("/debates/debate/")
    assert len(set(asked)) == len(list(hansard.of_house("Commons")))


def test_a_challenge_stops_everything(archive: Archive, standin: StandIn) -> None:
    standin.misbehave("sectionsforday", Fault("html"))
    report = archive.fetch(DAY, DAY)
    assert report.stopped is not None
    assert [unit.status for unit in report.units if unit.date] == ["stopped"]
    assert standin.paths("/debates/") == []


def test_a_calendar_that_fails_does_not_hide_the_other_house(archive: Archive, standin: StandIn) -> None:
    standin.misbehave("house=Commons", *[Fault("status", 500)] * 3)
    report = archive.fetch(DAY, DAY)
    hansard_units = [unit for unit in report.units if unit.service == "hansard"]
    assert [(unit.house, unit.date, unit.status) for unit in hansard_units] == [
        ("commons", None, "failed"),
        ("lords", None, "fetched"),
        ("lords", DAY, "fetched"),
    ]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param({"Results": [], "TotalResultCount": 1}, id="an empty page"),
        pytest.param({"Results": [hansard.found_division()] * 2, "TotalResultCount": 3}, id="the same again"),
    ],
)
def test_a_list_that_is_short_is_a_service_that_failed(archive: Archive, standin: StandIn, answer: object) -> None:
    standin.misbehave("search/divisions", *[Fault("page", body=answer)] * 2)
    report = archive.fetch(DAY, DAY, house="commons")
    assert of_hansard(report)[0].status == "partial"
    assert "the service lists" in of_hansard(report)[0].failed[0]


def test_an_answer_in_another_shape_is_said_to_be_so(archive: Archive, standin: StandIn) -> None:
    standin.misbehave("sectionsforday", Fault("page", body={"Sections": []}))
    report = archive.fetch(DAY, DAY, house="commons")
    assert of_hansard(report)[0].status == "failed"
    assert "another shape" in of_hansard(report)[0].failed[0]


def test_ids_of_a_service_lead_nowhere_else(archive: Archive, standin: StandIn) -> None:
    tree = hansard.section_trees({"section": "Debate", "date": "2019-08-14", "house": "Lords"})
    tree[0]["SectionTreeItems"][1]["ExternalId"] = "../../../../x?y=http://example.org/#"
    standin.misbehave("sectiontrees", Fault("page", body=tree))
    report = archive.fetch(DAY, DAY, house="lords")
    assert of_hansard(report)[0].status == "partial"
    asked = next(path for path in standin.paths("example.org"))
    assert asked.startswith("/hansard/debates/debate/..%2F..%2F")
    inside = [file for file in archive.path.rglob("*") if "example" in file.name]
    assert inside == []
