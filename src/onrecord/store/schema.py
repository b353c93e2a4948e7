"""The tables of the record, and why each exists.

Bytes first: `documents` and `lists` name the files in the vault, and every other table
can be made again from them. What one needs to choose and to window contributions stands
in columns; what one needs only to show them stands in one JSON `data` cell, so that an
excerpt reads ten rows and not ten thousand. Aliases are flat: any id a thing ever had
leads to today's in one step, however often a source renumbered.

Changes to these tables come with a migration in `migrations/versions`.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

HEAD = "0001"

metadata = MetaData()

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
    comment="which file says what about which sitting; `leading` is the one shown as the record",
)

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
    Index("contributions_by_person", "person_id", "debate_id"),
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

aliases = Table(
    "aliases",
    metadata,
    Column("alias", String, primary_key=True),
    Column("target", String, nullable=False),
    Column("kind", String, nullable=False, comment="contribution, section or division"),
    Column("sitting_id", String, nullable=False),
    Index("aliases_by_sitting", "sitting_id"),
    sqlite_with_rowid=False,
    comment="every id and number that a thing has or ever had, to today's in one step",
)

permalinks = Table(
    "permalinks",
    metadata,
    Column("path", String, primary_key=True),
    Column("section_id", String, nullable=False),
    Index("permalinks_by_section", "section_id"),
    comment="addresses are given once and never renumbered",
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

marks = Table(
    "marks",
    metadata,
    Column("key", String, primary_key=True),
    Column("sitting_id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("house", String, nullable=False),
    Index("marks_by_sitting", "sitting_id"),
    sqlite_with_rowid=False,
    comment="which ids each sitting names: what it tells of them, and what a change of the roll touches",
)

persons = Table(
    "persons",
    metadata,
    Column("person_id", String, primary_key=True),
    Column("slug", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

person_keys = Table(
    "person_keys",
    metadata,
    Column("key", String, primary_key=True),
    Column("person_id", String, nullable=False),
    Index("keys_by_person", "person_id"),
    sqlite_with_rowid=False,
)

person_names = Table(
    "person_names",
    metadata,
    Column("folded", String, primary_key=True),
    Column("person_id", String, primary_key=True),
    Index("names_by_person", "person_id"),
    sqlite_with_rowid=False,
)
