"""What each service is asked, and what comes of it, at the desk: nothing is loaded here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from onrecord.errors import SourceError
from onrecord.settings import services
from onrecord.sources.bills import Bills
from onrecord.sources.client import Client
from onrecord.sources.desk import Brought, Desk, Failed
from onrecord.sources.plan import Order, Told, plan
from onrecord.sources.questions_statements import QuestionsStatements
from onrecord.sources.whatson import WhatsOn
from tests.standin import StandIn, bills, votes, written
from tests.standin.server import Fault

DAY = date(2019, 8, 14)


@pytest.fixture
def desk(standin: StandIn, tmp_path: Path) -> Iterator[Desk]:
    with Client(services()) as client:
        yield Desk(client, tmp_path / "incoming")


def content(results: Iterator[Brought | Failed]) -> list[Any]:
    brought = list(results)
    assert all(isinstance(each, Brought) for each in brought)
    return [json.loads(each.file.read_text()) for each in brought if isinstance(each, Brought)]


def test_each_question_is_asked_for_whole(desk: Desk, standin: StandIn) -> None:
    found = content(QuestionsStatements(desk).questions("u", "commons", DAY))
    texts = {each["value"]["uin"]: each["value"]["questionText"] for each in found}
    assert texts == {"9001": written.LONG, "9002": "<p>To ask when the twelfth will sound.</p>"}
    assert len(written.LONG) > written.CUT


def test_what_was_tabled_answered_or_corrected_on_a_day_is_asked_for(desk: Desk, standin: StandIn) -> None:
    """A correction comes months after the answer: whoever asks for its day alone must find it."""
    content(QuestionsStatements(desk).questions("u", "commons", DAY))
    lists = [parse_qs(urlsplit(path).query) for path in standin.paths("writtenquestions/questions?")]
    spans = {
        (name, asked[f"{name}To"][0]) for asked in lists for name in _WHEN if asked.get(f"{name}From") == [str(DAY)]
    }
    assert spans == {(name, "2019-08-14") for name in _WHEN}


_WHEN = ("tabledWhen", "answeredWhen", "correctedWhen")


def test_a_question_tabled_and_answered_on_one_day_comes_once(
    desk: Desk, standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = [{**each, "dateTabled": f"{DAY}T00:00:00"} for each in written.QUESTIONS]
    monkeypatch.setattr(written, "QUESTIONS", both)
    list(QuestionsStatements(desk).questions("u", "commons", DAY))
    assert len(standin.paths("questions/880001")) == 1


def test_statements_of_earlier_sessions_are_asked_for(desk: Desk) -> None:
    (found,) = content(QuestionsStatements(desk).statements("u", "commons", DAY))
    assert found["value"]["uin"] == "HCWS901"
    assert list(QuestionsStatements(desk).statements("u", "lords", DAY)) == []


def test_pages_are_read_to_the_end_whatever_their_length(
    desk: Desk, standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [{**written.QUESTIONS[0], "id": 880100 + number} for number in range(120)]
    monkeypatch.setattr(written, "QUESTIONS", many)
    monkeypatch.setattr("onrecord.sources.questions_statements._PAGE", 100)
    standin.misbehave(
        "skip=0", Fault("page", body=written.questions({"house": "Commons", "sessionStatus": "Any", "take": "7"}))
    )
    assert len(content(QuestionsStatements(desk).questions("u", "commons", DAY))) == 120


def test_an_empty_page_before_the_end_is_a_failure(
    desk: Desk, standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [{**written.QUESTIONS[0], "id": 880100 + number} for number in range(60)]
    monkeypatch.setattr(written, "QUESTIONS", many)
    standin.misbehave("skip=50", Fault("page", body={"totalResults": 60, "results": []}))
    with pytest.raises(SourceError, match="lists 50 of 60"):
        list(QuestionsStatements(desk).questions("u", "commons", DAY))


def test_the_votes_of_both_houses(desk: Desk) -> None:
    units = {unit.service: unit for unit in plan(desk, Order(DAY, DAY)) if unit.day and "votes" in unit.service}
    (commons,) = content(units["commons-votes"].bring())  # type: ignore[arg-type]  # votes tell of no chamber
    (lords,) = content(units["lords-votes"].bring())  # type: ignore[arg-type]
    assert commons == votes.COMMONS
    assert lords == votes.LORDS


def test_a_plan_names_each_service_house_and_day_once(desk: Desk) -> None:
    units = plan(desk, Order(DAY, DAY))
    assert [(unit.service, unit.house) for unit in units if unit.day] == [
        ("hansard", "commons"),
        ("commons-votes", "commons"),
        ("bills", "commons"),
        ("questions-statements", "commons"),
        ("hansard", "lords"),
        ("lords-votes", "lords"),
        ("bills", "lords"),
        ("questions-statements", "lords"),
    ]
    assert len({unit.name for unit in units}) == len(units)


@pytest.mark.parametrize(
    ("chamber", "asked"),
    [
        ("written-answers", {"questions-statements"}),
        ("written-statements", {"hansard", "whatson", "questions-statements"}),
        ("westminster-hall", {"hansard", "whatson"}),
        ("commons-chamber", {"hansard", "whatson", "commons-votes", "bills"}),
    ],
)
def test_a_chamber_alone_asks_only_those_who_have_it(desk: Desk, chamber: str, asked: set[str]) -> None:
    units = plan(desk, Order(DAY, DAY, ("commons",), chamber))
    assert {unit.service for unit in units} == asked


def test_the_bills_of_a_day_come_with_all_their_stages(desk: Desk, standin: StandIn) -> None:
    bill, stages = content(Bills(desk).of_day("u", "commons", DAY))
    assert (bill["billId"], bill["shortTitle"]) == (bills.FOG, "Fog Signals (Amnesty) Bill")
    assert [stage["description"] for stage in stages["items"]] == ["1st reading", "2nd reading", "Committee stage"]
    assert list(Bills(desk).of_day("u", "lords", DAY)) == []


def test_a_list_of_stages_that_is_cut_is_a_failure(desk: Desk, standin: StandIn) -> None:
    standin.misbehave(f"{bills.FOG}/Stages", Fault("page", body={"items": [], "totalResults": 3, "itemsPerPage": 20}))
    bill, stages = Bills(desk).of_day("u", "commons", DAY)
    assert isinstance(bill, Brought)
    assert isinstance(stages, Failed)
    assert "lists 0 of 3 stages" in str(stages.error)


def test_two_calendars_are_two_witnesses(desk: Desk, standin: StandIn) -> None:
    assert WhatsOn(desk).sitting_days("lords", DAY, date(2019, 8, 20)) == (DAY, date(2019, 8, 15))
    units = plan(desk, Order(DAY, date(2019, 8, 20), ("lords",)))
    told = {each for unit in units if unit.day is None for each in unit.bring()}
    assert told == {
        Told("hansard", "lords", "lords-chamber", DAY),
        Told("whatson", "lords", "lords-chamber", DAY),
        Told("whatson", "lords", "lords-chamber", date(2019, 8, 15)),
    }
