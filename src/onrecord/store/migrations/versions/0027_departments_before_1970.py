"""Departments before 1970 are known: sittings of those years are written anew by the next load."""

from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    op.execute("UPDATE sittings SET stale = 1 WHERE date < '1970-11-12'")
