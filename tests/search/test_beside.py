"""The process that follows a long load: it brings the index up, and nothing hangs on it."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.search.beside import Beside
from onrecord.search.index import RecordIndex
from onrecord.specimen import folder
from tests.search.counting import contributions_in

KILLED = """
import os, signal, sys
from onrecord import Archive
from onrecord.specimen import folder
from onrecord.store import batches, loader
batches.BESIDE_SECONDS, loader.MUCH = 0.0, 0

def die(path, number, of):
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)

with Archive.open(sys.argv[1], create=True) as archive:
    archive.load([folder() / "sittings"], progress=die)
"""


@pytest.fixture
def long_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every load is one worth a process beside it, and each of its steps is committed alone."""
    monkeypatch.setattr("onrecord.store.loader.MUCH", 0)
    monkeypatch.setattr("onrecord.store.batches.BESIDE_SECONDS", 0.0)


def found_and_held(archive: Archive) -> tuple[list[str], list[str]]:
    return sorted(one.id for one in archive.stream()), sorted(one.id for one in contributions_in(archive))


@pytest.mark.usefixtures("long_loads")
def test_the_index_is_up_to_the_record_when_the_load_has_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    behind: list[str] = []
    own = RecordIndex.release
    (tmp_path / "tantivy.py").write_text("raise SystemExit('a file of the folder one is in')")
    monkeypatch.chdir(tmp_path)

    def released(index: RecordIndex) -> None:
        beside = index._beside is not None
        own(index)
        if beside:
            with archive._engine.connect() as connection:
                behind.append(index.behind(connection))

    monkeypatch.setattr(RecordIndex, "release", released)
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([folder() / "sittings"])
        found, held = found_and_held(archive)
    assert behind == [""]  # before anybody else had to bring it up
    assert found == held
    assert len(held) == 243


@pytest.mark.usefixtures("long_loads")
def test_where_the_other_process_dies_the_load_brings_the_index_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell = Beside.tell

    def told_the_dead(beside: Beside, what: bytes = b"c") -> None:
        assert beside._process is not None
        beside._process.kill()
        beside._process.wait()
        tell(beside, what)

    monkeypatch.setattr(Beside, "tell", told_the_dead)
    with Archive.open(tmp_path / "archive", create=True) as archive:
        report = archive.load([folder() / "sittings"])
        found, held = found_and_held(archive)
    assert report.totals["refused"] == 0
    assert found == held


@pytest.mark.usefixtures("long_loads")
def test_where_it_cannot_be_started_the_load_follows_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python-here"))
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([folder() / "sittings"])
        found, held = found_and_held(archive)
    assert found == held
    assert len(held) == 243


def test_it_starts_without_what_only_the_load_needs() -> None:
    code = "import sys, onrecord.search.following; print('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_it_dies_with_a_load_that_is_killed_and_leaves_the_archive_to_the_next(tmp_path: Path) -> None:
    path = tmp_path / "archive"
    process = subprocess.run([sys.executable, "-c", KILLED, str(path)], capture_output=True, check=False)
    assert process.returncode == -signal.SIGKILL, process.stderr.decode()
    with Archive.open(path, create=True) as archive:
        archive.load([folder() / "sittings"])  # waits for whoever holds the lock
        found, held = found_and_held(archive)
    assert found == held
    assert len(held) == 243
