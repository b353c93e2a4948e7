"""We ask what the services know, and the stand-in answers in their shapes: held against their own documents."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from onrecord import Archive
from tests.standin import StandIn
from tests.standin.check import FILES, Contract
from tests.standin.server import answer_to


def test_every_request_and_answer_of_a_fetch_keeps_to_the_documents(
    standin: StandIn, tmp_path: Path, real_data: Path
) -> None:
    with Archive.open(tmp_path / "a", create=True) as archive:
        archive.fetch(date(2019, 8, 12), date(2019, 8, 16))
        archive.fetch_people(start=date(2019, 1, 1), end=date(2019, 8, 16))
    asked = [path for path in standin.paths() if path not in ("/robots.txt", "/people_list/people.json")]
    services = {path.split("/")[1] for path in asked}
    assert services == set(FILES)
    for service in services:
        contract = Contract(real_data / "openapi" / FILES[service])
        for path in (path for path in asked if path.startswith(f"/{service}/")):
            hold(contract, service, path)


def hold(contract: Contract, service: str, path: str) -> None:
    """Hold a request, and the stand-in's answer to it, against a document."""
    bare = path.removeprefix(f"/{service}")
    assert contract.operation(bare) is not None, path
    assert contract.unknown_parameters(bare) == set(), path
    assert contract.missing_parameters(bare) == set(), path
    answer = answer_to(path)
    assert answer is not None, path
    assert contract.faults(bare, json.loads(answer)) == [], path


@pytest.mark.parametrize(
    ("service", "path", "file"),
    [
        ("hansard", "/debates/debate/x.json", "hansard-api/debate_with_child.json"),
        ("hansard", "/debates/division/x.json", "hansard-api/division.json"),
        ("hansard", "/overview/calendar.json", "hansard-api/calendar_2026_01.json"),
        ("questions_statements", "/api/writtenquestions/questions", "questions-api/written_questions_response.json"),
        ("commons_votes", "/data/division/1.json", "votes-api/commons-1873.json"),
        ("commons_votes", "/data/divisions.json/search", "votes-api/commons.json"),
        ("lords_votes", "/data/Divisions/search", "votes-api/lords.json"),
        ("members", "/api/Members/Search", "members-api/search.json"),
        ("members", "/api/Members/1/Biography", "members-api/biography.json"),
        ("bills", "/api/v1/Bills/1", "bills-api/bill-2818.json"),
        ("bills", "/api/v1/Bills/1/Stages", "bills-api/bill-2818_stages.json"),
    ],
)
def test_the_documents_are_read_leniently_enough_for_recorded_answers(
    real_data: Path, service: str, path: str, file: str
) -> None:
    answer = json.loads((real_data / file).read_text(encoding="utf-8"))
    if isinstance(answer, dict):
        answer.pop("comment", None)  # the collector's, not the service's
    assert Contract(real_data / "openapi" / FILES[service]).faults(path, answer) == []


def test_and_strictly_enough_to_see_a_wrong_one(real_data: Path) -> None:
    contract = Contract(real_data / "openapi" / FILES["hansard"])
    assert contract.faults("/overview/calendar.json", [{"House": 7}]) != []
    assert contract.faults("/overview/sectionsforday.json", {"Debate": 1}) != []
