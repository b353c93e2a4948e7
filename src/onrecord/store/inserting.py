"""Many rows at once, by the shortest way: a day has thousands, and each passes through here.

Cells are what the driver stores (days as text, yes and no as such), so nothing is converted, and all rows of a
table go to the driver in one call. One statement for many rows would be slower: SQLite keeps a journal for each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table


def insert_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that have the same columns, each by its name."""
    if rows:
        columns = ", ".join(f'"{name}"' for name in rows[0])
        sql = f"INSERT INTO {table.name} ({columns}) VALUES ({', '.join('?' * len(rows[0]))})"
        connection.exec_driver_sql(sql, list(map(itemgetter(*rows[0]), rows)))
