"""What corrects what."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """The sittings are written anew by the next load, which fills the table."""
    op.create_table(
        "corrections",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("sitting_id", sa.String, nullable=False),
        sa.Column("contribution_id", sa.String, nullable=False),
        sa.Column("quoted_id", sa.String),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("told", sa.String),
        sa.Column("reference", sa.Text),
        sa.Column("house", sa.String),
        sa.Column("date", sa.Date),
        sa.Column("volume", sa.Integer),
        sa.Column("columns", sa.Text),
        sa.Column("voice", sa.String),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("target_id", sa.String),
        sa.Column("target_sitting", sa.String),
        sa.Column("basis", sa.String),
        sa.Column("reason", sa.Text),
    )
    op.create_index("corrections_by_sitting", "corrections", ["sitting_id"])
    op.create_index("corrections_by_target", "corrections", ["target_sitting"])
    op.create_index("corrections_by_date", "corrections", ["date", "house"])
    op.execute("UPDATE sittings SET stale = 1")
