"""The polite client against a service that misbehaves: what is tried again, what ends it, and how it asks."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
import stamina

from onrecord.errors import ChallengeError, NotThereError, RestError, SourceError
from onrecord.settings import services
from onrecord.sources.client import Client
from tests.standin import StandIn
from tests.standin.server import Fault

CALENDAR = "/hansard/overview/calendar.json?year=2019&month=8&house=Commons"


@pytest.fixture
def client(standin: StandIn) -> Iterator[Client]:
    with Client(services()) as opened:
        yield opened


def test_it_says_who_asks(standin: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_CONTACT", "keeper@example.org")
    with Client(services()) as client:
        client.get(standin.address + CALENDAR)
    agents = {asked.headers["user-agent"] for asked in standin.asked}
    assert len(agents) == 1
    assert agents.pop().startswith("onrecord/")
    assert "keeper@example.org" in standin.asked[0].headers["user-agent"]


def test_robots_txt_is_asked_first_and_obeyed(standin: StandIn, client: Client) -> None:
    client.get(standin.address + CALENDAR)
    client.get(standin.address + CALENDAR)
    assert [asked.path for asked in standin.asked] == ["/robots.txt", CALENDAR, CALENDAR]
    with pytest.raises(SourceError, match="robots"):
        client.get(f"{standin.address}/hansard/private/x.json")
    assert standin.paths("private") == []


@pytest.mark.parametrize(
    "fault",
    [
        *(pytest.param(Fault("status", status), id=str(status)) for status in (408, 429, 500, 502, 503, 504)),
        pytest.param(Fault("status", 429, {"Retry-After": "0"}), id="429 with Retry-After"),
        pytest.param(Fault("cut"), id="connection cut"),
        pytest.param(Fault("short"), id="half the JSON"),
        pytest.param(Fault("length"), id="wrong content length"),
        pytest.param(Fault("chunks"), id="whole chunks that another length is told of"),
        pytest.param(Fault("page", headers={"Content-Encoding": "gzip"}), id="not gzip"),
    ],
)
def test_what_may_pass_is_tried_again(standin: StandIn, client: Client, fault: Fault) -> None:
    standin.misbehave("calendar", fault, fault)
    assert b'"2019-08-14T00:00:00"' in client.get(standin.address + CALENDAR)
    assert len(standin.paths("calendar")) == 3


@pytest.mark.parametrize("kind", ["status", "cut", "short", "length"])
def test_what_does_not_pass_is_one_error_with_a_remedy(standin: StandIn, client: Client, kind: str) -> None:
    standin.misbehave("calendar", *[Fault(kind, 503)] * 3)
    with pytest.raises(SourceError) as told:
        client.get(standin.address + CALENDAR)
    assert "3 times" in told.value.what
    assert told.value.where == standin.address + CALENDAR
    assert "goes on where it stopped" in told.value.remedy


@pytest.mark.parametrize("kept", [False, True], ids=["without a cache", "with a cache"])
def test_no_answer_in_time_is_tried_again_too(
    standin: StandIn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kept: bool
) -> None:
    monkeypatch.setenv("ONRECORD_FETCH_TIMEOUT", "1.5")
    standin.misbehave("calendar", Fault("hang"))
    with Client(services(), tmp_path / "cache.sqlite" if kept else None) as client:
        assert client.get(standin.address + CALENDAR)
        standin.misbehave("calendar", *[Fault("hang")] * 3)
        with pytest.raises(SourceError, match="did not answer in time, 3 times"):
            client.get(standin.address + CALENDAR)


def test_a_host_that_asks_to_be_left_alone_for_long_is_asked_nothing_more(standin: StandIn, client: Client) -> None:
    client.get(standin.address + CALENDAR)
    standin.asked.clear()
    standin.misbehave("calendar", Fault("status", 429, {"Retry-After": "301"}))
    for path in (CALENDAR, "/hansard/overview/sectionsforday.json?date=2019-08-14&house=Commons", CALENDAR):
        with pytest.raises(RestError, match="asks to wait for 301 seconds"):
            client.get(standin.address + path)
    assert [asked.path for asked in standin.asked] == [CALENDAR]


def test_it_waits_as_long_as_the_service_says(
    standin: StandIn, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pauses are those that would be slept through; what else asks again in tests waits for nothing."""
    slept: list[float] = []
    monkeypatch.setattr("tenacity.nap.time", SimpleNamespace(sleep=slept.append))
    at = format_datetime(datetime.now(UTC) - timedelta(minutes=1), usegmt=True)
    standin.misbehave(
        "calendar", Fault("status", 429, {"Retry-After": "37"}), Fault("status", 503, {"Retry-After": at})
    )
    with stamina.set_testing(False):
        client.get(standin.address + CALENDAR)
    assert slept == [37.0, 0.0]


def test_nobody_waits_for_an_hour(standin: StandIn, client: Client) -> None:
    standin.misbehave("calendar", Fault("status", 429, {"Retry-After": "3600"}))
    with pytest.raises(SourceError, match="3,600 seconds"):
        client.get(standin.address + CALENDAR)
    assert len(standin.paths("calendar")) == 1


@pytest.mark.parametrize("status", [200, 403])
def test_a_page_for_browsers_ends_it_at_once(standin: StandIn, client: Client, status: int) -> None:
    standin.misbehave("calendar", Fault("html", status))
    with pytest.raises(ChallengeError):
        client.get(standin.address + CALENDAR)
    assert len(standin.paths("calendar")) == 1


