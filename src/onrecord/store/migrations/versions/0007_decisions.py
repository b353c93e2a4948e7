"""What the keeper decides gets tables, and an edition that says less than the one before can be held back."""

from alembic import op

revision = "0007"
down_revision = "0006"

TABLES = """
CREATE TABLE suppressions (
    id VARCHAR NOT NULL,
    reason TEXT NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE removals (
    sitting_id VARCHAR NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    reason TEXT NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (sitting_id, sha256)
);
CREATE TABLE acceptances (
    sitting_id VARCHAR NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (sitting_id, sha256)
);
ALTER TABLE editions ADD COLUMN held_back TEXT;
UPDATE sittings SET stale = 1
"""


def upgrade() -> None:
    """Add the tables and the column."""
    for statement in TABLES.split(";\n"):
        op.execute(statement)
