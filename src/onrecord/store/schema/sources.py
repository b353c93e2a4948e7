"""What the official services told: where bytes came from, on which days a House sat, what was not to be had."""

from __future__ import annotations

from sqlalchemy import Column, Date, String, Table, Text

from .metadata import metadata

origins = Table(
    "origins",
    metadata,
    Column("url", Text, primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("first_seen", String, nullable=False),
    Column("last_checked", String, nullable=False),
    comment="from which address a file of the vault came, and when it last stood there",
)

expected_sittings = Table(
    "expected_sittings",
    metadata,
    Column("house", String, primary_key=True),
    Column("chamber", String, primary_key=True),
    Column("date", Date, primary_key=True),
    Column("source", String, primary_key=True, comment="the service whose calendar says so"),
    Column("last_checked", String, nullable=False),
    comment="sittings that a calendar or a list of the day's sections says there are",
)

fetched = Table(
    "fetched",
    metadata,
    Column("unit", String, primary_key=True, comment="service/house/day, and the chamber where only one was asked for"),
    Column("failed", Text, nullable=False, comment="the addresses that gave nothing, as a JSON list"),
    Column("last_checked", String, nullable=False),
    comment="what was fetched when, and what of it is wanting",
)
