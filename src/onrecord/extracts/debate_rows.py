"""Rows of debates as lists and excerpts take them, by the shortest way.

A member may have spoken in thousands of debates and a page shows ten, newest first. A sitting's id tells its
chamber and day (`store.told`), so how many debates there are, and in which sittings the ten of a page stand, is told by
one walk through an index; only those sittings are looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection

from ..store.asking import Row, asked, named_rows_with

_DEBATES = (
    "SELECT sections.*, sittings.date, sittings.chamber, sittings.house"
    " FROM sections JOIN sittings ON sittings.id = sections.sitting_id WHERE sections.debate_id = sections.id"
)
_SPOKE = (
    "SELECT sitting_id, count(DISTINCT debate_id) FROM contributions"
    " WHERE person_id = ? AND debate_id IS NOT NULL GROUP BY sitting_id ORDER BY sitting_id"
)
_OF_SITTING = (
    "SELECT DISTINCT debate_id FROM contributions WHERE person_id = ? AND debate_id IS NOT NULL AND sitting_id"
)


def debate_rows(connection: Connection, ids: Sequence[str]) -> list[Row]:
    """The rows of these debates, in no order."""
    return [_dated(row) for row in named_rows_with(connection, f"{_DEBATES} AND sections.id", ids)]


def newest_debates(connection: Connection, person_id: str, start: int, number: int) -> tuple[int, list[Row]]:
    """In how many debates a person spoke, and so many of them from `start` on, the newest first."""
    counted = asked(connection, _SPOKE, (person_id,))  # by chamber
    counted.sort(key=_day, reverse=True)
    wanted, passed, skipped = list[str](), 0, 0
    for sitting, debates in counted:
        if passed + debates <= start:
            skipped += debates
        elif passed < start + number:
            wanted.append(sitting)
        passed += debates
    rows = _in_sittings(connection, person_id, wanted)
    return passed, rows[start - skipped : start - skipped + number]


def _in_sittings(connection: Connection, person_id: str, wanted: Sequence[str]) -> list[Row]:
    these = f"{_OF_SITTING} IN ({','.join('?' * len(wanted))})"
    spoke = [identity for (identity,) in asked(connection, these, (person_id, *wanted))]
    rows = debate_rows(connection, spoke)
    rows.sort(key=lambda row: (wanted.index(row["sitting_id"]), -row["ordinal"]))
    return rows


def _day(counted: tuple[str, int]) -> str:
    return counted[0][-10:]


def _dated(row: Row) -> Row:
    return {**row, "date": date.fromisoformat(row["date"])}
