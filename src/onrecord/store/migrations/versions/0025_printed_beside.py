"""Party, seat and office as a sitting prints them beside its speakers' names."""

from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    """The sittings are written anew by the next load."""
    op.execute("UPDATE sittings SET stale = 1")
