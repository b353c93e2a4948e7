"""Where bytes came from, on which days a House sat, and what was fetched."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the tables of what the services told."""
    op.create_table(
        "origins",
        sa.Column("url", sa.Text, primary_key=True),
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("first_seen", sa.String, nullable=False),
        sa.Column("last_checked", sa.String, nullable=False),
    )
    op.create_table(
        "expected_sittings",
        sa.Column("house", sa.String, primary_key=True),
        sa.Column("chamber", sa.String, primary_key=True),
        sa.Column("date", sa.Date, primary_key=True),
        sa.Column("source", sa.String, primary_key=True),
        sa.Column("last_checked", sa.String, nullable=False),
    )
    op.create_table(
        "fetched",
        sa.Column("unit", sa.String, primary_key=True),
        sa.Column("failed", sa.Text, nullable=False),
        sa.Column("last_checked", sa.String, nullable=False),
    )
