"""Divisions by themselves: in a list, newest first, and one whole with its debate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, Row, RowMapping, select

from ..errors import NotHeldError
from ..model import DebateRef, DivisionRef, Divisions, DivisionWhole
from ..store.roll import StoredRoll
from ..store.rows import decode_division
from ..store.schema import divisions, sections, sittings
from .contributions import Reader
from .debates import debate_query, read_division, refs, resolve
from .places import Asked, Place, newest_first, paged


def division_list(
    connection: Connection, start: date | None, end: date | None, house: str | None, asked: Asked
) -> Divisions:
    """One page of the divisions between two days."""
    joined = divisions.join(sittings, sittings.c.id == divisions.c.sitting_id)
    wheres = []
    if start:
        wheres.append(sittings.c.date >= start)
    if end:
        wheres.append(sittings.c.date <= end)
    if house:
        wheres.append(sittings.c.house == house)
    columns = (divisions.c.id, sittings.c.date, sittings.c.house, divisions.c.ordinal)
    listed = sorted(connection.execute(select(*columns).select_from(joined).where(*wheres)).all(), key=_place)
    shown, following = paged(listed, asked, _place)
    query = select(divisions, sittings.c.date, sittings.c.house, sittings.c.chamber).select_from(joined)
    found = connection.execute(query.where(divisions.c.id.in_([row.id for row in shown]))).mappings()
    rows = {row["id"]: row for row in found}
    refs_shown = _refs(connection, [rows[row.id] for row in shown])
    return Divisions(len(listed), asked.number, asked.pages(len(listed)), refs_shown, following)


def _place(row: Row[str, date, str, int]) -> Place:
    """Newest first, the Commons before the Lords, and the last division of a day before the others."""
    identity, day, house, ordinal = row
    return newest_first(day), house, -ordinal, identity


def _refs(connection: Connection, rows: Sequence[RowMapping]) -> tuple[DivisionRef, ...]:
    debates = _debates(connection, [row["debate_id"] for row in rows if row["debate_id"]])
    return tuple(
        DivisionRef(
            id=row["id"],
            number=(cell := decode_division(row["data"])).number,
            date=row["date"],
            house=row["house"],
            chamber=row["chamber"],
            counts=cell.counts,
            debate=debates.get(row["debate_id"]),
        )
        for row in rows
    )


def _debates(connection: Connection, ids: Sequence[str]) -> dict[str, DebateRef]:
    found = refs(connection.execute(debate_query.where(sections.c.id.in_(set(ids)))).mappings().all())
    return {ref.id: ref for ref in found}


def division(connection: Connection, roll: StoredRoll, asked: str) -> DivisionWhole:
    """One division, by any id that it has or had. NotHeldError for what is no division."""
    found = resolve(connection, asked)
    if found.kind != "division":
        raise NotHeldError(f"{asked} is no division", remedy="see the divisions that are held, under /divisions")
    row = connection.execute(select(divisions).where(divisions.c.id == found.id)).mappings().one()
    reader = Reader(connection, roll)
    debates = _debates(connection, [row["debate_id"]] if row["debate_id"] else [])
    sitting, _ = reader.sitting(row["sitting_id"])
    return DivisionWhole(read_division(row, reader), sitting, debates.get(row["debate_id"]))
