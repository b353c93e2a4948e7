"""The OpenAPI document says what is answered: every answer on the specimen fits the schema of its question."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from litestar.testing import TestClient

from onrecord.web import create_app
from onrecord.web.api.openapi import REFUSALS

Site = TestClient[Any]
DEBATE = "/debate/2019-08-12/commons-chamber/lighthouses-and-lesser-beacons-bill"
ASKED = (
    ("/sittings", "?house=commons"),
    ("/sittings/{day}/{chamber}", "/api/v1/sittings/2019-08-12/commons-chamber"),
    ("/debates/{identity}", f"/api/v1/debates{DEBATE}"),
    ("/people", "?q=honoria"),
    ("/people/{member}", "/api/v1/people/Honoria%20Blackthorn?on=2019-08-12"),
    ("/people/{member}/activity", "/api/v1/people/Honoria%20Blackthorn/activity"),
    ("/people/{member}/excerpts", "/api/v1/people/Honoria%20Blackthorn/excerpts"),
    ("/divisions", "?per_page=1"),
    ("/divisions/{identity}", "first"),
    ("/departments", ""),
    ("/departments/{name}", "/api/v1/departments/home-office"),
    ("/bills", ""),
    ("/bills/{bill}", "/api/v1/bills/lighthouses-and-lesser-beacons-bill-2017-19"),
    (
        "/bills/{bill}/provisions/{provision}",
        "/api/v1/bills/lighthouses-and-lesser-beacons-bill-2017-19/provisions/clause%202",
    ),
    ("/ministerial/{identity}", f"/api/v1/ministerial{DEBATE}"),
    ("/history/{identity}", f"/api/v1/history{DEBATE}"),
    ("/cite/{identity}", "/api/v1/cite/HC%20Deb%2012%20August%202019,%20col%2012"),
    ("/coverage", ""),
    ("/errata", ""),
    ("/corrections", "?status=possible"),
)


@pytest.fixture(scope="module")
def specimen(specimen_archive: Path) -> Iterator[Site]:
    with TestClient(create_app(specimen_archive)) as client:
        yield client


@pytest.fixture(scope="module")
def document(specimen: Site) -> Any:
    return specimen.get("/api/v1/openapi.json").json()


def test_every_question_is_in_the_document_with_its_refusals(specimen: Site, document: Any) -> None:
    from onrecord.web.api.questions import QUESTIONS

    assert document["openapi"] == "3.1.0"
    assert document["paths"].keys() == {f"/api/v1{question.path}" for question in QUESTIONS}
    for path in document["paths"].values():
        assert path["get"]["responses"].keys() == {"200", "304", *REFUSALS}


@pytest.mark.parametrize(("path", "address"), ASKED, ids=[path for path, _ in ASKED])
def test_an_answer_fits_its_schema(specimen: Site, document: Any, path: str, address: str) -> None:
    if address == "first":
        address = f"/api/v1/divisions/{specimen.get('/api/v1/divisions').json()['divisions'][0]['id']}"
    answer = specimen.get(address if address.startswith("/") else f"/api/v1{path}{address}")
    assert answer.status_code == 200, answer.text
    schema = document["paths"][f"/api/v1{path}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    jsonschema.validate(answer.json(), {**schema, "components": document["components"]})


@pytest.mark.parametrize("address", ["/people/Nobody", "/sittings?from=x", "/people?page=0", "/cite/nonsense"])
def test_a_refusal_fits_its_schema_and_is_one_of_those_stated(specimen: Site, document: Any, address: str) -> None:
    answer = specimen.get(f"/api/v1{address}")
    assert str(answer.status_code) in REFUSALS
    problem = document["components"]["schemas"]["Problem"]
    jsonschema.validate(answer.json(), {**problem, "components": document["components"]})
