"""Divisions printed inside paragraphs are read as divisions: historic sittings are written anew by the next load."""

from alembic import op

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    op.execute("UPDATE sittings SET stale = 1 WHERE publication = 'historic'")
