"""The running numbers of each sitting, by which the ledger sees gaps."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """The sittings are written anew by the next load, which fills the table."""
    op.create_table(
        "series",
        sa.Column("sitting_id", sa.String, primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("scope", sa.String, primary_key=True),
        sa.Column("numbers", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("series_by_sitting", "series", ["sitting_id"])
    op.execute("UPDATE sittings SET stale = 1")
