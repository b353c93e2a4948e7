"""What questions to an unchanged record need not ask of it twice: persons, sections, sittings.

Each connection to the database keeps facts by the state of the record at which they were read. SQLite tells
whether anything was committed since by anybody else (`data_version`); what the connection itself commits
makes it forget (`database`). A transaction that writes remembers nothing, since what it reads may
be taken back. So nobody can be told what is no longer so.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

_KEY = "remembered"
_MOST = 20_000  # facts of one kind; then they are all forgotten


def remembered(connection: Connection, kind: str) -> dict[Any, Any]:
    """The facts of a kind that are known of the record as this connection sees it, to be added to."""
    if connection.get_execution_options().get("writes"):
        return {}
    version = connection.exec_driver_sql("PRAGMA data_version").scalar()
    known, kinds = connection.info.get(_KEY, (None, {}))
    if known != version:
        kinds = {}
        connection.info[_KEY] = version, kinds
    facts: dict[Any, Any] = kinds.setdefault(kind, {})
    if len(facts) > _MOST:
        facts.clear()
    return facts


def forget(connection: Connection) -> None:
    """The record is about to be another."""
    connection.info.pop(_KEY, None)
