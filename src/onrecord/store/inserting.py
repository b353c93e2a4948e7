"""Many rows at once, by the shortest way: a day has thousands, and each passes through here.

Cells are what the driver stores (days as text, yes and no as such), so nothing is converted, and all rows of a
table go to the driver in one call.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert


def insert_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that have the same columns, each by its name."""
    if rows:
        sql, columns = _insert_into(table, tuple(rows[0]), connection.dialect)
        connection.exec_driver_sql(sql, list(map(itemgetter(*columns), rows)))


@lru_cache(maxsize=32)
def _insert_into(table: Table, columns: tuple[str, ...], dialect: Dialect) -> tuple[str, tuple[str, ...]]:
    statement = insert(table).compile(dialect=dialect, column_keys=list(columns))
    assert statement.positiontup is not None
    return str(statement), tuple(statement.positiontup)
