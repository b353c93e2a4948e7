"""Debates are found by their title at once."""

from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.create_index("sections_by_title", "sections", ["folded"])
