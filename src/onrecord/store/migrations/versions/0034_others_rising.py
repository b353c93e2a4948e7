"""That another rose is no word of the speaker's: sittings of committees are written anew by the next load."""

from alembic import op

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    op.execute("UPDATE sittings SET stale = 1 WHERE chamber = 'public-bill-committee'")
