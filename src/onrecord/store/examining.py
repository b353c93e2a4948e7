"""Looking at an archive: is the database whole, are the bytes what they were, does one follow from the other?

Every check says what is wrong and where, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from ..model import Check
from .asking import asked
from .database import HEAD
from .journal import Journal
from .kept import not_in_journal
from .rebuilding import REBUILT, lost
from .vault import INCOMING, Vault

MOST = 20  # of one kind of thing that is wrong: the rest is counted

# Each row that answers is something that is wrong.
DERIVED = {
    "a contribution in no sitting": "SELECT id FROM contributions WHERE sitting_id NOT IN (SELECT id FROM sittings)",
    "a contribution under no heading": "SELECT id FROM contributions WHERE section_id NOT IN (SELECT id FROM sections)",
    "a section in no sitting": "SELECT id FROM sections WHERE sitting_id NOT IN (SELECT id FROM sittings)",
    "an id that leads nowhere": (
        "SELECT alias FROM aliases WHERE target NOT IN (SELECT id FROM contributions UNION ALL SELECT id FROM sections "
        "UNION ALL SELECT id FROM divisions UNION ALL SELECT id FROM gone)"
    ),
    "a sitting whose count is not that of its contributions": (
        "SELECT s.id FROM sittings s WHERE s.contributions != "
        "(SELECT count(*) FROM contributions c WHERE c.sitting_id = s.id)"
    ),
    "a sitting whose words are not those of its contributions": (
        "SELECT s.id FROM sittings s WHERE s.words != "
        "(SELECT coalesce(sum(c.words), 0) FROM contributions c WHERE c.sitting_id = s.id)"
    ),
    "a sitting that no file speaks of": "SELECT id FROM sittings WHERE id NOT IN (SELECT sitting_id FROM editions)",
    "a file's sitting that was never written": (
        "SELECT sitting_id FROM editions WHERE sitting_id NOT IN (SELECT id FROM sittings)"
    ),
    "something suppressed that is shown": "SELECT id FROM contributions WHERE id IN (SELECT id FROM suppressions)",
}


def examined(connection: Connection, folder: Path, vault: Vault) -> Iterator[Check]:
    """Every check, one after the other."""
    yield _check("database", _database(connection))
    yield _check("tables", _tables(connection))
    yield _check("vault", lost(connection, vault))
    yield _check("journal", _journal(connection, vault))
    yield _check("record", _derived(connection))
    yield _check("sittings to be written anew", _stale(connection))
    yield _check("leftovers", _leftovers(folder, vault))


def _check(name: str, found: list[str]) -> Check:
    more = [f"and {len(found) - MOST:,} more"] if len(found) > MOST else []
    return Check(name, not found, (*found[:MOST], *more))


def _database(connection: Connection) -> list[str]:
    answers = [row[0] for row in asked(connection, "PRAGMA integrity_check")]
    broken = [f"row {row[1]} of {row[0]} refers to nothing" for row in asked(connection, _FOREIGN)]
    return [answer for answer in answers if answer != "ok"] + broken


_FOREIGN = 'SELECT "table", rowid FROM pragma_foreign_key_check'


def _tables(connection: Connection) -> list[str]:
    versions = [version for (version,) in asked(connection, "SELECT version_num FROM alembic_version")]
    return [] if versions == [HEAD] else [f"they are version {', '.join(versions)}, this release knows {HEAD}"]


def _journal(connection: Connection, vault: Vault) -> list[str]:
    missing = not_in_journal(connection, Journal(vault.folder))
    return [f"{one['table']}: {' '.join(str(value) for value in one['row'].values())[:120]}" for one in missing]


def _derived(connection: Connection) -> list[str]:
    return [f"{what}: {row[0]}" for what, sql in DERIVED.items() for row in connection.exec_driver_sql(sql)]


def _stale(connection: Connection) -> list[str]:
    return [row[0] for row in connection.exec_driver_sql("SELECT id FROM sittings WHERE stale ORDER BY id")]


def _leftovers(folder: Path, vault: Vault) -> list[str]:
    """What killed processes left behind: it takes room and does no harm."""
    left = [str(path) for path in vault.folder.glob(f"*/{INCOMING}*")]
    return left + ([str(folder / REBUILT)] if (folder / REBUILT).exists() else [])
