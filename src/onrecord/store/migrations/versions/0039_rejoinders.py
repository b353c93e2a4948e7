"""What is still said to a point of order belongs to it, and who answers the body asked is told as its minister."""

from alembic import op

revision = "0039"
down_revision = "0038"


def upgrade() -> None:
    op.execute(
        "UPDATE sittings SET stale = 1 WHERE id IN (SELECT sitting_id FROM contributions"
        " WHERE kind IN ('point-of-order', 'urgent-question'))"
    )
