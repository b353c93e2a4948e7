"""Written questions and statements are found by their numbers."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """The sittings are written anew by the next load, which fills the table."""
    op.create_table(
        "numbers",
        sa.Column("number", sa.String, primary_key=True),
        sa.Column("contribution_id", sa.String, primary_key=True),
        sa.Column("sitting_id", sa.String, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("numbers_by_sitting", "numbers", ["sitting_id"])
    op.execute("UPDATE sittings SET stale = 1")
