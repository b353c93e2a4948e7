"""The persons named in speeches, and other spellings of seats, by which some of them are told."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """The sittings are written anew by the next load, which fills the first; the second waits for the next list."""
    op.create_table(
        "mentions",
        sa.Column("contribution_id", sa.String, primary_key=True),
        sa.Column("paragraph", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, primary_key=True),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("sitting_id", sa.String, nullable=False),
        sa.Column("person_id", sa.String),
        sa.Column("handle", sa.String, nullable=False),
        sqlite_with_rowid=False,
    )
    for name, column in (("sitting", "sitting_id"), ("person", "person_id"), ("handle", "handle")):
        op.create_index(f"mentions_by_{name}", "mentions", [column])
    op.create_table(
        "seat_names",
        sa.Column("words", sa.String, primary_key=True),
        sa.Column("seat", sa.String, nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute("UPDATE sittings SET stale = 1")
