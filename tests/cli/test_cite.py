"""`onrecord cite` at the prompt: statuses, JSON, and one line for what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture(autouse=True)
def _specimen(specimen_archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(specimen_archive))


def test_a_reference_is_followed_and_what_it_leads_to_is_cited(run: Run) -> None:
    said = run("cite", "HC Deb 14 August 2019, vol 901, col 203", "--format", "json")
    answer = json.loads(said.out)
    assert said.status == 0
    assert answer["read"]["column"] == "203"
    assert {c["column"] for c in answer["contributions"]} == {"203"}
    back = run("cite", answer["contributions"][0]["id"])
    assert (back.status, back.out) == (0, "HC Deb 14 August 2019, vol 901, col 203\n")


def test_a_reference_to_nothing_is_status_1_and_json_all_the_same(run: Run) -> None:
    said = run("cite", "HC Deb 14 August 2019, col 9999", "--format", "json")
    assert said.status == 1
    assert json.loads(said.out)["contributions"] == []


def test_an_unknown_id_is_status_1(run: Run) -> None:
    said = run("cite", "no-such-id")
    assert said.status == 1
    assert said.err.count("\n") == 1


def test_what_is_no_reference_is_wrong_usage(run: Run) -> None:
    said = run("cite", "HC Deb 31 June 2019, col 3")
    assert said.status == 2
    assert said.err.startswith("error: “31 June 2019” is no day")
    assert "Traceback" not in said.err
