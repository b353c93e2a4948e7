"""What the Bills service says of bills."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the table; it fills as files of the service are loaded."""
    op.create_table(
        "bill_facts",
        sa.Column("bill_id", sa.Integer, primary_key=True),
        sa.Column("part", sa.String, primary_key=True),
        sa.Column("sha256", sa.String(64), sa.ForeignKey("documents.sha256"), primary_key=True),
        sa.Column("edition", sa.String, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("former_title", sa.Text),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
