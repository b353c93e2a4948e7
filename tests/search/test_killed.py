"""A load killed at any moment, in the middle of an index commit too, leaves an index that finds what is held."""

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
from tests.search.counting import contributions_in

LOAD = """
import sys
from onrecord import Archive
from onrecord.store import batches, loader
batches.BATCH_SECONDS = batches.BESIDE_SECONDS = 0.0
if sys.argv[2] == "beside":
    loader.MUCH = 0
Archive.demo(sys.argv[1]).close()
"""


@pytest.mark.slow
@pytest.mark.parametrize("index", ["beside", "within"])
def test_sigkill_leaves_record_and_index_in_step(tmp_path: Path, index: str) -> None:
    started = time.monotonic()
    whole = tmp_path / "whole"
    subprocess.run([sys.executable, "-c", LOAD, str(whole), index], check=True, capture_output=True)
    longest = time.monotonic() - started
    chance = random.Random(1803)
    for attempt in range(10):
        path = tmp_path / f"killed-{attempt}"
        process = subprocess.Popen([sys.executable, "-c", LOAD, str(path), index], stdout=subprocess.DEVNULL)
        try:
            process.wait(timeout=longest * chance.uniform(0.3, 1.0))
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
        if not (path / "record.sqlite").exists():
            continue
        with Archive.open(path, create=True) as archive:
            held = {one.id for one in contributions_in(archive)}
            assert {one.id for one in archive.stream()} == held
