"""Whatever bears a number: written questions and answers by UIN, statements by reference.

Numbers restart each session, so a bare number may mean several; with its House and day it
means one question with its answers, or one statement. A written answer stands under the question
that it answers, whether or not its source repeats the number there.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, RowMapping, select

from ..errors import NotHeldError
from ..model import Numbered
from ..store.roll import StoredRoll
from ..store.schema import contributions, numbers, sittings
from .contributions import Reader


def numbered(connection: Connection, roll: StoredRoll, number: str, house: str | None, day: date | None) -> Numbered:
    """Everything with this number, newest first. NotHeldError for nothing."""
    reader = Reader(connection, roll)
    ids = ids_numbered(connection, number.upper(), house, day, newest_first=True)
    rows = reader.rows(ids)
    if not rows:
        raise NotHeldError(f"nothing that is held has the number {number}", remedy="see /coverage for what is held")
    tree = reader.sections_around(list(rows.values()))
    return Numbered(number.upper(), tuple(reader.contribution(rows[one], tree) for one in ids))


def ids_numbered(
    connection: Connection, number: str, house: str | None, day: date | None, *, newest_first: bool = False
) -> list[str]:
    """The contributions that bear a number, and the answers under them: by day, then in the order of the record."""
    query = (
        select(contributions, sittings.c.date, sittings.c.chamber)
        .join(numbers, numbers.c.contribution_id == contributions.c.id)
        .join(sittings, sittings.c.id == contributions.c.sitting_id)
        .where(numbers.c.number == number)
        .order_by(sittings.c.date.desc() if newest_first else sittings.c.date, sittings.c.id, contributions.c.ordinal)
    )
    if house:
        query = query.where(sittings.c.house == house)
    if day:
        query = query.where(sittings.c.date == day)
    found = connection.execute(query).mappings().all()
    answers = _answers(connection, [row for row in found if row["chamber"] == "written-answers"])
    return list(dict.fromkeys(one for row in found for one in (row["id"], *answers.get(row["section_id"], ()))))


def _answers(connection: Connection, questions: Sequence[RowMapping]) -> dict[str, list[str]]:
    """The written answers that stand under the same headings, by heading."""
    query = (
        select(contributions.c.id, contributions.c.section_id)
        .where(
            contributions.c.debate_id.in_({row["debate_id"] for row in questions}),
            contributions.c.section_id.in_({row["section_id"] for row in questions}),
            contributions.c.kind == "written-answer",
        )
        .order_by(contributions.c.sitting_id, contributions.c.ordinal)
    )
    answers: dict[str, list[str]] = {}
    for identity, section in connection.execute(query) if questions else ():
        answers.setdefault(section, []).append(identity)
    return answers
