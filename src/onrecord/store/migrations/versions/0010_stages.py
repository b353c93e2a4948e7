"""Headings that say no more than "Report" tell a stage."""

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """The sittings are written anew by the next load."""
    op.execute("UPDATE sittings SET stale = 1")
