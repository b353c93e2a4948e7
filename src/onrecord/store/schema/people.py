"""The roll as it is asked: persons, and the ids and names by which they are found."""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary, String, Table

from .metadata import metadata

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

seat_names = Table(
    "seat_names",
    metadata,
    Column("words", String, primary_key=True),
    Column("seat", String, nullable=False),
    sqlite_with_rowid=False,
    comment="other spellings of constituencies, in plain words, and the listed one",
)
