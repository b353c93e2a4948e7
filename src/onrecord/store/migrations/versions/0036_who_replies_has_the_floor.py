"""Fewer replies are taken for interventions: sittings that have any are written anew by the next load."""

from alembic import op

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    op.execute(
        "UPDATE sittings SET stale = 1 WHERE id IN (SELECT sitting_id FROM contributions WHERE kind = 'intervention')"
    )
