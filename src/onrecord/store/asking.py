"""Rows by their keys, by the shortest way: the statement is text, and the driver does the rest.

For a page of twenty hits, building a statement and learning the types of its columns costs three times
what the database needs. Nothing is converted: days stay text, yes and no stay 1 and 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, RowMapping


def rows_with(connection: Connection, asked: str, keys: Sequence[str]) -> Sequence[Any]:
    """What a statement that ends in a column's name finds for these keys of it."""
    return _asked(connection, asked, keys).all()


def named_rows_with(connection: Connection, asked: str, keys: Sequence[str]) -> Sequence[RowMapping]:
    """The same, each row's values by the names of their columns."""
    return _asked(connection, asked, keys).mappings().all()


def _asked(connection: Connection, asked: str, keys: Sequence[str]) -> CursorResult[Any]:
    return connection.exec_driver_sql(f"{asked} IN ({','.join('?' * len(keys))})", tuple(keys))
