"""The record's own clock: a number that grows with every sitting written or taken away.

The index carries the number up to which it holds the record. Whoever changes what is shown
of a sitting notes it here, in the same transaction, and the index follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .asking import Asked, asked

if TYPE_CHECKING:
    from sqlalchemy import Connection

_AFTER = "SELECT sequence, sitting_id FROM changes WHERE sequence > ? ORDER BY sequence"


class Change(NamedTuple):
    """A sitting, and the number of its latest change."""

    sequence: int
    sitting_id: str


def note_change(connection: Connection, sitting_id: str) -> None:
    """Say that what is shown of a sitting has changed."""
    connection.exec_driver_sql("INSERT OR REPLACE INTO changes (sitting_id) VALUES (?)", (sitting_id,))


def last_sequence(connection: Asked) -> int:
    """The number of the latest change; 0 for an empty record."""
    return int(asked(connection, "SELECT max(sequence) FROM changes")[0][0] or 0)


def changes_after(connection: Asked, sequence: int) -> list[Change]:
    """Each sitting that changed after `sequence`, in order."""
    return [Change(*row) for row in asked(connection, _AFTER, (sequence,))]
