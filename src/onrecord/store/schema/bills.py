"""What the Bills service says of bills, beside what the record shows of them."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from .metadata import metadata

bill_facts = Table(
    "bill_facts",
    metadata,
    Column("bill_id", Integer, primary_key=True, comment="the service's number"),
    Column("part", String, primary_key=True, comment="the bill itself, or its stages"),
    Column("sha256", String(64), ForeignKey("documents.sha256"), primary_key=True),
    Column("edition", String, nullable=False, comment="the latest counts"),
    Column("title", Text),
    Column("former_title", Text),
    Column("data", LargeBinary, nullable=False),
)
