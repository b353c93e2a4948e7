"""Votes of two sources are compared voter by voter."""

from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    """Sittings with divisions in several files are written anew by the next load."""
    several = "SELECT sitting_id FROM editions GROUP BY sitting_id HAVING COUNT(*) > 1"
    op.execute(f"UPDATE sittings SET stale = 1 WHERE divisions > 0 AND id IN ({several})")
