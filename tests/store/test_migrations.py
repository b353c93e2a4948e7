"""An archive of an older release, brought up to date, has the tables that a new one has."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.errors import ArchiveError
from onrecord.store.database import FILE, HEAD, MIGRATIONS, open_engine


def tables(file: Path) -> dict[str, object]:
    """Each table with its columns and keys, and each index with what it covers, as SQLite tells them."""
    with closing(sqlite3.connect(file)) as database, database:
        names = database.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'").fetchall()
        told: dict[str, object] = {}
        for kind, name, sql in names:
            if kind == "table":
                told[name] = (
                    sorted(row[1:4] + row[5:] for row in database.execute(f"PRAGMA table_info('{name}')")),
                    sorted(row[2:5] for row in database.execute(f"PRAGMA foreign_key_list('{name}')")),
                    "WITHOUT ROWID" in (sql or "").upper(),
                )
            else:
                told[name] = re.sub(r'[\s"]+', " ", sql or "").strip()
        return told


def first_archive(folder: Path) -> Path:
    """An archive as the first release made it."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / FILE)) as database, database:
        database.executescript((MIGRATIONS / "versions" / "0001_first.sql").read_text(encoding="utf-8"))
        database.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        database.execute("INSERT INTO alembic_version VALUES ('0001')")
    return folder


def test_migrations_lead_to_the_tables_of_a_new_archive(tmp_path: Path) -> None:
    old = first_archive(tmp_path / "old")
    open_engine(old, create=False, read_only=False).dispose()
    (tmp_path / "new").mkdir()
    open_engine(tmp_path / "new", create=True, read_only=False).dispose()
    migrated, made = tables(old / FILE), tables(tmp_path / "new" / FILE)
    assert migrated == made


def test_migrations_are_numbered_without_gaps() -> None:
    numbers = sorted(int(file.name[:4]) for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert numbers == list(range(1, int(HEAD) + 1))


def test_an_archive_of_a_newer_release_is_refused(tmp_path: Path) -> None:
    open_engine(tmp_path, create=True, read_only=False).dispose()
    with closing(sqlite3.connect(tmp_path / FILE)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ArchiveError, match="newer release"):
        open_engine(tmp_path, create=False, read_only=False)
