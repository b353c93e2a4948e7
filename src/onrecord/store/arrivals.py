"""Writing down what the services told: where bytes came from, which sittings there are, what did not come.

None of it is part of the record. It says how the record came here, and what is wanting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import msgspec
from sqlalchemy import Connection, Table, delete, update
from sqlalchemy.dialects.sqlite import insert

from .clock import now
from .schema import documents, expected_sittings, fetched, lists, origins


def note_origins(connection: Connection, came: Iterable[tuple[str, str, str]]) -> None:
    """Note for each file (its place beside the archive, and its sha256) from which address it came."""
    moment, came = now(), list(came)
    for url, sha256, place in came:  # the place is about to go; the address is what it is known by
        lay_there = (documents.c.sha256 == sha256) & (documents.c.path == place)
        connection.execute(update(documents).where(lay_there).values(path=url))
        lay_there = (lists.c.sha256 == sha256) & (lists.c.path == place)  # a list's name says of which day it is
        connection.execute(update(lists).where(lay_there).values(path=Path(place).name))
    rows: list[dict[str, object]] = [
        {"url": url, "sha256": sha256, "first_seen": moment, "last_checked": moment}
        for url, sha256, _ in dict.fromkeys(came)
    ]
    _put(connection, origins, rows, ("last_checked",))


def note_expected(connection: Connection, source: str, house: str, sittings: Iterable[tuple[str, date]]) -> None:
    """Note that a service says that these chambers sat on these days."""
    rows = [
        {"chamber": chamber, "date": day, "source": source, "house": house, "last_checked": now()}
        for chamber, day in dict.fromkeys(sittings)
    ]
    _put(connection, expected_sittings, rows, ("last_checked",))


def forget_expected(connection: Connection, source: str, house: str, start: date, end: date) -> None:
    """Take back what a service's calendar said of a House from `start` to `end`: it is about to say it anew."""
    calendar = (expected_sittings.c.house == house) & (expected_sittings.c.chamber == f"{house}-chamber")
    told = (expected_sittings.c.source == source) & calendar
    connection.execute(delete(expected_sittings).where(told & expected_sittings.c.date.between(start, end)))


def note_fetched(connection: Connection, unit: str, failed: Sequence[str]) -> None:
    """Note that a unit of work was fetched, but for these addresses."""
    row: dict[str, object] = {"unit": unit, "failed": msgspec.json.encode(failed).decode(), "last_checked": now()}
    _put(connection, fetched, [row], ("failed", "last_checked"))


def _put(connection: Connection, table: Table, rows: list[dict[str, object]], renewed: tuple[str, ...]) -> None:
    if rows:
        statement = insert(table)
        changes = {name: statement.excluded[name] for name in renewed}
        connection.execute(statement.on_conflict_do_update(index_elements=[*table.primary_key], set_=changes), rows)
