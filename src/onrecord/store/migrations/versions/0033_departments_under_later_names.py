"""Posts that lists file under a department's later name are its of their day: sittings until then are written anew."""

from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    op.execute("UPDATE sittings SET stale = 1 WHERE date BETWEEN '1953-09-01' AND '2002-05-28'")
