"""What is no longer the record, and is kept all the same: earlier wordings, and what was taken out."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from .metadata import metadata

revisions = Table(
    "revisions",
    metadata,
    Column("contribution_id", String, primary_key=True),
    Column("place", Integer, primary_key=True, comment="among the earlier wordings, the oldest first"),
    Column("number", Integer, nullable=False, comment="which revision this was; of one edition there may be several"),
    Column("sitting_id", String, ForeignKey("sittings.id"), nullable=False),
    Column("sha256", String(64), nullable=False, comment="the file that has, or tells of, this wording"),
    Column("how", String, nullable=False, comment="what became of it: changed, split or merged"),
    Column("data", LargeBinary, nullable=False),
    Index("revisions_by_sitting", "sitting_id"),
    comment="how contributions read in earlier editions",
)

disagreements = Table(
    "disagreements",
    metadata,
    Column("sitting_id", String, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("contribution_id", String, comment="or a division's; null where only the other source has it"),
    Column("field", String, nullable=False, comment="words, speaker, column, …, or only-in-other"),
    Column("leading", Text, nullable=False),
    Column("differs", Text, nullable=False),
    Column("other", String, nullable=False, comment="the other source's id"),
    sqlite_with_rowid=False,
    comment="what two sources of one sitting tell differently",
)

gone = Table(
    "gone",
    metadata,
    Column("id", String, primary_key=True),
    Column("sitting_id", String, nullable=False),
    Column("kind", String, nullable=False, comment="contribution, section or division"),
    Column("why", String, nullable=False, comment="withdrawn by the source, suppressed or removed by the keeper"),
    Column("reason", Text, comment="the keeper's, word for word"),
    Column("since", String, comment="when the keeper decided so"),
    Column("last_sha256", String(64), nullable=False, comment="the file that had it last"),
    Column("since_sha256", String(64), comment="the file that has it no more"),
    Column("data", LargeBinary, nullable=False),
    Index("gone_by_sitting", "sitting_id"),
    comment="kept and shown nowhere: its address says that it is gone",
)
