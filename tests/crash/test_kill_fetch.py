"""A fetch that is killed at any request goes on where it stopped, and ends in the same archive."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dump import dump
from tests.standin import StandIn

COMMAND = ["fetch", "--from", "2019-08-14", "--to", "2019-08-14"]
ANSWER = re.compile(r"/debates/|(?:questions|statements|division|Divisions)/\d")
UNDER_WAY = 2  # answers that the killed process may have had in its hands
MOMENTS = (2, 7, 11, 14, 19, 25)  # requests, of some thirty, at which the process dies


@pytest.fixture
def standin() -> Iterator[StandIn]:
    with StandIn() as server:
        yield server


def start(archive: Path, standin: StandIn) -> subprocess.Popen[bytes]:
    settings = {**standin.settings(), "ONRECORD_ARCHIVE": str(archive), "ONRECORD_FETCH_RATE": "1000"}
    return subprocess.Popen(
        [sys.executable, "-m", "onrecord", *COMMAND],
        env={**os.environ, **settings},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def finish(archive: Path, standin: StandIn) -> None:
    process = start(archive, standin)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 0, said.decode()


@pytest.mark.slow
def test_a_killed_fetch_goes_on_where_it_stopped(standin: StandIn, tmp_path: Path) -> None:
    finish(tmp_path / "undisturbed", standin)
    whole = dump(tmp_path / "undisturbed")
    assert len(standin.asked) > max(MOMENTS)
    for moment in MOMENTS:
        archive = tmp_path / f"killed-{moment}"
        standin.asked.clear()
        with standin.holding_back(moment) as held:
            process = start(archive, standin)
            assert held.wait(60)
            process.send_signal(signal.SIGKILL)
            process.communicate()
        finish(archive, standin)
        asked = Counter(path for path in standin.paths() if ANSWER.search(path))
        assert asked.total() - len(asked) <= UNDER_WAY, moment
        assert dump(archive) == whole, moment
        assert not (archive / "incoming").exists()
