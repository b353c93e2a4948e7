"""Writing one sitting: every row of it replaced, in the caller's transaction.

A sitting is written whole or not at all. Nothing is patched: whatever changes (a new
edition, a longer roll), the sitting is assembled and interpreted again from the bytes in
the vault, and its rows are exchanged. That is one way through the code instead of two,
and it is what makes the record a function of what is held rather than of what happened.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from ..proceedings.interpret import Interpretation
from ..reading import ReadSitting
from .assemble import Assembled
from .changes import note_change
from .inserting import insert_many
from .past_rows import gone_aliases, gone_row
from .schema import (
    aliases,
    contributions,
    corrections,
    debate_departments,
    decisions,
    disagreements,
    divisions,
    gone,
    marks,
    mentions,
    numbers,
    revisions,
    sections,
    series,
    sittings,
    stamps,
)
from .sitting_rows import SittingRows
from .told import sitting_id

_OF_A_SITTING = (
    contributions,
    decisions,
    divisions,
    stamps,
    debate_departments,
    aliases,
    marks,
    mentions,
    numbers,
    revisions,
    disagreements,
    gone,
    series,
    corrections,
    sections,
)


def erase(connection: Connection, identity: str) -> None:
    """Take away every row that was derived for a sitting. Its files, and its permalinks, stay."""
    for table in _OF_A_SITTING:
        connection.exec_driver_sql(f"DELETE FROM {table.name} WHERE sitting_id = ?", (identity,))
    connection.exec_driver_sql("DELETE FROM sittings WHERE id = ?", (identity,))
    note_change(connection, identity)


def write(
    connection: Connection,
    assembled: Assembled,
    meaning: Interpretation,
    named: Mapping[str, str],
    *,
    revision: int,
) -> None:
    """Write the sitting that `assembled` holds, as `meaning` interprets it; `named`: whom it names (`names_told`)."""
    assert assembled.sitting is not None
    writer = SittingRows(connection, assembled, assembled.sitting, meaning, named)
    writer.collect()
    insert_many(connection, sittings, [_sitting_row(assembled.sitting, "held", revision) | writer.counts()])
    for table, rows in writer.rows.items():
        insert_many(connection, table, rows)
    note_change(connection, writer.identity)


def write_unheld(
    connection: Connection, sitting: ReadSitting, assembled: Assembled, *, state: str, revision: int
) -> None:
    """Note a sitting of which only residues are held, or that was removed: known, and not shown as the record."""
    insert_many(connection, sittings, [_sitting_row(sitting, state, revision)])
    identity = sitting_id(sitting)
    insert_many(connection, gone, [gone_row(lost, identity) for lost in assembled.gone])
    insert_many(connection, aliases, [row for lost in assembled.gone for row in gone_aliases(lost, identity)])


def _sitting_row(sitting: ReadSitting, state: str, revision: int) -> dict[str, Any]:
    return {
        "id": sitting_id(sitting),
        "house": sitting.house,
        "chamber": sitting.chamber,
        "date": sitting.date.isoformat(),
        "volume": sitting.volume,
        "session": sitting.session,
        "publication": sitting.publication,
        "state": state,
        "revision": revision,
        "contributions": 0,
        "words": 0,
        "unresolved": 0,
        "divisions": 0,
        "first_column": None,
        "last_column": None,
        "stale": False,
    }
