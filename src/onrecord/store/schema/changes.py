"""Which sittings changed, in order: whatever is kept beside the record (the index) catches up by it."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table

from .metadata import metadata

changes = Table(
    "changes",
    metadata,
    Column("sequence", Integer, primary_key=True, comment="grows with every sitting written or taken away"),
    Column("sitting_id", String, nullable=False, unique=True),
    sqlite_autoincrement=True,
)
