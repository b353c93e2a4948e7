"""Divisions of two sources, and questions answered together, stand once."""

from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """The sittings are written anew by the next load."""
    op.execute("UPDATE sittings SET stale = 1")
