"""The list of corrections: what was said, what corrects it, and which could not be matched, with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, RowMapping, Select, select

from ..errors import UsageError
from ..model import Contribution, Correction, Corrections, CorrectionSide
from ..store.roll import StoredRoll
from ..store.schema import corrections, sittings
from .contributions import Reader
from .places import Asked, Place, newest_first, paged
from .sitting_filters import SittingFilters

STATUSES = ("linked", "unmatched", "possible")


def corrections_listed(
    connection: Connection,
    roll: StoredRoll,
    *,
    chosen: SittingFilters,
    status: str | None = None,
    asked: Asked,
) -> Corrections:
    """A page of the corrections made in these sittings, the newest first. `status`: one of STATUSES."""
    if status is not None and status not in STATUSES:
        raise UsageError(f"no such status as “{status}”", remedy=f"it is one of {', '.join(STATUSES)}")
    rows = connection.execute(_query(chosen, status)).mappings().all()
    shown, following = paged(rows, asked, _place)
    sides = _sides(Reader(connection, roll), shown)
    return Corrections(
        total=len(rows),
        page=asked.number,
        pages=asked.pages(len(rows)),
        corrections=tuple(_correction(row, sides) for row in shown),
        next=following,
    )


def _place(row: RowMapping) -> Place:
    return newest_first(row["day"]), row["sitting_id"], row["id"]


def _query(chosen: SittingFilters, status: str | None) -> Select[tuple[object, ...]]:
    query = select(corrections, sittings.c.date.label("day")).join(sittings, sittings.c.id == corrections.c.sitting_id)
    query = chosen.narrow(query)
    if status == "possible":
        query = query.where(corrections.c.status == "possible")
    elif status:
        known = corrections.c.target_id
        query = query.where(
            corrections.c.status != "possible", known.is_not(None) if status == "linked" else known.is_(None)
        )
    return query.order_by(sittings.c.date.desc(), corrections.c.sitting_id, corrections.c.id)


def _sides(reader: Reader, rows: Sequence[RowMapping]) -> dict[str, Contribution]:
    """The contributions on either side of these corrections, by id."""
    wanted = {row[side] for row in rows for side in ("contribution_id", "quoted_id", "target_id") if row[side]}
    found = reader.rows(sorted(wanted))
    tree = reader.sections_around(list(found.values()))
    return {identity: reader.contribution(row, tree) for identity, row in found.items()}


def _correction(row: RowMapping, sides: Mapping[str, Contribution]) -> Correction:
    status = "possible" if row["status"] == "possible" else "linked" if row["target_id"] else "unmatched"
    return Correction(
        status=status,
        by=_side(sides[row["contribution_id"]]),
        corrected=_side(sides[row["target_id"]]) if row["target_id"] in sides else None,
        quoted=row["quote"] or None,
        reference=row["reference"],
        basis=row["basis"],
        reason=row["reason"],
    )


def _side(contribution: Contribution) -> CorrectionSide:
    speaker = contribution.speaker
    return CorrectionSide(
        id=contribution.id,
        permalink=contribution.permalink,
        date=contribution.sitting.date,
        chamber=contribution.sitting.chamber,
        house=contribution.sitting.house,
        title=contribution.section.title,
        speaker=speaker.name if speaker else None,
        citation=contribution.citation,
        text=contribution.text,
    )
