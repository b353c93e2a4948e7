"""Ids, addresses and marks: any name that a thing ever had leads to today's in one step."""

from __future__ import annotations

from sqlalchemy import Column, Index, String, Table

from .metadata import metadata

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

numbers = Table(
    "numbers",
    metadata,
    Column("number", String, primary_key=True),
    Column("contribution_id", String, primary_key=True),
    Column("sitting_id", String, nullable=False),
    Index("numbers_by_sitting", "sitting_id"),
    sqlite_with_rowid=False,
    comment="UINs and the numbers of statements: they restart each session, so one may lead to several",
)
