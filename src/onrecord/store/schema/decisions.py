"""Who was decided to speak where no id says it, what people decided, and where lists disagree."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, Text

from .metadata import metadata

decisions = Table(
    "decisions",
    metadata,
    Column("sitting_id", String, primary_key=True),
    Column("place", Integer, primary_key=True, comment="index of the item in its sitting"),
    Column("contribution_id", String, nullable=False),
    Column("printed", Text, nullable=False, comment="the name line"),
    Column("person_id", String),
    Column("basis", Text, comment="the ground, where somebody is named"),
    Column("reason", Text, comment="why nobody is, where not"),
    Column("candidates", Text, nullable=False, comment="JSON: the person ids that were weighed last"),
    Column("handle", String, nullable=False, comment="what of the roll it hangs on: a change of that asks anew"),
    Index("decisions_by_handle", "handle"),
    Index("decisions_by_contribution", "contribution_id"),
    sqlite_with_rowid=False,
    comment="every name line without an id, and how it was read",
)

rulings = Table(
    "rulings",
    metadata,
    Column("alias", String, primary_key=True, comment="a source's id of the contribution"),
    Column("person_id", String, comment="null: it cannot be told"),
    Column("by", Text, nullable=False),
    Column("grounds", Text, nullable=False),
    Column("since", String, nullable=False),
    sqlite_with_rowid=False,
    comment="what people decided about name lines: it goes before every rule",
)

conflicts = Table(
    "conflicts",
    metadata,
    Column("conflict", Text, primary_key=True),
    sqlite_with_rowid=False,
    comment="what lists of people contradict each other about, as the roll was last built",
)

mentions = Table(
    "mentions",
    metadata,
    Column("contribution_id", String, primary_key=True),
    Column("paragraph", Integer, primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, nullable=False),
    Column("sitting_id", String, nullable=False),
    Column("person_id", String),
    Column("handle", String, nullable=False, comment="what of the roll it hangs on"),
    Index("mentions_by_sitting", "sitting_id"),
    Index("mentions_by_person", "person_id"),
    Index("mentions_by_handle", "handle"),
    sqlite_with_rowid=False,
    comment="the persons named in speeches, with the characters where they are",
)
