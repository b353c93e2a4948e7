"""The first archive: documents, sittings, contributions, and the roll."""

from alembic import op

from onrecord.store.schema import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table. Later migrations spell their tables out; the first release's are the schema itself."""
    metadata.create_all(op.get_bind())
