"""Fetching the roll: everybody comes, each fact has its day and source, and nothing is asked twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from onrecord import Archive
from tests.standin import StandIn, members
from tests.standin.server import Fault

TODAY = date(2019, 8, 20)
FIRST = f"mnis:{members.FIRST}"


@pytest.fixture
def archive(tmp_path: Path, standin: StandIn) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True) as opened:
        yield opened


def test_everybody_comes_with_posts_and_dates(archive: Archive) -> None:
    report = archive.fetch_people(today=TODAY)
    assert [(unit.service, unit.status) for unit in report.units] == [
        ("members", "fetched"),
        ("people-list", "fetched"),
    ]
    assert report.load.totals["refused"] == 0
    names = {archive.person(f"mnis:{each['id']}").name for each in members.people()}
    assert len(names) == members.COUNT
    minister = archive.person(FIRST, date(2019, 1, 1))
    assert [(office.title, office.department) for office in minister.offices] == [
        ("Minister for Lighthouses", "Department for Transport")
    ]
    assert archive.person(FIRST, TODAY).offices == ()


def test_the_ids_of_other_services_come_with_the_list(archive: Archive) -> None:
    archive.fetch_people(today=TODAY)
    assert archive.person("twfy:99501").person_id == archive.person(FIRST).person_id


def test_the_list_may_be_done_without(archive: Archive, standin: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_PEOPLE_LIST_URL", "none")
    report = archive.fetch_people(today=TODAY)
    assert report.totals["failed"] == 0
    assert standin.paths("people.json") == []


def test_a_house_and_a_span_are_asked_for(archive: Archive, standin: StandIn) -> None:
    archive.fetch_people(house="lords", start=date(2019, 1, 1), end=TODAY, today=TODAY)
    asked = standin.paths("Members/Search")
    assert all("WasMemberOfHouse=2" in path and "WasMemberOnOrAfter=2019-01-01" in path for path in asked)
    assert len(standin.paths("Biography")) == sum(each["id"] % 5 == 0 for each in members.people())


def test_what_is_open_is_vouched_for_up_to_the_day_of_asking(archive: Archive) -> None:
    archive.fetch_people(today=TODAY)
    (post,) = archive.person(f"mnis:{members.FIRST + 1}", TODAY).offices
    assert (post.title, post.end, post.as_of) == ("Minister for Shoals", None, TODAY)


def test_the_same_answers_a_year_later_vouch_for_a_year_more(archive: Archive) -> None:
    archive.fetch_people(today=TODAY)
    report = archive.fetch_people(today=date(2020, 8, 20))
    assert {file.status for file in report.load.files} == {"unchanged"}
    (post,) = archive.person(f"mnis:{members.FIRST + 1}", date(2020, 8, 20)).offices
    assert post.as_of == date(2020, 8, 20)
    archive.fetch_people(today=TODAY)  # an answer of an earlier day takes nothing back
    assert archive.person(f"mnis:{members.FIRST + 1}", date(2020, 8, 20)).offices == (post,)


def test_somebody_who_does_not_come_is_named_and_comes_next_time(archive: Archive, standin: StandIn) -> None:
    missing = f"Members/{members.FIRST}/Biography"
    standin.misbehave(missing, *[Fault("status", 503)] * 3)
    report = archive.fetch_people(today=TODAY)
    assert report.units[0].status == "partial"
    assert missing in report.units[0].failed[0]
    standin.asked.clear()
    assert archive.fetch_people(today=TODAY).units[0].status == "fetched"
    assert standin.paths("Biography") == [f"/members/api/{missing}"]


def test_a_department_that_our_list_does_not_know_is_told_of(archive: Archive, standin: StandIn) -> None:
    assert archive.fetch_people(house="lords", today=TODAY).notes == (
        "the service names a department that On Record does not know: Ministry of Soot",
    )
    standin.misbehave("Departments", *[Fault("status", 500)] * 3)
    (note,) = archive.fetch_people(house="lords", today=TODAY).notes
    assert note.startswith("the departments could not be compared: ")


def test_a_search_that_repeats_a_page_is_short(archive: Archive, standin: StandIn) -> None:
    again = json.loads(json.dumps(members.search({"take": "20"})))
    standin.misbehave("skip=20", Fault("page", body=again))
    report = archive.fetch_people(today=TODAY)
    assert "lists 25 of 45 Members" in report.units[0].failed[0]
    assert archive.person(FIRST).name  # what came is taken
    again_whole = archive.fetch_people(today=TODAY)  # and the list is asked for once more
    assert [unit.status for unit in again_whole.units] == ["fetched", "fetched"]


@pytest.mark.parametrize(
    ("path", "answer", "said"),
    [
        ("Members/History", [], "lists none of the Members asked for"),
        ("Members/History", {"items": []}, "another shape"),
        ("skip=20", {"items": None, "totalResults": 45}, "another shape"),
    ],
)
def test_an_answer_of_no_use_is_named_and_asked_for_again(
    archive: Archive, standin: StandIn, path: str, answer: object, said: str
) -> None:
    standin.misbehave(path, Fault("page", body=answer))
    first = archive.fetch_people(today=TODAY)
    assert first.units[0].status == "partial"
    assert said in first.units[0].failed[0]
    assert archive.fetch_people(today=TODAY).units[0].status == "fetched"


def test_a_challenge_ends_it(archive: Archive, standin: StandIn) -> None:
    standin.misbehave("Members/Search", Fault("html"))
    report = archive.fetch_people(today=TODAY)
    assert report.stopped is not None
    assert standin.paths("people.json") == []
