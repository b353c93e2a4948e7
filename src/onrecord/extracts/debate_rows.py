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
from .places import Asked, Place, newest_first, read_place

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


def debate_place(row: Row) -> Place:
    """The place of a debate in a list whose newest day comes first, and of a day the last debate."""
    return newest_first(row["date"]), row["sitting_id"], -row["ordinal"]


def newest_debates(connection: Connection, person_id: str, page: Asked) -> tuple[int, list[Row]]:
    """In how many debates a person spoke, and a page of them with one more, if one follows, the newest first."""
    counted = asked(connection, _SPOKE, (person_id,))  # by chamber
    counted.sort(key=_day, reverse=True)
    start = _start(connection, person_id, counted, page)
    wanted, passed, skipped = list[str](), 0, 0
    for sitting, debates in counted:
        if passed + debates <= start:
            skipped += debates
        elif passed <= start + page.per_page:
            wanted.append(sitting)
        passed += debates
    rows = _in_sittings(connection, person_id, wanted)
    return passed, rows[start - skipped :][: page.per_page + 1]


def _start(connection: Connection, person_id: str, counted: Sequence[tuple[str, int]], page: Asked) -> int:
    """How many debates stand before the page."""
    if not page.cursor:
        return (page.page - 1) * page.per_page
    after = read_place(page.cursor, (0, "", 0))
    before = sum(debates for sitting, debates in counted if (newest_first(_day((sitting, 0))), sitting) < after[:2])
    return before + sum(debate_place(row) <= after for row in _in_sittings(connection, person_id, [str(after[1])]))


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
