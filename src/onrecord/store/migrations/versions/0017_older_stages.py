"""Names of bills printed in capitals, and stages in the set words of older volumes."""

from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """The sittings are written anew by the next load."""
    op.execute("UPDATE sittings SET stale = 1")
