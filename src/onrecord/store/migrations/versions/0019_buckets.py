"""Words that are not speech, by sitting, where a file has several."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """What older releases loaded tells its counts by file alone."""
    op.add_column(
        "editions",
        sa.Column(
            "buckets", sa.Text, comment="words of this sitting that are not speech, where the file has several sittings"
        ),
    )
