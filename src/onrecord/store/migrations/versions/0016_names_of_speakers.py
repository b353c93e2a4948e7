"""Somebody whom no list names is called as they are when they speak: sittings are written anew for that."""

from __future__ import annotations

from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Mark every sitting to be written anew by the next load."""
    op.execute("UPDATE sittings SET stale = 1")
