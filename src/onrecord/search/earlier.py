"""Whether words stood in an earlier edition of the record: a quotation may be true to what was then published."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from ..store.rows import decode_wording
from ..store.schema import revisions
from .quotation.judging import stands
from .quotation.quoted import Quotation
from .quotation.standing import Standing


def stood_in(connection: Connection, quotation: Quotation, ids: Sequence[str]) -> dict[str, int]:
    """For those of the contributions whose earlier wording has the quotation, the number of that revision."""
    query = select(revisions.c.contribution_id, revisions.c.number, revisions.c.data)
    query = query.where(revisions.c.contribution_id.in_(ids)).order_by(revisions.c.place)
    found: dict[str, int] = {}
    for identity, number, data in connection.execute(query):
        wording = Standing(identity, decode_wording(data).paragraphs)
        if any(place.fair for place in stands(quotation, wording)):
            found[identity] = number
    return found
