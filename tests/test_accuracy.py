"""The accuracy that docs/accuracy promises, on the real days that are at hand."""

from __future__ import annotations

import csv
import importlib.util
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def outcomes(real_data: Path) -> dict[tuple[str, str], Counter[str]]:
    """What came of every contribution whose id was taken away, by stream and years."""
    spec = importlib.util.spec_from_file_location("accuracy", ROOT / "benchmarks" / "accuracy.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["accuracy"] = module
    spec.loader.exec_module(module)
    roll = module.roll_of(real_data / "people")
    found: dict[tuple[str, str], Counter[str]] = {}
    for stream, sitting in module.sittings(real_data):
        key = stream, module.years_of(sitting)
        module.measure(sitting, roll, found.setdefault(key, Counter()), {})
    return found


def test_no_name_is_given_to_the_wrong_person(outcomes: dict[tuple[str, str], Counter[str]]) -> None:
    assert {key: counted["wrong"] for key, counted in outcomes.items() if counted["wrong"]} == {}


def test_nearly_every_name_is_told(outcomes: dict[tuple[str, str], Counter[str]]) -> None:
    # 2009-10-26 and 27: ten turns of "Mr. Deputy Speaker", when two men were deputies, stay open.
    wanted = {"2009": 0.985, "2016 to 2023": 0.97}
    short = {
        key: counted
        for key, counted in outcomes.items()
        if counted["right"] < wanted[key[1]] * (counted["right"] + counted["wrong"] + counted["unresolved"])
    }
    assert short == {}


def test_the_committed_table_is_that_of_this_program(outcomes: dict[tuple[str, str], Counter[str]]) -> None:
    with (ROOT / "docs" / "accuracy" / "speakers.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["names"] == "normalised"]
    committed = {(row["stream"], row["years"]): (int(row["right"]), int(row["unresolved"])) for row in rows}
    assert committed == {key: (outcomes[key]["right"], outcomes[key]["unresolved"]) for key in committed}
