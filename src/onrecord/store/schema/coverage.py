"""What a sitting is numbered by, so that the ledger can see what is missing between two sittings."""

from __future__ import annotations

from sqlalchemy import Column, Index, String, Table, Text

from .metadata import metadata

series = Table(
    "series",
    metadata,
    Column("sitting_id", String, primary_key=True),
    Column("kind", String, primary_key=True, comment="divisions, questions, statements or committee-sittings"),
    Column("scope", String, primary_key=True, comment="the answering body or the bill that the numbers belong to"),
    Column("numbers", Text, nullable=False, comment="the numbers that the sitting has, as a JSON list in order"),
    Index("series_by_sitting", "sitting_id"),
    sqlite_with_rowid=False,
    comment="the running numbers of each sitting",
)
