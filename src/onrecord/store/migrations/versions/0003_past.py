"""Earlier wordings and what was withdrawn get tables; every sitting is written anew by the next load."""

from alembic import op

revision = "0003"
down_revision = "0002"

TABLES = """
CREATE TABLE revisions (
    contribution_id VARCHAR NOT NULL,
    place INTEGER NOT NULL,
    number INTEGER NOT NULL,
    sitting_id VARCHAR NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    how VARCHAR NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (contribution_id, place),
    FOREIGN KEY(sitting_id) REFERENCES sittings (id)
);
CREATE INDEX revisions_by_sitting ON revisions (sitting_id);
CREATE TABLE gone (
    id VARCHAR NOT NULL,
    sitting_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    why VARCHAR NOT NULL,
    reason TEXT,
    since VARCHAR,
    last_sha256 VARCHAR(64) NOT NULL,
    since_sha256 VARCHAR(64),
    data BLOB NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX gone_by_sitting ON gone (sitting_id);
UPDATE sittings SET stale = 1
"""


def upgrade() -> None:
    """Add the tables."""
    for statement in TABLES.split(";\n"):
        op.execute(statement)
