"""Names are read more strictly: sittings with names without ids, or members named by their seat, are written anew."""

from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    op.execute(
        "UPDATE sittings SET stale = 1 WHERE id IN (SELECT sitting_id FROM decisions) OR id IN "
        "(SELECT sitting_id FROM mentions WHERE person_id IS NOT NULL AND handle <> '(office)')"
    )
