"""Stages of older volumes: lists of bills whose sentence runs on, set words after a long title."""

from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    """The sittings are written anew by the next load."""
    op.execute("UPDATE sittings SET stale = 1")
