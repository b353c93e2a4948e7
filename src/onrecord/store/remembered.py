"""What questions to an unchanged record need not ask of it twice: persons, sections, sittings.

Each connection to the database keeps facts by the state of the record at which they were read. SQLite tells
whether anything was committed since by anybody else (`data_version`); what the connection itself commits
makes it forget (`database`). A transaction that writes remembers nothing, since what it reads may
be taken back; nor does the driver's own connection, which keeps nothing beside. So nobody can be
told what is no longer so.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from .asking import Asked, asked

if TYPE_CHECKING:
    from sqlalchemy import Connection

_KEY = "remembered"
_MOST = 20_000  # facts of one kind; then they are all forgotten


class _Known:
    """Facts by kind, the version of the database that they are of, and the transaction that last looked."""

    def __init__(self, version: int) -> None:
        self.version = version
        self.looked: object = None
        self.kinds: defaultdict[str, dict[Any, Any]] = defaultdict(dict)


def remembered(connection: Asked, kind: str) -> dict[Any, Any]:
    """The facts of a kind that are known of the record as this connection sees it, to be added to."""
    if isinstance(connection, sqlite3.Connection) or connection.get_execution_options().get("writes"):
        return {}
    facts = _known(connection).kinds[kind]
    if len(facts) > _MOST:
        facts.clear()
    return facts


def forget(connection: Connection) -> None:
    """The record is about to be another."""
    connection.info.pop(_KEY, None)


def _known(connection: Connection) -> _Known:
    """One transaction sees one state of the record, so it looks once."""
    known: _Known | None = connection.info.get(_KEY)
    transaction = connection.get_transaction()
    if known is not None and transaction is not None and known.looked is transaction:
        return known
    version = asked(connection, "PRAGMA data_version")[0][0]
    if known is None or known.version != version:
        known = connection.info[_KEY] = _Known(version)
    known.looked = connection.get_transaction()
    return known
