"""Files that were refused."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    """Add the table; what older releases refused left nothing behind, and is noted when it is loaded again."""
    op.create_table(
        "refusals",
        sa.Column("path", sa.Text, primary_key=True, comment="as it was named, or the address it came from"),
        sa.Column("sha256", sa.String(64), comment="of its bytes, where they could be read"),
        sa.Column("kind", sa.String, nullable=False, comment="what it was to be read as: record or people"),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False, comment="where in the file, as far as that is known"),
        sa.Column("remedy", sa.Text, nullable=False),
        sa.Column("first_seen", sa.String, nullable=False),
        sa.Column("last_checked", sa.String, nullable=False),
    )
