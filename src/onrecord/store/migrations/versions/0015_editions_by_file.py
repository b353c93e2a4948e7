"""What a file says is found without looking at all of them: a load of what is held costs next to nothing."""

from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add the index."""
    op.execute("CREATE INDEX editions_by_file ON editions (sha256)")
