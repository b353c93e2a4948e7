"""What corrects what: each correction that the record prints or a service tells, with the words it corrects."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, String, Table, Text

from .metadata import metadata

corrections = Table(
    "corrections",
    metadata,
    Column("id", String, primary_key=True, comment="the correcting contribution's id and a number"),
    Column("sitting_id", String, nullable=False),
    Column("contribution_id", String, nullable=False, comment="the words as they should have been"),
    Column("quoted_id", String, comment="the contribution in which the words in question are reprinted"),
    Column("status", String, nullable=False, comment="printed, field or possible"),
    Column("told", String, comment="the service's own id of what is corrected"),
    Column("reference", Text, comment="the reference as printed"),
    Column("house", String, comment="House, day, volume and columns, as the reference tells them"),
    Column("date", Date),
    Column("volume", Integer),
    Column("columns", Text),
    Column("voice", String, comment="whose words are corrected"),
    Column("quote", Text, nullable=False),
    Column("target_id", String, comment="the contribution that is corrected; null where none or several fit"),
    Column("target_sitting", String),
    Column("basis", String, comment="how it was found: field, column and text, text, column"),
    Column("reason", Text, comment="why none was found"),
    Index("corrections_by_sitting", "sitting_id"),
    Index("corrections_by_target", "target_sitting"),
    Index("corrections_by_date", "date", "house"),
)
