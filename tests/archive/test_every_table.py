"""Everything that a database holds comes back from the vault: table by table, column by column, nothing exempt.

The tables are those of the database itself, so that one added tomorrow is held to it too. When a file was last
looked at is lost with the database, and the numbers of changes begin anew; nothing else.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from datetime import date
from pathlib import Path

from onrecord import Archive
from onrecord.specimen import folder
from onrecord.store import arrivals

NOT_KEPT = {"last_checked"}
ANEW = {"changes"}
"""What an index follows begins anew with the index."""
EMPTY = {"disagreements", "bill_facts", "conflicts", "seat_names"}
"""Tables of which the specimen has no rows, or need not."""


def every_row(archive: Path) -> dict[str, Counter[tuple[object, ...]]]:
    database = sqlite3.connect(f"file:{archive / 'record.sqlite'}?mode=ro", uri=True)
    try:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: _rows(database, name) for name in names if not name.startswith("sqlite_") and name not in ANEW}
    finally:
        database.close()


def _rows(database: sqlite3.Connection, table: str) -> Counter[tuple[object, ...]]:
    told = [row[1] for row in database.execute(f"PRAGMA table_info({table})") if row[1] not in NOT_KEPT]
    return Counter(database.execute(f"SELECT {', '.join(told)} FROM {table}")) if told else Counter()


def live_in(path: Path, broken: Path) -> None:
    """An archive in which everything has happened that an archive can tell of."""
    broken.write_text("<publicwhip><speech>")
    with Archive.demo(path, bill=True) as archive:
        archive.load([broken])
        archive.load([folder() / "sittings"], accept=True)
        archive.suppress("uk.org.publicwhip/debate/2019-08-12a.1.8", "a court order")
        archive.remove("lords2019-08-12a.xml", "by mistake")
        archive.judge("uk.org.publicwhip/debate/2019-08-12a.1.9", "Honoria Blackthorn", "the tape says so")
        with archive._writing(True, None) as connection, connection.begin():
            arrivals.note_origins(connection, [("https://example.org/a.json", "0" * 64, "incoming/a.json")])
            arrivals.note_expected(connection, "calendar", "commons", [("commons-chamber", date(2019, 8, 15))])
            arrivals.note_fetched(connection, "hansard/commons/2019-08-14", ["https://example.org/b.json"])


def test_every_table_comes_back_from_the_vault_alone(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    live_in(archive, tmp_path / "broken.xml")
    before = every_row(archive)
    assert {name for name, rows in before.items() if not rows} <= EMPTY
    for path in archive.iterdir():
        if path.name != "vault":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert Archive.repair(archive).ok
    after = every_row(archive)
    assert after.keys() == before.keys()
    for name, rows in before.items():
        assert after[name] == rows, name
