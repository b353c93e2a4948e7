"""What is left for people to decide: name lines that nobody could be told from, page by page."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, select

from ..model import OpenName, OpenNames
from ..store.schema import contributions, decisions, sittings
from .places import Asked, Place, newest_first, paged


def open_names(connection: Connection, asked: Asked) -> OpenNames:
    """Name lines that are not told, the newest sittings first."""
    told: Any = select(decisions, sittings.c.date).join(sittings, sittings.c.id == decisions.c.sitting_id)
    shown = decisions.c.contribution_id.in_(select(contributions.c.id))
    order = sittings.c.date.desc(), decisions.c.sitting_id, decisions.c.place
    rows = connection.execute(told.where(decisions.c.person_id.is_(None), shown).order_by(*order)).mappings().all()
    page, following = paged(rows, asked, _place)
    names = tuple(_open(row) for row in page)
    return OpenNames(len(rows), names, asked.number, asked.pages(len(rows)), following)


def _place(row: RowMapping) -> Place:
    day: date = row["date"]
    return newest_first(day), row["sitting_id"], row["place"]


def _open(row: RowMapping) -> OpenName:
    candidates = tuple(msgspec.json.decode(row["candidates"], type=list[str]))
    return OpenName(row["contribution_id"], row["sitting_id"], row["printed"], row["reason"] or "", candidates)
