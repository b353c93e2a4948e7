"""Two sources of one sitting become one record: which files are witnesses, and where they differ."""

from alembic import op

revision = "0014"
down_revision = "0013"

TABLES = """
CREATE TABLE disagreements (
    sitting_id VARCHAR NOT NULL,
    place INTEGER NOT NULL,
    contribution_id VARCHAR,
    field VARCHAR NOT NULL,
    leading TEXT NOT NULL,
    differs TEXT NOT NULL,
    other VARCHAR NOT NULL,
    PRIMARY KEY (sitting_id, place)
) WITHOUT ROWID;
ALTER TABLE editions ADD COLUMN witness BOOLEAN NOT NULL DEFAULT '0';
UPDATE sittings SET stale = 1
"""


def upgrade() -> None:
    """Add the table and the column."""
    for statement in TABLES.split(";\n"):
        op.execute(statement)
