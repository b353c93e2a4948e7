"""One sitting as it is shown: its sections, contributions, divisions and times, exchanged as a whole."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from .metadata import metadata

sittings = Table(
    "sittings",
    metadata,
    Column("id", String, primary_key=True),
    Column("house", String, nullable=False),
    Column("chamber", String, nullable=False),
    Column("date", Date, nullable=False),
    Column("volume", Integer),
    Column("session", String),
    Column("publication", String, nullable=False),
    Column("state", String, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("contributions", Integer, nullable=False),
    Column("words", Integer, nullable=False),
    Column("unresolved", Integer, nullable=False),
    Column("divisions", Integer, nullable=False),
    Column("first_column", String),
    Column("last_column", String),
    Column("stale", Boolean, nullable=False, default=False, comment="the roll has changed since it was written"),
    Index("sittings_by_date", "date", "chamber"),
)

sections = Table(
    "sections",
    metadata,
    Column("id", String, primary_key=True),
    Column("sitting_id", String, ForeignKey("sittings.id"), nullable=False),
    Column("place", Integer, nullable=False, comment="index among the sitting's sections"),
    Column("ordinal", Integer, nullable=False, comment="place in the sitting, among all items"),
    Column("debate_id", String, comment="the debate this stands in; itself for a debate"),
    Column("parent_id", String),
    Column("depth", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("folded", Text, nullable=False, comment="the title as `find` compares it"),
    Column("department", String),
    Column("bill", String),
    Column("stage", String),
    Column("permalink", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Index("sections_by_sitting", "sitting_id", "ordinal"),
    Index("sections_by_debate", "debate_id", "ordinal"),
    Index("sections_by_bill", "bill"),
    Index("sections_by_title", "folded"),
)

debate_departments = Table(
    "debate_departments",
    metadata,
    Column("debate_id", String, primary_key=True),
    Column("department", String, primary_key=True),
    Column("basis", String, nullable=False),
    Column("sitting_id", String, nullable=False),
    Index("debates_by_department", "department"),
    Index("departments_by_sitting", "sitting_id"),
)

contributions = Table(
    "contributions",
    metadata,
    Column("id", String, primary_key=True),
    Column("sitting_id", String, ForeignKey("sittings.id"), nullable=False),
    Column("debate_id", String),
    Column("section_id", String, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("voice", String, comment="person id, or name:… for somebody unresolved, or null for nobody"),
    Column("person_id", String),
    Column("role", String),
    Column("grouping", Integer, comment="number of the tabled-question group in its debate"),
    Column("number", String, comment="the question's number as printed"),
    Column("floor", String, comment="the voice that has the floor in a debate"),
    Column("words", Integer, nullable=False),
    Column("named", Boolean, nullable=False, comment="an attribution is printed"),
    Column("data", LargeBinary, nullable=False),
    Index("contributions_by_debate", "debate_id", "ordinal"),
    Index("contributions_by_sitting", "sitting_id", "ordinal"),
    Index("contributions_by_person", "person_id", "sitting_id", "debate_id"),
)

divisions = Table(
    "divisions",
    metadata,
    Column("id", String, primary_key=True),
    Column("sitting_id", String, ForeignKey("sittings.id"), nullable=False),
    Column("section_id", String, nullable=False),
    Column("debate_id", String),
    Column("ordinal", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Index("divisions_by_debate", "debate_id", "ordinal"),
    Index("divisions_by_sitting", "sitting_id"),
)

stamps = Table(
    "stamps",
    metadata,
    Column("sitting_id", String, ForeignKey("sittings.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("section_id", String, nullable=False),
    Column("debate_id", String),
    Column("time", String, nullable=False),
)
