"""What the keeper of an archive decided, each with a reason and a moment; the journal in the vault has them too."""

from __future__ import annotations

from sqlalchemy import Column, String, Table, Text

from .metadata import metadata

suppressions = Table(
    "suppressions",
    metadata,
    Column("id", String, primary_key=True, comment="a contribution's id, as it was when it was decided"),
    Column("reason", Text, nullable=False),
    Column("at", String, nullable=False),
    comment="contributions that are kept and shown nowhere",
)

removals = Table(
    "removals",
    metadata,
    Column("sitting_id", String, primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("reason", Text, nullable=False),
    Column("at", String, nullable=False),
    comment="what a file says of a sitting, and does not count",
)

acceptances = Table(
    "acceptances",
    metadata,
    Column("sitting_id", String, primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("at", String, nullable=False),
    comment="editions that say less than the one before, and were taken all the same",
)
