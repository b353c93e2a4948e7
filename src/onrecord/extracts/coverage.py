"""The ledger in figures, why speakers are unresolved, and what was taken back or corrected."""

from __future__ import annotations

from collections import Counter
from datetime import date

from sqlalchemy import Connection, RowMapping, func, select

from ..model import Coverage, Errata, Held, HeldSitting, SittingRef, UnresolvedReason, Withdrawn
from ..store.rows import decode_contribution
from ..store.schema import contributions, documents, gone, sections, sittings
from .debates import debate_query, refs
from .ledger import ledger
from .refused import refused
from .sitting_filters import SittingFilters

CORRECTIONS = 200


def coverage(connection: Connection) -> Coverage:
    """How much is held of each chamber, in each state, and why speakers are unresolved."""
    gaps = ledger(connection, SittingFilters()).gaps
    return Coverage(held(connection), _unresolved(connection), newest(connection), gaps, refused(connection))


def held(connection: Connection) -> tuple[Held, ...]:
    """How much is held of each chamber, in each state: sums, without a look at any contribution."""
    s = sittings.c
    sums = (func.sum(s.contributions), func.sum(s.words), func.sum(s.unresolved))
    query = select(s.house, s.chamber, s.state, func.count(), *sums, func.min(s.date), func.max(s.date))
    rows = connection.execute(query.group_by(s.house, s.chamber, s.state).order_by(s.house, s.chamber, s.state))
    return tuple(Held(*row) for row in rows)


def newest_sittings(connection: Connection, number: int) -> tuple[HeldSitting, ...]:
    """The newest sittings held, whatever else the ledger lists."""
    held = select(sittings.c.date).where(sittings.c.state == "held").order_by(sittings.c.date.desc()).limit(number)
    days = connection.execute(held).scalars().all()
    if not days:
        return ()
    rows = [one for one in ledger(connection, SittingFilters(days[-1], days[0])).sittings if one.state == "held"]
    return tuple(sorted(rows, key=lambda s: (-s.date.toordinal(), s.house, s.chamber))[:number])


def newest(connection: Connection) -> date | None:
    """The day of the newest sitting held."""
    query = select(func.max(sittings.c.date)).where(sittings.c.state == "held")
    found: date | None = connection.execute(query).scalar_one()
    return found


def _unresolved(connection: Connection) -> tuple[UnresolvedReason, ...]:
    nobody = contributions.c.person_id.is_(None)  # the index knows these; a voice alone it does not
    cells = select(contributions.c.data).where(nobody, contributions.c.voice.startswith("name:"))
    reasons = Counter(
        decode_contribution(data).unresolved or "not told" for data in connection.execute(cells).scalars()
    )
    return tuple(UnresolvedReason(reason, number) for reason, number in reasons.most_common())


def errata(connection: Connection) -> Errata:
    """What was taken back, and the corrections that the record prints, newest first."""
    query = debate_query.where(sittings.c.chamber == "corrections").order_by(sittings.c.date.desc(), sections.c.ordinal)
    corrections = refs(connection.execute(query.limit(CORRECTIONS)).mappings().all())
    return Errata(_gone(connection), corrections)


def _gone(connection: Connection) -> tuple[Withdrawn, ...]:
    stood = select(gone, documents.c.first_seen, sittings.c.house, sittings.c.chamber, sittings.c.date)
    stood = stood.outerjoin(documents, documents.c.sha256 == gone.c.since_sha256)
    stood = stood.outerjoin(sittings, sittings.c.id == gone.c.sitting_id)
    told = [_withdrawn(row) for row in connection.execute(stood.order_by(gone.c.id)).mappings()]
    return tuple(sorted(told, key=lambda one: one.since or "", reverse=True))


def _withdrawn(row: RowMapping) -> Withdrawn:
    sitting = SittingRef(row["house"], row["chamber"], row["date"]) if row["date"] else None
    since = row["since"] or row["first_seen"]
    return Withdrawn(row["id"], row["why"], since, row["reason"], None, row["kind"], sitting)
