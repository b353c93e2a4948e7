"""Rows by the shortest way: the statement is text, the driver answers, and nothing stands between.

A page of twenty hits takes five statements. Building each, learning the types of its columns and
wrapping its rows costs several times what the database needs, so the questions that are asked most
come here. Nothing is converted: days stay text, yes and no stay 1 and 0. Keys are put to the database
in lots, since it takes no more than so many values at a time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:  # whoever only asks is spared what takes longer to import than a day to index
    from sqlalchemy import Connection, RowMapping

Row: TypeAlias = "RowMapping | dict[str, Any]"
Asked: TypeAlias = "Connection | sqlite3.Connection"  # SQLAlchemy's, or the driver's own

FILE = "record.sqlite"
_LOT = 500


def alone(archive: Path) -> sqlite3.Connection:
    """The driver's own connection to an archive that another process has open: to read only, in transactions begun by
    whoever asks."""
    place = (archive / FILE).absolute().as_uri()
    return sqlite3.connect(f"{place}?mode=ro", uri=True, isolation_level=None, timeout=60)


def asked(connection: Asked, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
    """The rows that a statement finds, in the connection's transaction."""
    return _cursor(connection, statement, values).fetchall()  # type: ignore[no-any-return]  # the driver is not typed


def each(connection: Asked, statement: str) -> Iterator[tuple[Any, ...]]:
    """The same rows one by one: for what is too much to lie ready all at once."""
    yield from _cursor(connection, statement, ())


def rows_with(connection: Asked, statement: str, keys: Sequence[str]) -> list[tuple[Any, ...]]:
    """What a statement that ends in a column's name finds for these keys of it, however many."""
    return [row for lot in lots(keys) for row in asked(connection, _among(statement, lot), lot)]


def named_rows_with(connection: Asked, statement: str, keys: Sequence[str]) -> list[Row]:
    """The same, each row's values by the names of their columns."""
    found: list[Row] = []
    for lot in lots(keys):
        cursor = _cursor(connection, _among(statement, lot), lot)
        names = [column[0] for column in cursor.description]
        found += [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return found


def lots(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    """These keys, no more at a time than one statement takes."""
    return (keys[start : start + _LOT] for start in range(0, len(keys), _LOT))


def _among(statement: str, keys: Sequence[str]) -> str:
    return f"{statement} IN ({','.join('?' * len(keys))})"


def _cursor(connection: Asked, statement: str, values: Sequence[object]) -> Any:
    if isinstance(connection, sqlite3.Connection):
        return connection.execute(statement, values)
    if not connection.in_transaction():
        connection.begin()
    driver = connection.connection.driver_connection
    assert driver is not None
    return driver.execute(statement, values)