def test_a_page_for_browsers_that_calls_itself_json_is_known_by_its_first_character(
    standin: StandIn, client: Client
) -> None:
    standin.misbehave("calendar", Fault("html", headers={"Content-Type": "application/json"}))
    with pytest.raises(ChallengeError):
        client.get(standin.address + CALENDAR)


def test_after_a_challenge_nothing_more_is_asked(standin: StandIn, client: Client) -> None:
    standin.misbehave("calendar", Fault("html"))
    with pytest.raises(ChallengeError):
        list(client.get_all([standin.address + CALENDAR] * 50))
    assert len(standin.paths("calendar")) <= 1 + 2 * client.at_once


def test_what_is_not_there_is_not_tried_again(standin: StandIn, client: Client) -> None:
    with pytest.raises(NotThereError):
        client.get(f"{standin.address}/hansard/debates/debate/none.json")
    assert len(standin.paths("none")) == 1


def test_too_large_an_answer_is_given_up(standin: StandIn, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_FETCH_MAX_BYTES", "1000")
    standin.misbehave("calendar", Fault("page", body=["x" * 100] * 20))
    with Client(services()) as small, pytest.raises(SourceError, match="larger than 1,000 bytes"):
        small.get(standin.address + CALENDAR)


def test_a_bomb_is_given_up_before_it_is_unpacked(
    standin: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_FETCH_MAX_BYTES", "1000000")
    bomb = gzip.compress(b" " * 50_000_000)
    standin.misbehave("calendar", Fault("raw", headers={"Content-Encoding": "gzip"}, body=bomb))
    with Client(services(), tmp_path / "cache.sqlite") as small, pytest.raises(SourceError, match="larger than"):
        small.get(standin.address + CALENDAR)


def test_an_answer_that_comes_in_drops_is_given_up(
    standin: StandIn, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.sources.client._WHOLE", -1)  # its time is over before it begins
    with pytest.raises(SourceError, match="too slowly"):
        client.get(standin.address + CALENDAR)


def test_json_nested_without_end_is_no_whole_answer(standin: StandIn, client: Client) -> None:
    standin.misbehave("calendar", *[Fault("raw", body=b"[" * 200_000 + b"]" * 200_000)] * 3)
    with pytest.raises(SourceError, match="not whole"):
        client.get(standin.address + CALENDAR)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/overview/calendar.json",
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "https://hansard-api.parliament.uk@example.org/x.json",
    ],
)
def test_only_the_services_are_asked(standin: StandIn, client: Client, address: str) -> None:
    with pytest.raises(SourceError, match="no official service"):
        client.get(address)
    standin.misbehave("calendar", Fault("redirect", 302, {"Location": address}))
    with pytest.raises(SourceError, match="no official service"):
        client.get(standin.address + CALENDAR)


def test_a_service_elsewhere_is_asked_over_https_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_HANSARD_URL", "http://hansard.example.org")
    with Client(services()) as client, pytest.raises(SourceError, match="https only"):
        client.get("http://hansard.example.org/x.json")


def test_a_redirect_within_the_services_is_followed(standin: StandIn, client: Client) -> None:
    standin.misbehave("calendar", Fault("redirect", 301, {"Location": CALENDAR}))
    assert client.get(standin.address + CALENDAR)
    standin.misbehave("calendar", *[Fault("redirect", 301, {"Location": CALENDAR})] * 6)
    with pytest.raises(SourceError, match="address to address"):
        client.get(standin.address + CALENDAR)


def test_no_more_than_two_at_once(standin: StandIn, client: Client) -> None:
    answers = list(client.get_all([standin.address + CALENDAR] * 12))
    assert len(set(map(bytes, answers))) == 1  # type: ignore[arg-type]  # a failure would raise here
    assert standin.at_once <= 2


def test_a_failure_stands_in_its_place(standin: StandIn, client: Client) -> None:
    absent = f"{standin.address}/hansard/debates/debate/none.json"
    first, second, third = client.get_all([standin.address + CALENDAR, absent, standin.address + CALENDAR])
    assert isinstance(second, NotThereError)
    assert first == third


def test_what_is_held_is_asked_for_with_its_validator(standin: StandIn, tmp_path: Path) -> None:
    for _ in range(2):
        with Client(services(), tmp_path / "cache.sqlite") as client:
            body = client.get(standin.address + CALENDAR)
    first, second = (asked for asked in standin.asked if "calendar" in asked.path)
    assert "if-none-match" not in first.headers
    assert second.headers["if-none-match"].startswith('"')
    assert b"2019-08-14" in body


def test_half_an_answer_does_not_stay_in_the_cache(standin: StandIn, tmp_path: Path) -> None:
    standin.misbehave("calendar", Fault("short", headers={"ETag": '"x"', "Cache-Control": "max-age=9999"}))
    for _ in range(2):
        with Client(services(), tmp_path / "cache.sqlite") as client:
            assert client.get(standin.address + CALENDAR).endswith(b"]")


def test_a_robots_txt_that_fails_means_not_now(standin: StandIn, client: Client) -> None:
    standin.misbehave("robots", Fault("status", 503))
    with pytest.raises(SourceError, match="503"):
        client.get(standin.address + CALENDAR)
    assert standin.paths("calendar") == []
