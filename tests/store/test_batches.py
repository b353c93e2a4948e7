"""What follows the record is shown after it, never before; and a step is whole or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from onrecord.store.batches import Batches
from onrecord.store.changes import last_sequence, note_change
from onrecord.store.database import open_engine
from onrecord.store.vault import Vault


class Watcher:
    """Notes, of each thing it is told, how far the record is for somebody else who looks at it then."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.told: list[tuple[str, int]] = []

    def _note(self, what: str) -> None:
        with self._engine.connect() as other:
            self.told.append((what, last_sequence(other)))

    def stage(self, connection: Connection) -> None:
        self._note("stage")

    def settle(self) -> None:
        self._note("settle")

    def abandon(self) -> None:
        self._note("abandon")

    def beside(self) -> None:
        self._note("beside")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(tmp_path, create=True, read_only=False)
    yield engine
    engine.dispose()


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    with engine.connect().execution_options(writes=True) as connection:
        yield connection


def test_the_record_commits_first_and_what_follows_right_after(engine: Engine, connection: Connection) -> None:
    watcher = Watcher(engine)
    batches = Batches(connection, watcher)
    with batches.step():
        note_change(connection, "commons-chamber/2018-02-06")
    with batches.step():
        note_change(connection, "commons-chamber/2018-02-07")
    batches.close()
    first, last = watcher.told[0][1], watcher.told[-1][1]
    assert watcher.told == [("stage", 0), ("settle", last)]
    assert (first, last) == (0, 2)


def _break_off(batches: Batches, connection: Connection) -> None:
    with batches.step():
        note_change(connection, "commons-chamber/2018-02-07")
        raise RuntimeError


def test_a_step_that_fails_leaves_nothing_of_itself(engine: Engine, connection: Connection) -> None:
    watcher = Watcher(engine)
    batches = Batches(connection, watcher)
    with batches.step():
        note_change(connection, "commons-chamber/2018-02-06")
    with pytest.raises(RuntimeError):
        _break_off(batches, connection)
    batches.close()
    with engine.connect() as other:
        assert last_sequence(other) == 1
        assert other.exec_driver_sql("SELECT sitting_id FROM changes").scalars().all() == ["commons-chamber/2018-02-06"]


def test_a_commit_that_fails_is_followed_by_nothing(
    engine: Engine, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    watcher = Watcher(engine)
    batches = Batches(connection, watcher)

    def full(connection: Connection) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(watcher, "stage", full)
    with batches.step():
        note_change(connection, "commons-chamber/2018-02-06")
    with pytest.raises(OSError, match="No space"):
        batches.close()
    assert watcher.told == [("abandon", 0)]


def test_the_record_speaks_of_no_bytes_that_are_not_safe(
    engine: Engine, connection: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, watcher = Vault(tmp_path / "vault"), Watcher(engine)
    kept: list[str] = []

    def stage(connection: Connection) -> None:
        kept.extend(vault.held())

    monkeypatch.setattr(watcher, "stage", stage)
    batches = Batches(connection, watcher, vault)
    with batches.step():
        sha256 = vault.put(b"<publicwhip/>")
        note_change(connection, "commons-chamber/2018-02-06")
    batches.close()
    assert kept == [sha256]
    assert watcher.told == [("settle", 1)]


def test_bytes_that_cannot_be_kept_leave_the_record_as_it_was(
    engine: Engine, connection: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    vault, watcher = Vault(tmp_path / "vault"), Watcher(engine)
    monkeypatch.setattr("onrecord.store.vault.os.fsync", full)
    batches = Batches(connection, watcher, vault)
    with batches.step():
        vault.put(b"<publicwhip/>")
        note_change(connection, "commons-chamber/2018-02-06")
    with pytest.raises(OSError, match="No space"):
        batches.close()
    assert watcher.told == [("abandon", 0)]
    assert list(vault.held()) == []
    with engine.connect() as other:
        assert last_sequence(other) == 0
