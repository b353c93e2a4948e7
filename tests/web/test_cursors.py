"""Lists read on from a place: every row once, also while newer days arrive between two questions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from onrecord import Archive
from onrecord.specimen import folder
from onrecord.web import create_app
from onrecord.web.api import questions

Site = TestClient[Any]
LISTS = {
    "/api/v1/sittings": "sittings",
    "/api/v1/people": "people",
    "/api/v1/people/honoria-blackthorn-90003/excerpts": "excerpts",
    "/api/v1/people/honoria-blackthorn-90003/excerpts?chamber=commons-chamber": "excerpts",
    "/api/v1/people/thomas-pettifer-90007/excerpts?with=honoria-blackthorn-90003": "excerpts",
    "/api/v1/divisions": "divisions",
    "/api/v1/departments/home-office": "debates",
    "/api/v1/ministerial/lighthouses-and-lesser-beacons-bill-2017-19": "excerpts",
    "/api/v1/corrections": "corrections",
}
NEWEST_FIRST = [address for address in LISTS if "ministerial" not in address and address != "/api/v1/people"]


@pytest.fixture(scope="module")
def site(specimen_archive: Path) -> Iterator[Site]:
    with TestClient(create_app(specimen_archive, today=lambda: date(2026, 1, 15))) as client:
        yield client


@pytest.mark.parametrize("address", LISTS)
def test_a_list_read_by_places_is_the_list_read_by_numbers(site: Site, address: str) -> None:
    rows, by_place = _by_number(site, address, 2), _by_place(site, address, 2)
    assert by_place == rows
    assert len(rows) == site.get(_with(address, per_page=50)).json()["total"]


@pytest.mark.parametrize("address", LISTS)
def test_a_page_after_a_place_has_no_number_and_a_wrong_place_is_refused(site: Site, address: str) -> None:
    first = site.get(_with(address, per_page=1)).json()
    if first["next"]:
        assert site.get(_with(address, per_page=1, cursor=first["next"])).json()["page"] is None
    for wrong in ("2", "nowhere", "WzEsMl0", "bnVsbA"):
        refused = site.get(_with(address, per_page=1, cursor=wrong))
        assert refused.status_code == 400
        assert "is no place in this list" in refused.json()["detail"]


def test_the_ledger_is_whole_up_to_a_number_of_sittings(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = site.get("/api/v1/sittings").json()
    assert (len(whole["sittings"]), whole["page"], whole["pages"], whole["next"]) == (whole["total"], 1, 1, None)
    monkeypatch.setattr(questions, "MOST_SITTINGS", whole["total"] - 1)
    first = site.get("/api/v1/sittings?house=commons&from=2019-01-01").json()
    assert first["next"] is None
    first = site.get("/api/v1/sittings?to=2019-12-31").json()
    rest = site.get(f"/api/v1/sittings?to=2019-12-31&cursor={first['next']}").json()
    assert first["sittings"] + rest["sittings"] == whole["sittings"]
    assert (len(rest["sittings"]), rest["next"]) == (1, None)


def test_newer_days_move_no_row_of_a_list_being_read(tmp_path: Path) -> None:
    """The Home Secretary's debates and the divisions of the earlier day, while the later is loaded in between."""
    files = sorted((folder() / "sittings").glob("debates*.xml"))
    with Archive.open(tmp_path, create=True) as archive:
        archive.load_people([folder() / "people"])
        archive.load(files[:1])
        asked = {
            "excerpts": lambda cursor: archive.excerpts("Honoria Blackthorn", per_page=1, cursor=cursor),
            "narrowed": lambda cursor: archive.excerpts(
                "Honoria Blackthorn", chamber="commons-chamber", per_page=1, cursor=cursor
            ),
            "department": lambda cursor: archive.department("Home Office", per_page=1, cursor=cursor),
        }
        before = {name: _walk(ask, None) for name, ask in asked.items()}
        begun = {name: ask(None) for name, ask in asked.items()}
        archive.load(files[1:])
        for name, ask in asked.items():
            assert len(before[name]) > 1
            rest = _walk(ask, begun[name].next)
            assert _ids(begun[name]) + rest == before[name]
            assert len(_walk(ask, None)) >= len(before[name])


def _walk(ask: Any, cursor: str | None) -> list[str]:
    found: list[str] = []
    while True:
        page = ask(cursor)
        found += _ids(page)
        if not page.next:
            return found
        cursor = page.next


def _ids(page: Any) -> list[str]:
    return [one.id for one in page.debates] if hasattr(page, "debates") else [one.debate.id for one in page.excerpts]


def _by_number(site: Site, address: str, size: int) -> list[Any]:
    first = site.get(_with(address, per_page=size)).json()
    rows = list(first[LISTS[address]])
    for page in range(2, first["pages"] + 1):
        rows += site.get(_with(address, per_page=size, page=page)).json()[LISTS[address]]
    return rows


def _by_place(site: Site, address: str, size: int) -> list[Any]:
    answer = site.get(_with(address, per_page=size)).json()
    rows = list(answer[LISTS[address]])
    while answer["next"]:
        answer = site.get(_with(address, per_page=size, cursor=answer["next"])).json()
        rows += answer[LISTS[address]]
    return rows


def _with(address: str, **query: object) -> str:
    return address + ("&" if "?" in address else "?") + "&".join(f"{name}={value}" for name, value in query.items())
