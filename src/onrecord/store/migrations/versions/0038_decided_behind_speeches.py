"""What was decided behind a speech of an older volume is nobody's, and long replies are no interventions."""

from alembic import op

revision = "0038"
down_revision = "0037"


def upgrade() -> None:
    op.execute(
        "UPDATE sittings SET stale = 1 WHERE date < '2005-07-01'"
        " OR id IN (SELECT sitting_id FROM contributions WHERE kind = 'intervention')"
    )
