"""The page of one provision of the specimen's bill: what was searched, ministers' words, and what others said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from onrecord.web import create_app

from .reader import Read

BILL = "/bills/lighthouses-and-lesser-beacons-bill-2017-19"


@pytest.fixture(scope="module")
def site(bill_archive: Path) -> Iterator[TestClient[Litestar]]:
    with TestClient(create_app(bill_archive)) as client:
        yield client


def test_a_bill_leads_to_each_provision_spoken_of(site: TestClient[Litestar]) -> None:
    page = Read(site.get(BILL).text)
    address = page.links["clause 3"]
    assert address == f"{BILL}/ministerial?provision=clause%203"
    found = Read(site.get(address).text)
    assert "Duty not to put out a light" in found.text
    assert "inferred" in found.text
    assert "Other statements that name the provision" in found.text
    assert "There is no light so exalted" in found.text


def test_the_same_in_json(site: TestClient[Litestar]) -> None:
    told = site.get(f"/api/v1{BILL}/provisions/clause 3").json()
    assert told["provision"] == "clause 3"
    assert {one["basis"] for one in told["numbering"]} == {"asked", "inferred"}


@pytest.mark.parametrize(("asked", "status"), [("clause 99", 404), ("the goose", 400)])
def test_what_nobody_speaks_of_and_what_is_no_provision(site: TestClient[Litestar], asked: str, status: int) -> None:
    assert site.get(f"{BILL}/ministerial", params={"provision": asked}).status_code == status
    assert site.get(f"/api/v1{BILL}/provisions/{asked}").status_code == status


def test_a_bill_asked_with_a_provision_leads_to_it(site: TestClient[Litestar]) -> None:
    led = site.get(f"{BILL}?provision=cl+3", follow_redirects=False)
    assert (led.status_code, led.headers["location"]) == (301, f"{BILL}/ministerial?provision=cl+3")
    assert "clause 3" in Read(site.get(f"{BILL}?provision=cl+3").text).text
