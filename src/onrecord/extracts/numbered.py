"""Whatever bears a number: written questions and answers by UIN, statements by reference.

Numbers restart each session, so a bare number may mean several; with its House and day it
means one question with its answers, or one statement.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from ..errors import NotHeldError
from ..model import Numbered
from ..store.roll import StoredRoll
from ..store.schema import contributions, numbers, sittings
from .contributions import Reader


def numbered(connection: Connection, roll: StoredRoll, number: str, house: str | None, day: date | None) -> Numbered:
    """Everything with this number, newest first. NotHeldError for nothing."""
    query = (
        select(contributions.c.id)
        .join(numbers, numbers.c.contribution_id == contributions.c.id)
        .join(sittings, sittings.c.id == contributions.c.sitting_id)
        .where(numbers.c.number == number.upper())
        .order_by(sittings.c.date.desc(), sittings.c.id, contributions.c.ordinal)
    )
    if house:
        query = query.where(sittings.c.house == house)
    if day:
        query = query.where(sittings.c.date == day)
    reader = Reader(connection, roll)
    ids = connection.execute(query).scalars().all()
    rows = reader.rows(ids)
    if not rows:
        raise NotHeldError(f"nothing that is held has the number {number}", remedy="see /coverage for what is held")
    tree = reader.sections_around(list(rows.values()))
    return Numbered(number.upper(), tuple(reader.contribution(rows[one], tree) for one in ids))
