"""How names without ids were read, what people decided about them, and where lists disagree."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """The sittings are written anew by the next load, which fills the first table."""
    op.create_table(
        "decisions",
        sa.Column("sitting_id", sa.String, primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("contribution_id", sa.String, nullable=False),
        sa.Column("printed", sa.Text, nullable=False),
        sa.Column("person_id", sa.String),
        sa.Column("basis", sa.Text),
        sa.Column("reason", sa.Text),
        sa.Column("candidates", sa.Text, nullable=False),
        sa.Column("handle", sa.String, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("decisions_by_handle", "decisions", ["handle"])
    op.create_index("decisions_by_contribution", "decisions", ["contribution_id"])
    op.create_table(
        "rulings",
        sa.Column("alias", sa.String, primary_key=True),
        sa.Column("person_id", sa.String),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("grounds", sa.Text, nullable=False),
        sa.Column("since", sa.String, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table("conflicts", sa.Column("conflict", sa.Text, primary_key=True), sqlite_with_rowid=False)
    op.execute("UPDATE sittings SET stale = 1")
