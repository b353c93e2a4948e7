"""The Bills service's files: what they say of a bill, and that no other answer of it is refused."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import BadInputError
from onrecord.formats.detect import read
from onrecord.reading import StageDay
from tests.standin import bills


def reading_of(answer: Any, name: str = "x.json") -> Any:
    return read(json.dumps(answer).encode(), name)


def test_a_bill() -> None:
    (facts,) = reading_of(bills.bill({}, str(bills.FOG))).bills
    assert (facts.bill_id, facts.title, facts.former_title) == (
        bills.FOG, "Fog Signals (Amnesty) Bill", "Fog Horns (Amnesty) Bill",
    )  # fmt: skip
    assert facts.sponsors == (("mnis:990005", "Tobias Fairweather"), ("mnis:990999", "Ottoline Grebe"))


def test_its_stages_in_our_words() -> None:
    (facts,) = reading_of(bills.stages({}, str(bills.FOG))).bills
    assert facts.bill_id == bills.FOG
    assert facts.stages[1] == StageDay("Second reading", "commons", date(2019, 8, 14))
    assert [stage.stage for stage in facts.stages] == ["First reading", "Second reading", "Committee"]


@pytest.mark.parametrize("name", ["bill-2818-stages.json", "https://bills.example/api/v1/Bills/2818/Stages?Take=100"])
def test_stages_without_a_day_are_whose_their_name_says(name: str) -> None:
    answer = bills.stages({}, str(bills.FOG))
    for stage in answer["items"]:
        stage["stageSittings"] = []
    (facts,) = reading_of(answer, name).bills
    assert facts.bill_id == 2818
    with pytest.raises(BadInputError, match="whose"):
        reading_of(answer, "stages.json")


@pytest.mark.parametrize("spoilt", ["yesterday", "2019-13-45T00:00:00"])
def test_a_day_that_is_none_refuses_the_file(spoilt: str) -> None:
    answer = bills.stages({}, str(bills.FOG))
    answer["items"][0]["stageSittings"][0]["date"] = spoilt
    with pytest.raises(BadInputError, match="no date"):
        reading_of(answer)


def test_recorded_answers_are_accepted(real_data: Path) -> None:
    for file in sorted((real_data / "bills-api").glob("*.json")):
        assert read(file.read_bytes(), str(file)).format == "bills-api", file.name
    (bill,) = read((real_data / "bills-api" / "bill-2818.json").read_bytes(), "bill-2818.json").bills
    assert (bill.bill_id, bill.house, len(bill.sponsors)) == (2818, "commons", 1)
    (stages,) = read((real_data / "bills-api" / "bill-2818_stages.json").read_bytes(), "bill-2818_stages.json").bills
    assert [(stage.stage, str(stage.day)) for stage in stages.stages] == [
        ("First reading", "2021-01-12"),
        ("Second reading", "None"),
    ]
