"""`fetch` and `people fetch` at the prompt: what they print, and with which status they end."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import stamina

from tests.cli.conftest import Run
from tests.standin import StandIn, hansard
from tests.standin.server import Fault


@pytest.fixture
def standin(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    with StandIn() as server, stamina.set_testing(True, attempts=2):
        for name, told in server.settings().items():
            monkeypatch.setenv(name, told)
        monkeypatch.setenv("ONRECORD_FETCH_RATE", "10000")
        monkeypatch.setenv("ONRECORD_FETCH_TRIES", "2")
        yield server


def test_what_came_is_a_line_for_each_service_house_and_day(run: Run, standin: StandIn) -> None:
    said = run("fetch", "--from", "2019-08-14", "--to", "2019-08-14", "--house", "commons")
    assert said.status == 0
    assert said.err == ""
    lines = said.out.splitlines()
    assert lines[:2] == ["fetched     hansard commons calendar", "fetched     whatson commons calendar"]
    assert "fetched     hansard commons 2019-08-14  6 answers" in lines
    assert lines[-1].startswith("loaded: ")


def test_as_json(run: Run, standin: StandIn) -> None:
    said = run("fetch", "--from", "2019-08-14", "--to", "2019-08-14", "--chamber", "corrections", "--house", "commons",
        "--format", "json",
    )  # fmt: skip
    told = json.loads(said.out)
    (day,) = [unit for unit in told["units"] if unit["date"]]
    assert (day["service"], day["house"], day["status"], day["failed"]) == ("hansard", "commons", "fetched", [])
    assert told["load"]["totals"]["loaded"] == 1
    assert told["stopped"] is None


def test_nothing_to_fetch_is_a_no(run: Run, standin: StandIn) -> None:
    said = run("fetch", "--from", "2019-01-01", "--to", "2019-01-02", "--chamber", "commons-chamber")
    assert said.status == 1
    assert said.err == ""


def test_what_is_wanting_is_named(run: Run, standin: StandIn) -> None:
    standin.misbehave(hansard.BILL, *[Fault("status", 500)] * 2)
    said = run("fetch", "--from", "2019-08-14", "--to", "2019-08-14", "--house", "commons")
    assert said.status == 3
    (line,) = said.err.splitlines()
    assert line.startswith("error: the service answered 500, 2 times (http://")
    assert line.endswith("run the same command later: it goes on where it stopped")
    assert "partial     hansard commons 2019-08-14  5 answers, 1 failed" in said.out


def test_what_fails_every_unit_alike_is_said_once(run: Run, standin: StandIn) -> None:
    standin.misbehave("sectionsforday", Fault("status", 429, {"Retry-After": "900"}))
    said = run("fetch", "--from", "2019-08-14", "--to", "2019-08-14")
    assert said.status == 3
    (line,) = said.err.splitlines()
    assert "the service asks to wait for 900 seconds" in line
    assert said.out.count("1 failed") > 3


def test_a_challenge_is_the_end(run: Run, standin: StandIn) -> None:
    standin.misbehave("overview/calendar", Fault("html"))
    said = run("fetch", "--from", "2019-08-14", "--to", "2019-08-14")
    assert said.status == 3
    assert "a page for browsers came instead of data" in said.err
    assert [path for path in standin.paths() if "/debates/" in path] == []


@pytest.mark.parametrize(
    "words",
    [
        ("fetch",),
        ("fetch", "--from", "2019-08-14", "--to", "2019-08-13"),
        ("fetch", "--from", "2999-01-01"),
        ("fetch", "--from", "yesterday"),
        ("fetch", "--from", "2019-08-14", "--house", "senate"),
        ("people", "fetch", "--from", "2019-08-14", "--to", "2019-08-13"),
    ],
)
def test_wrong_usage(run: Run, standin: StandIn, words: tuple[str, ...]) -> None:
    said = run(*words)
    assert said.status == 2
    assert said.out == ""
    assert standin.asked == []


def test_a_service_that_is_not_there(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with StandIn() as gone:
        settings = gone.settings()
    for name, told in settings.items():
        monkeypatch.setenv(name, told)
    with stamina.set_testing(True, attempts=1):
        said = run("fetch", "--from", "2019-08-14", "--to", "2019-08-14", "--chamber", "petitions")
    assert said.status == 3
    assert all(line.startswith("error: the service cannot be reached") for line in said.err.splitlines())


def test_the_roll(run: Run, standin: StandIn) -> None:
    said = run("people", "fetch", "--house", "lords", "--from", "2019-01-01")
    assert said.status == 0
    assert said.out.splitlines()[0].startswith("fetched     members  ")
    assert "facts" in said.out.splitlines()[-1]
    assert run("people", "show", "mnis:995005").status == 0
