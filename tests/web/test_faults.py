"""When there is no answer: what happened, what is held instead, where to go; as a page and as JSON."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from onrecord import Archive
from onrecord.errors import ArchiveError
from onrecord.web.app import create_app
from tests.web.fiction import PATH, Record

Site = TestClient[Any]
MEMBER = "/people/ada-thornbury-90001"


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/people/bo-thornbury-3", 404, "Nobody called bo-thornbury-3 is on the roll"),
        ("/people/Vane", 400, "Ivo Vane"),
        (f"{MEMBER}/excerpts?from=2019-13-01", 400, "which is not a date"),
        (f"{MEMBER}/excerpts?from=20190101", 400, "Write the day as 2024-01-15"),
        (f"{MEMBER}/excerpts?from=2020-01-01&to=2019-01-01", 400, "is later than"),
        (f"{MEMBER}/excerpts?context=some", 400, "reply, adjacent, none"),
        (f"{MEMBER}/excerpts?page=0", 400, "a whole number of 1 or more"),
        (f"{MEMBER}/excerpts?per_page=51", 400, "between 1 and 50"),
        (f"{MEMBER}/excerpts?before=²", 400, "between 0 and 20"),
        (f"{MEMBER}/excerpts?page=9", 404, "There is no page 9"),
        (f"/people?q={'x' * 301}", 400, "301 characters long"),
        (f"/search?q={'x' * 2001}", 400, "2001 characters long"),
        ("/search?q=a&sort=best", 400, "relevance, newest, oldest"),
        ("/search?q=light&page=9", 404, "The last page is 2"),
        ("/debate/2019-99-12/commons-chamber/x", 400, "which is not a date"),
        ("/debate/2019-08-12/commons-chamber/x", 404, "is not held"),
        ("/id/none", 404, "None is not held"),
        ("/sittings/2019-08-12/westminster-hall", 404, "Lords Chamber is held"),
        ("/sittings/2001-01-01/lords-chamber", 404, "Nothing of that day is held"),
        ("/sittings?house=senate", 400, "commons, lords"),
        ("/sittings?page=2", 404, "The last page is 1"),
        ("/nowhere/at/all", 404, "There is no page at this address"),
        ("/static/onrecord.000000000000.css", 404, "There is no page at this address"),
    ],
)
def test_refusals_say_what_and_where_to_go(site: Site, address: str, status: int, words: str) -> None:
    answer = site.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert words in answer.text
    assert 'href="/sittings"' in answer.text


def test_what_is_held_instead_is_said_with_the_names_that_come_near(site: Site) -> None:
    text = site.get("/people/bo-thornbury-3").text
    assert "Held are 4 sittings between 10 August 2019 and 14 August 2019" in text
    assert f'href="{MEMBER}"' in text


def test_the_api_answers_with_problem_json(site: Site) -> None:
    answer = site.get("/api/v1/people/Vane")
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert (problem["status"], problem["detail"]) == (400, "2 people are called Vane")
    assert problem["candidates"] == ["twfy:90003  Cerys Vane", "twfy:90009  Ivo Vane"]
    assert site.get("/api/v1/nothing").json()["status"] == 404
    assert site.get("/api/v1/sittings?from=x").json()["remedy"].startswith("write the day as")


def test_only_reading_is_possible(site: Site) -> None:
    answer = site.post("/sittings")
    assert answer.status_code == 405
    assert "only for reading" in answer.text


def test_an_archive_that_cannot_be_opened_is_a_page_and_not_a_trace(tmp_path: Path) -> None:
    def refuse(path: Path) -> Any:
        raise ArchiveError("there is no archive here", where=str(path), remedy="make one with `onrecord load PATH`")

    with TestClient(create_app(tmp_path, open_archive=refuse)) as site:
        answer = site.get("/")
        assert answer.status_code == 503
        assert "There is no archive here" in answer.text
        assert str(tmp_path) not in answer.text
        assert site.get("/healthz").status_code == 503


def test_a_defect_shows_nothing_of_its_insides(
    site: Site, record: Record, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(id: str) -> Any:
        raise RuntimeError("a secret of the insides")

    monkeypatch.setattr(record, "debate", fail)
    answer = site.get(f"{PATH}?q=private")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "RuntimeError in fail:" in caplog.text
    assert "private" not in caplog.text


def test_what_is_gone_tells_since_when_why_and_the_hash(site: Site) -> None:
    page = site.get("/id/fic.gone")
    assert page.status_code == 410
    for told in ("2 November 2026", "an address of a private person", "ab" * 32):
        assert told in page.text
    problem = site.get("/api/v1/debates/fic.gone")
    assert (problem.status_code, problem.headers["content-type"]) == (410, "application/problem+json")
    told_of = problem.json()
    assert (told_of["why"], told_of["since"][:10], told_of["sha256"]) == ("suppressed", "2026-11-02", "ab" * 32)


def test_a_parameter_that_the_api_does_not_know_is_refused(site: Site) -> None:
    answer = site.get("/api/v1/people/twfy:90001/excerpts?departmnt=x")
    assert answer.status_code == 400
    assert "departmnt" in answer.json()["detail"]
    assert "department" in answer.json()["remedy"]


def test_a_page_names_no_command_and_leads_to_the_day_that_is_held(tmp_path: Path) -> None:
    Archive.demo(tmp_path / "archive").close()
    with TestClient(create_app(tmp_path / "archive", today=lambda: date(2026, 1, 15))) as client:
        missing = client.get("/debate/2019-08-12/commons-chamber/nothing-like-it")
        told = client.get("/api/v1/debates/nothing-like-it").json()
        elsewhere = client.get("/debate/2019-08-20/commons-chamber/nothing-like-it").text
    assert missing.status_code == 404
    assert '<a href="/sittings/2019-08-12">What is held of 12 August 2019</a>' in missing.text
    assert "`onrecord" not in missing.text
    assert "`onrecord" not in str(told)
    assert "What is held of" not in elsewhere


def test_people_of_one_name_are_links_to_each(tmp_path: Path) -> None:
    Archive.demo(tmp_path / "archive").close()
    with TestClient(create_app(tmp_path / "archive", today=lambda: date(2026, 1, 15))) as client:
        page = client.get("/people/evelyn-crewe").text
        told = client.get("/api/v1/people/evelyn-crewe").json()
        one = client.get("/people/twfy%3A90012")
    assert '<a href="/people/twfy%3A90012">Evelyn Crewe  Low Furrow' in page
    assert "Name one by id" not in page
    assert told["remedy"].startswith("name one by id")
    assert one.status_code == 200


def test_a_question_that_cannot_be_understood_stays_in_the_box(tmp_path: Path) -> None:
    Archive.demo(tmp_path / "archive").close()
    with TestClient(create_app(tmp_path / "archive", today=lambda: date(2026, 1, 15))) as client:
        page = client.get('/search?q="never closed').text
    assert 'name="q" value="&#34;never closed"' in page
    assert "<code>tax &#34;free school meals&#34; -fees (credit OR benefit)</code>" in page


def test_an_address_cut_short_leads_to_the_day(site: Site) -> None:
    for short, day in (("/debate/2019-08-12", ""), ("/debate/2019-08-12/commons-chamber", "/commons-chamber")):
        moved = site.get(short, follow_redirects=False)
        assert (moved.status_code, moved.headers["location"]) == (301, f"/sittings/2019-08-12{day}")
