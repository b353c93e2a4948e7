"""What was refused: a file that nothing was taken of is still known to have been there, and why it was not read."""

from __future__ import annotations

from sqlalchemy import Column, String, Table, Text

from .metadata import metadata

refusals = Table(
    "refusals",
    metadata,
    Column("path", Text, primary_key=True, comment="as it was named, or the address it came from"),
    Column("sha256", String(64), comment="of its bytes, where they could be read"),
    Column("kind", String, nullable=False, comment="what it was to be read as: record or people"),
    Column("what", Text, nullable=False),
    Column("place", Text, nullable=False, comment="where in the file, as far as that is known"),
    Column("remedy", Text, nullable=False),
    Column("first_seen", String, nullable=False),
    Column("last_checked", String, nullable=False),
    comment="files that were refused, until the same file is read well or is taken away",
)
