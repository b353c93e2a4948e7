"""What was refused and is so still: the part of the ledger that no sitting tells of."""

from __future__ import annotations

from sqlalchemy import Connection, select

from ..model import Refused
from ..store.schema import refusals


def refused(connection: Connection) -> tuple[Refused, ...]:
    """Every file refused, the one looked at last first."""
    rows = connection.execute(select(refusals).order_by(refusals.c.last_checked.desc(), refusals.c.path))
    return tuple(Refused(**row) for row in rows.mappings())
