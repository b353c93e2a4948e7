"""A page and its JSON say the same of the same question: the twin that a page names carries what the page was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from onrecord.web import create_app

Site = TestClient[Any]


@pytest.fixture(scope="module")
def site(specimen_archive: Path) -> Iterator[Site]:
    with TestClient(create_app(specimen_archive, today=lambda: date(2026, 1, 15))) as client:
        yield client


def twin_of(site: Site, address: str) -> Any:
    found = re.search(r'type="application/json" href="([^"]+)"', site.get(address).text)
    assert found, address
    answer = site.get(unescape(found[1]))
    assert answer.status_code == 200, found[1]
    return answer.json()


def test_a_narrowed_page_has_a_narrowed_twin(site: Site) -> None:
    assert [one["name"] for one in twin_of(site, "/people?q=blackthorn")["people"]] == ["Honoria Blackthorn"]
    assert {one["house"] for one in twin_of(site, "/sittings?house=lords")["sittings"]} == {"lords"}
    assert {one["date"] for one in twin_of(site, "/sittings?from=2019-08-14")["sittings"]} == {"2019-08-14"}
    assert {one["house"] for one in twin_of(site, "/divisions?house=lords")["divisions"]} == {"lords"}
    department = twin_of(site, "/departments/home-office?chamber=written-statements")
    assert department["chamber"] == "written-statements"
    assert twin_of(site, "/people/honoria-blackthorn-90003?on=2019-08-12")["on"] == "2019-08-12"
    assert all("lighthouses" in one["id"] for one in twin_of(site, "/bills?q=lighthouses")["bills"])


def test_an_earlier_edition_has_its_own_twin(site: Site) -> None:
    page = "/debate/2019-08-13/commons-chamber/lighthouses-and-lesser-beacons-bill"
    assert twin_of(site, f"{page}?edition=1")["edition"]["revision"] == 1
    assert twin_of(site, page).get("edition") is None


def test_a_quotation_in_an_address_has_a_twin_and_one_that_was_pasted_has_none(site: Site) -> None:
    quotation = "They sold the window"
    assert twin_of(site, f"/verify?quote={quotation}")["quote"] == quotation
    pasted = site.post("/verify", data={"quote": quotation, "as": "quotation"}).text
    assert "application/json" not in pasted


@pytest.mark.parametrize("page", [1, 2])
def test_the_rows_of_a_page_are_those_of_its_twin(site: Site, page: int) -> None:
    address = f"/bills/lighthouses-and-lesser-beacons-bill-2017-19/ministerial?per_page=1&page={page}"
    shown, told = site.get(address).text, twin_of(site, address)
    assert (told["page"], len(told["excerpts"])) == (page, 1)
    assert f'href="{told["excerpts"][0]["links"]["debate"]}"' in shown
