"""Names are read more strictly: sittings with names without ids are written anew by the next load."""

from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    op.execute("UPDATE sittings SET stale = 1 WHERE date >= '1918-01-01'")
