"""The accuracy that docs/accuracy promises, on the real days that are at hand."""

from __future__ import annotations

import csv
import importlib.util
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from onrecord.reading import ReadContribution

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def accuracy() -> Any:
    """The program that measures."""
    spec = importlib.util.spec_from_file_location("accuracy", ROOT / "benchmarks" / "accuracy.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["accuracy"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def outcomes(accuracy: Any, real_data: Path) -> dict[tuple[str, str], Counter[str]]:
    """What came of every contribution whose id was taken away, by stream and years."""
    roll = accuracy.roll_of(real_data / "people")
    found: dict[tuple[str, str], Counter[str]] = {}
    for stream, sitting in accuracy.sittings(real_data):
        key = stream, accuracy.years_of(sitting)
        accuracy.measure(sitting, roll, found.setdefault(key, Counter()), {})
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


def test_a_deputy_speaker_is_told_where_the_name_is_printed_when_taking_the_chair(
    accuracy: Any, real_data: Path
) -> None:
    """The Official Report prints "Mr. Deputy Speaker (Sir X)" when somebody takes the Chair; parlparse kept the office
    (`speakeroffice`) and not the name. With it put back, every turn of the Chair of 2009 is told."""
    roll = accuracy.roll_of(real_data / "people" / "2009")
    counted: Counter[str] = Counter()
    left: dict[str, tuple[str, str]] = {}
    for stream, sitting in accuracy.sittings(real_data):
        if stream == "debates" and sitting.date.year == 2009:
            items = tuple(_as_printed(item, roll) for item in sitting.items)
            accuracy.measure(structs.replace(sitting, items=items), roll, counted, left)
    assert counted["right"] > 700
    assert counted["wrong"] == 0
    assert left == {}


def _as_printed(item: object, roll: Any) -> object:
    if not isinstance(item, ReadContribution) or item.mark.office != "Mr. Deputy Speaker":
        return item
    person = roll.person(item.mark.key)
    printed = f"Mr. Deputy Speaker ({person.name})"
    return structs.replace(item, mark=structs.replace(item.mark, name=printed), attribution=printed)
