"""What the Bills service adds to a bill of the record: only to the right one, and marked as the service's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from onrecord import Archive
from tests.standin import bills

FOG = "fog-signals-amnesty-bill-2017-19"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.demo(tmp_path / "archive") as opened:
        yield opened


def load(archive: Archive, *answers: Any) -> None:
    files = []
    for number, answer in enumerate(answers):
        files.append(archive.path.parent / f"answer-{number}.json")
        files[-1].write_text(json.dumps(answer))
    assert archive.load(files).totals["refused"] == 0


def of(number: int) -> tuple[Any, Any]:
    return bills.bill({}, str(number)), bills.stages({}, str(number))


def test_it_adds_a_number_a_former_name_sponsors_and_days(archive: Archive) -> None:
    before = archive.bill(FOG)
    load(archive, *of(bills.FOG), *of(bills.NAMESAKE))
    told = archive.bill(FOG)
    assert told.bill.ids == {"bills-api": str(bills.FOG)}
    assert [name.name for name in told.bill.names] == ["Fog Horns (Amnesty) Bill", "Fog Signals (Amnesty) Bill"]
    assert [(one.name, one.basis) for one in told.bill.promoters] == [
        ("Tobias Fairweather", "moves second reading"),
        ("Ottoline Grebe", "sponsor (bills-api)"),
    ]
    assert [(stage.stage, stage.date, stage.held, stage.basis) for stage in told.stages] == [
        ("First reading", date(2019, 7, 1), False, "bills-api"),
        ("Second reading", date(2019, 8, 14), True, "set words"),
        ("Committee", date(2019, 9, 3), False, "bills-api"),
    ]
    assert [stage for stage in told.stages if stage.held] == [stage for stage in before.stages if stage.held]


def test_a_namesake_of_another_year_adds_nothing(archive: Archive) -> None:
    before = archive.bill(FOG)
    load(archive, *of(bills.NAMESAKE))
    assert archive.bill(FOG) == before


def test_two_that_may_be_it_add_nothing(archive: Archive) -> None:
    before = archive.bill(FOG)
    bill, stages = of(bills.FOG)
    twin = json.loads(json.dumps(stages).replace(f'"billId": {bills.FOG}', '"billId": 8899'))
    load(archive, bill, stages, {**bill, "billId": 8899}, twin)
    assert archive.bill(FOG) == before


def test_the_latest_answer_counts_in_whatever_order_they_come(tmp_path: Path) -> None:
    bill, stages = of(bills.FOG)
    later = {**bill, "lastUpdate": "2019-10-01T00:00:00", "formerShortTitle": None}
    told = []
    for number, order in enumerate(permutations([bill, later, stages])):
        with Archive.demo(tmp_path / str(number) / "archive") as archive:
            load(archive, *order)
            told.append(archive.bill(FOG))
    assert all(each == told[0] for each in told)
    assert [name.name for name in told[0].bill.names] == ["Fog Signals (Amnesty) Bill"]
