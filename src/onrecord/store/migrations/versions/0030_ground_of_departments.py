"""How we know the department of a debate is told: sittings are written anew by the next load."""

from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    op.execute("UPDATE sittings SET stale = 1")
