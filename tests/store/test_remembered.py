"""What is remembered of the record is forgotten as soon as anybody commits anything, and never learnt while writing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from onrecord.store.changes import note_change
from onrecord.store.database import open_engine
from onrecord.store.remembered import remembered


def _known(engine: Engine) -> dict[str, str]:
    with engine.connect() as connection:
        return dict(remembered(connection, "things"))


def _learn(engine: Engine) -> None:
    with engine.connect() as connection:
        remembered(connection, "things")["one"] = "as read"


def _write(engine: Engine) -> None:
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        note_change(connection, "commons-chamber/2019-08-12")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = open_engine(tmp_path, create=True, read_only=False)
    yield opened
    opened.dispose()


def test_it_lasts_from_one_question_to_the_next_while_nothing_is_committed(engine: Engine) -> None:
    _learn(engine)
    assert _known(engine) == {"one": "as read"}


def test_what_another_process_commits_makes_it_forgotten(engine: Engine, tmp_path: Path) -> None:
    theirs = open_engine(tmp_path, create=False, read_only=False)
    _learn(engine)
    _write(theirs)
    theirs.dispose()
    assert _known(engine) == {}


def test_what_we_commit_ourselves_makes_it_forgotten(engine: Engine) -> None:
    _learn(engine)
    _write(engine)
    assert _known(engine) == {}


def test_what_is_read_while_writing_is_not_remembered(engine: Engine) -> None:
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        _remember(connection)
        connection.rollback()
    assert _known(engine) == {}


def _remember(connection: Connection) -> None:
    remembered(connection, "things")["one"] = "of what may be taken back"
