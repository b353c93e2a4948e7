"""Bills reported from their Committees, and other set words of older volumes that tell a stage."""

from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """The sittings are written anew by the next load."""
    op.execute("UPDATE sittings SET stale = 1")
