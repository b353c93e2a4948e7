"""An archive as one comparable value: every row of the record and the roll, clocks aside."""

from __future__ import annotations

import sqlite3
from pathlib import Path

CLOCKS = {"first_seen", "last_checked", "since", "at"}
PLACES = {"path"}  # of a document: where it happened to lie
TABLES = (
    "documents", "editions", "sittings", "sections", "debate_departments", "contributions",
    "divisions", "stamps", "aliases", "numbers", "revisions", "gone", "disagreements",
    "permalinks", "marks", "lists", "series", "corrections", "decisions", "mentions", "seat_names", "rulings",
    "conflicts",
    "suppressions", "removals", "acceptances", "refusals",
    "persons", "person_keys", "person_names",
)  # fmt: skip


def dump(archive: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table's rows, sorted."""
    database = sqlite3.connect(f"file:{archive / 'record.sqlite'}?mode=ro", uri=True)
    try:
        return {table: _rows(database, table) for table in TABLES}
    finally:
        database.close()


def _rows(database: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    skipped = CLOCKS | (PLACES if table in ("documents", "lists") else set())
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})") if row[1] not in skipped]
    return sorted(database.execute(f"SELECT {', '.join(columns)} FROM {table}"), key=repr)
