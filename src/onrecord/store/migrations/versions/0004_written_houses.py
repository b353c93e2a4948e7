"""Written proceedings of both Houses on one day are two sittings: the Lords' get an id of their own.

Rows derived from written answers are marked stale, since questions and answers have kinds of their own now.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_SHARED = "chamber IN ('written-statements', 'written-answers', 'corrections')"


def upgrade() -> None:
    """Rename the Lords' sittings wherever they are spoken of."""
    op.execute("PRAGMA defer_foreign_keys = ON")
    theirs = f"SELECT id FROM sittings WHERE house = 'lords' AND {_SHARED}"
    inspector = sa.inspect(op.get_bind())
    for table in inspector.get_table_names():
        if not any(column["name"] == "sitting_id" for column in inspector.get_columns(table)):
            continue
        op.execute(f"UPDATE {table} SET sitting_id = 'lords-' || sitting_id WHERE sitting_id IN ({theirs})")
    op.execute(f"UPDATE sittings SET id = 'lords-' || id WHERE house = 'lords' AND {_SHARED}")
    op.execute(f"UPDATE sittings SET stale = 1 WHERE {_SHARED}")
