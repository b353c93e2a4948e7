"""The JSON twins answer with the archive's structs and the pages' parameters."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar.testing import TestClient

from tests.web.fiction import ADA_PAGE, DEBATE, PATH, Record

Site = TestClient[Any]


def test_each_answer_is_the_struct_encoded(site: Site, record: Record) -> None:
    for address, answer in (
        ("/api/v1/sittings", record.sittings()),
        ("/api/v1/people/twfy:90001", ADA_PAGE),
        ("/api/v1/debates/fic.1", DEBATE),
        (f"/api/v1/debates{PATH}", DEBATE),
        ("/api/v1/debates/old/7", DEBATE),
        ("/api/v1/people/twfy:90001/excerpts", record.page),
    ):
        got = site.get(address)
        assert got.headers["content-type"] == "application/json"
        assert got.content == msgspec.json.encode(answer)


def test_excerpts_take_the_same_parameters_as_the_page(site: Site, record: Record) -> None:
    query = "?department=Home+Office&debate=d1&with=Vane&from=2019-01-01&to=2020-01-01&chamber=lords-chamber"
    query += "&context=adjacent&before=2&after=0&page=1&per_page=5"
    site.get(f"/api/v1/people/twfy:90001/excerpts{query}")
    site.get(f"/people/ada-thornbury-90001/excerpts{query}")
    assert record.asked[-1] == record.asked[-2]
    assert record.asked[-1]["with_member"] == "Vane"
    assert record.asked[-1]["chamber"] == "lords-chamber"
    assert record.asked[-1]["per_page"] == 5


def test_pages_name_their_twin(site: Site) -> None:
    html = site.get("/people/ada-thornbury-90001/excerpts?from=2019-01-01").text
    address = "/api/v1/people/twfy%3A90001/excerpts?from=2019-01-01"
    assert f'<link rel="alternate" type="application/json" href="{address}">' in html
    assert site.get(address).json()["member"]["name"] == "Ada Thornbury"


def test_health_tells_the_newest_sitting(site: Site) -> None:
    assert site.get("/healthz").json() == {
        "status": "ok",
        "newest_sitting": "2019-08-14",
        "age_days": 2658,
        "index_lag": 0,
    }


def test_head_answers_as_get_without_a_body(site: Site) -> None:
    assert site.head("/sittings").status_code == 200
    assert site.head("/api/v1/sittings").content == b""
