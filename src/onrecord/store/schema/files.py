"""What was loaded: every file of the record and every list of people, and which file says what of which sitting."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from .metadata import metadata

documents = Table(
    "documents",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("path", Text, nullable=False),
    Column("format", String, nullable=False),
    Column("sittings", Integer, nullable=False),
    Column("contributions", Integer, nullable=False),
    Column("words", Integer, nullable=False),
    Column("buckets", Text, nullable=False),
    Column("warnings", Text, nullable=False),
    Column("first_seen", String, nullable=False),
    Column("last_checked", String, nullable=False),
    comment="every file of the record that was ever loaded",
)

editions = Table(
    "editions",
    metadata,
    Column("sitting_id", String, primary_key=True),
    Column("sha256", String(64), ForeignKey("documents.sha256"), primary_key=True),
    Column("edition", String, nullable=False),
    Column("residue", Boolean, nullable=False),
    Column("whole", Boolean, nullable=False),
    Column("leading", Boolean, nullable=False),
    Column("changes", Integer, nullable=False),
    Column("witness", Boolean, nullable=False, default=False, server_default="0", comment="of another source"),
    Column("held_back", Text, comment="what it lacks beside an older edition, until the keeper accepts it"),
    Column("buckets", Text, comment="words of this sitting that are not speech, where the file has several sittings"),
    Index("editions_by_file", "sha256"),
    comment="which file says what about which sitting; `leading` is the one shown as the record",
)

lists = Table(
    "lists",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("path", Text, nullable=False),
    Column("format", String, nullable=False),
    Column("facts", Integer, nullable=False),
    Column("warnings", Text, nullable=False),
    Column("first_seen", String, nullable=False),
    Column("last_checked", String, nullable=False),
    comment="every list of people that was ever loaded",
)
