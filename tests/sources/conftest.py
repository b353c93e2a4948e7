"""A stand-in for the services, and settings that point there: without pauses, and patient on a busy machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import stamina

from tests.standin import StandIn


@pytest.fixture
def standin(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    with StandIn() as server, stamina.set_testing(True, attempts=3):
        for name, told in server.settings().items():
            monkeypatch.setenv(name, told)
        monkeypatch.setenv("ONRECORD_FETCH_RATE", "10000")
        monkeypatch.setenv("ONRECORD_FETCH_TIMEOUT", "20")
        monkeypatch.setenv("ONRECORD_FETCH_TRIES", "3")
        yield server
