"""The order in which sittings change, so that the index can follow the record."""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table, and enter every sitting held: an index made now has all of them before it."""
    op.execute(
        "CREATE TABLE changes (sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "
        "sitting_id VARCHAR NOT NULL, UNIQUE (sitting_id))"
    )
    op.execute("INSERT INTO changes (sitting_id) SELECT id FROM sittings ORDER BY id")
