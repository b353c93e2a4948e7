"""The note on what came later: in the fewest words, and never without the day of the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from onrecord.model import HeldOffice, LastKnown, Office, Since
from onrecord.web import create_app
from onrecord.web.since import since_words

Site = TestClient[Any]
LISTED = date(2020, 10, 21)


@pytest.fixture
def site(specimen_archive: Path) -> Iterator[Site]:
    with TestClient(create_app(specimen_archive, today=lambda: date(2026, 1, 15))) as client:
        yield client


def test_facts_of_one_list_stand_together() -> None:
    end = date(2010, 5, 6)
    words = since_words(
        Since(
            "twfy:1",
            "odo-marsh-1",
            "Odo Marsh",
            called="Lord Marsh",
            house=LastKnown("lords", "2015-03-31"),
            party=LastKnown("Crossbench", "2022"),
            offices_until=(HeldOffice("Minister of State", "Home Office", None, end),),
            offices=(Office("Deputy Speaker (Lords)", None, None, None, LISTED),),
        )
    )
    assert words == (
        "later called Lord Marsh",
        "Minister of State (Home Office) until 6 May 2010",
        "in the Lords (last known 31 March 2015)",
        "Deputy Speaker (Lords) (last known 21 October 2020)",
        "Crossbench (last known 2022)",
    )


def test_a_debate_ends_with_what_lists_tell_of_its_speakers_later(site: Site) -> None:
    page = site.get("/debate/2019-08-12/commons-chamber/lighthouses-and-lesser-beacons-bill").text
    answer = site.get("/api/v1/debates/debate/2019-08-12/commons-chamber/lighthouses-and-lesser-beacons-bill").json()
    assert answer["since"]
    assert f"{len(answer['since'])} speakers" in page
    for one in answer["since"]:
        assert f'href="/people/{one["slug"]}"' in page


def test_a_members_pages_say_what_they_were_last_known_to_be(site: Site) -> None:
    for path in ("/people/honoria-blackthorn-90003", "/people/honoria-blackthorn-90003/excerpts"):
        assert "last known" in site.get(path).text or "until" in site.get(path).text


def test_a_sitting_says_when_it_was_first_seen_and_an_intervention_is_set_in(site: Site) -> None:
    page = site.get("/sittings/2019-08-12/commons-chamber").text
    assert "First seen " in page
    assert "last checked " in page
    debate = site.get("/debate/2019-08-12/commons-chamber/lighthouses-and-lesser-beacons-bill").text
    answer = site.get("/api/v1/debates/debate/2019-08-12/commons-chamber/lighthouses-and-lesser-beacons-bill").json()
    kinds = [item["id"] for item in answer["items"] if item.get("kind") == "intervention"]
    assert kinds
    for each in kinds:
        assert f'<article id="c-{each}" class="said speech in">' in debate


def test_a_department_parts_debates_from_statements(site: Site) -> None:
    whole = site.get("/api/v1/departments/home-office").json()
    assert sum(whole["chambers"].values()) == whole["total"] == len(whole["debates"])
    for chamber, number in whole["chambers"].items():
        part = site.get(f"/api/v1/departments/home-office?chamber={chamber}").json()
        assert part["total"] == number
        assert {one["chamber"] for one in part["debates"]} == {chamber}
        assert f"/departments/home-office?chamber={chamber}" in site.get("/departments/home-office").text
    assert site.get("/departments/home-office?chamber=attic").status_code == 400
