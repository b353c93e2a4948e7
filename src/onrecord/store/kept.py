"""What a database holds that no file of the vault tells, and how the journal comes to know of it.

Most tables follow from the bytes. A few do not: under which name a file came and when,
which address a debate was given, what was decided and by whom, what a service told. Every
change to those is written into the journal before it is committed, by triggers on the
writing connection: whoever writes such a table need not think of it, and cannot forget it.
When a file was last looked at is not noted; that alone is lost with the database.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, Table

from .journal import Entry, Journal
from .schema import (
    acceptances,
    documents,
    expected_sittings,
    fetched,
    lists,
    origins,
    permalinks,
    refusals,
    removals,
    rulings,
    suppressions,
)

KEPT: dict[str, Table] = {
    str(table.name): table
    for table in (
        documents,
        lists,
        permalinks,
        suppressions,
        removals,
        acceptances,
        rulings,
        origins,
        expected_sittings,
        fetched,
        refusals,
    )
}
PARTLY = dict.fromkeys(("documents", "lists"), ("sha256", "path", "format", "first_seen", "last_checked"))
_NOT_WATCHED = "last_checked"


def columns_of(table: Table) -> tuple[str, ...]:
    """The columns of a table that the journal keeps."""
    return PARTLY.get(table.name, tuple(str(column.name) for column in table.columns))


def watch(connection: Connection) -> None:
    """Have every change to these tables noted, on this connection, until it is closed."""
    connection.exec_driver_sql("CREATE TEMP TABLE noted (entry TEXT NOT NULL)")
    for table in KEPT.values():
        put, take = _told(table, "put", "NEW", columns_of(table)), _told(table, "take", "OLD", _keys(table))
        watched = ", ".join(f'"{name}"' for name in columns_of(table) if name != _NOT_WATCHED)
        for event, said in (("INSERT", put), (f"UPDATE OF {watched}", put), ("DELETE", take)):
            name = f"{event.split()[0].lower()}_{table.name}"
            connection.exec_driver_sql(
                f"CREATE TEMP TRIGGER {name} AFTER {event} ON main.{table.name} "
                f"BEGIN INSERT INTO noted VALUES ({said}); END"
            )


def noted(connection: Connection) -> list[Entry]:
    """What has changed since this was last asked, in order."""
    entries = [msgspec.json.decode(row[0]) for row in connection.exec_driver_sql("SELECT entry FROM noted")]
    if entries:
        connection.exec_driver_sql("DELETE FROM noted")
    return entries


def told_by(entries: Iterable[Entry]) -> dict[str, dict[tuple[Any, ...], dict[str, Any]]]:
    """What each table holds after all these entries, by key, in the order in which it came."""
    state: dict[str, dict[tuple[Any, ...], dict[str, Any]]] = {name: {} for name in KEPT}
    for entry in entries:
        table = KEPT.get(str(entry.get("table")))
        row = entry.get("row")
        if table is None or not isinstance(row, dict):
            continue
        key = tuple(row.get(name) for name in _keys(table))
        if entry.get("what") == "put":
            state[table.name][key] = row
        elif entry.get("what") == "take":
            state[table.name].pop(key, None)
    return state


def put_back(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows as the journal tells them; columns that are not known any more are passed over."""
    known = [name for name in columns_of(table) if name in table.columns]
    marks = ", ".join("?" for _ in known)
    names = ", ".join(f'"{name}"' for name in known)
    values = [tuple(row.get(name) for name in known) for row in rows]
    if values:
        connection.exec_driver_sql(f"INSERT OR REPLACE INTO {table.name} ({names}) VALUES ({marks})", values)


def not_in_journal(connection: Connection, journal: Journal) -> list[Entry]:
    """What the journal should say and does not, so that it can be said now."""
    told = told_by(journal.entries())
    missing: list[Entry] = []
    for table in KEPT.values():
        held = {tuple(row[name] for name in _keys(table)): row for row in _rows(connection, table)}
        for key, row in held.items():
            known = told[table.name].get(key)
            if known is None or any(known.get(name) != row[name] for name in row if name != _NOT_WATCHED):
                missing.append({"what": "put", "table": str(table.name), "row": row})
    return missing


def only_in_journal(connection: Connection, journal: Journal) -> list[Entry]:
    """What the journal should take back: it was noted by a process that was killed before the record had it."""
    told = told_by(journal.entries())
    return [
        {"what": "take", "table": name, "row": dict(zip(_keys(table), key, strict=True))}
        for name, table in KEPT.items()
        for key in told[name].keys() - {tuple(row[k] for k in _keys(table)) for row in _rows(connection, table)}
    ]


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    names = columns_of(table)
    sql = f"SELECT {', '.join(_quoted(names))} FROM {table.name}"
    return [dict(zip(names, row, strict=True)) for row in connection.exec_driver_sql(sql)]


def _quoted(names: Iterable[str]) -> list[str]:
    return [f'"{name}"' for name in names]


def _keys(table: Table) -> tuple[str, ...]:
    return tuple(str(column.name) for column in table.primary_key)


def _told(table: Table, what: str, row: str, names: Iterable[str]) -> str:
    told = ", ".join(f"'{name}', {row}.\"{name}\"" for name in names)
    return f"json_object('what', '{what}', 'table', '{table.name}', 'row', json_object({told}))"
