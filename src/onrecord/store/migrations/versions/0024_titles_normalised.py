"""Titles are folded as all words are: a dash parts them. Addresses that were given stay."""

from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    """Sittings with a title that holds more than plain letters are written anew by the next load."""
    op.execute(
        "UPDATE sittings SET stale = 1 WHERE id IN"
        " (SELECT sitting_id FROM sections WHERE length(title) <> length(CAST(title AS BLOB)))"
    )
