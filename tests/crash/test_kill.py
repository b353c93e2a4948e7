"""A load that is killed at any moment leaves whole sittings, and finishing it gives the undisturbed archive."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.specimen import folder
from tests.dump import dump

LOAD = """
import sys
from onrecord import Archive
Archive.demo(sys.argv[1]).close()
print("done", flush=True)
"""


@pytest.mark.slow
def test_sigkill_loses_and_doubles_nothing(tmp_path: Path) -> None:
    started = time.monotonic()
    undisturbed = tmp_path / "undisturbed"
    subprocess.run([sys.executable, "-c", LOAD, str(undisturbed)], check=True, capture_output=True)
    longest = time.monotonic() - started
    expected, killed = dump(undisturbed), 0
    chance = random.Random(2019)
    for attempt in range(12):
        path = tmp_path / f"killed-{attempt}"
        process = subprocess.Popen([sys.executable, "-c", LOAD, str(path)], stdout=subprocess.DEVNULL)
        try:
            process.wait(timeout=longest * chance.uniform(0.2, 1.0))
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            killed += 1
            process.wait()
        with Archive.open(path, create=True) as archive:
            whole = {s.id: s.contributions for s in archive.sittings().sittings if s.state == "held"}
            # a sitting that comes a debate a file may be held in part, never with more than there is
            assert all(count <= held(expected)[sitting] for sitting, count in whole.items())
            archive.load_people([folder() / "people"])
            archive.load([folder() / "sittings"])
        assert dump(path) == expected
        assert not list(path.rglob(".incoming-*")) or killed
    assert killed, "no load was ever killed: the moments chosen do not test anything"


def held(dumped: dict[str, list[tuple[object, ...]]]) -> dict[object, int]:
    return {row[0]: int(str(row[9])) for row in dumped["sittings"]}
