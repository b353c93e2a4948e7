"""Where a reference leads, and the reference of a contribution.

A column is looked up by House, day and number; a volume is compared, never needed. Where a source
marks only the column in which a contribution starts, whatever began before the column and may run
into it is listed too, as inferred: leaving it out would hide the words that a reader looks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, RowMapping, select

from ..errors import NotHeldError, UsageError
from ..model import CitedContribution, Contribution, ReadReference, ReferencePoint
from ..proceedings.citation import COMMITTEES, day_written
from ..proceedings.columns import Columns, number_of, written
from ..proceedings.references import Reference, read_reference
from ..store.roll import StoredRoll
from ..store.rows import ContributionCell, decode_contribution
from ..store.schema import contributions, sections, sittings
from .contributions import Reader
from .debates import resolve
from .numbered import ids_numbered

_EDITIONS = {"unknown": "an edition that its source does not name"}


def contribution_called(connection: Connection, roll: StoredRoll, asked: str) -> Contribution:
    """The contribution of an id, alias or permalink. UsageError for the id of a section or a division."""
    found = resolve(connection, asked)
    if found.kind != "contribution":
        raise UsageError(f"{asked} is a {found.kind}, not a contribution", remedy="name a contribution in it")
    reader = Reader(connection, roll)
    row = reader.rows([found.id])[found.id]
    return reader.contribution(row, reader.sections_around([row]))


def where(connection: Connection, roll: StoredRoll, text: str) -> ReadReference:
    """The contributions to which a reference leads, in the order of the record. UsageError for what is none."""
    reference = read_reference(text)
    warnings = [] if reference.house else ["the reference names no House: both were looked in"]
    if reference.number:
        found = [(one, False) for one in ids_numbered(connection, reference.number, reference.house, reference.date)]
    else:
        found = list(_by_column(connection, reference, warnings))
    if not found and not warnings:
        warnings.append("nothing stands there in what this archive holds")
    reader = Reader(connection, roll)
    rows = reader.rows([identity for identity, _ in found])
    tree = reader.sections_around(list(rows.values()))
    shown = tuple(
        CitedContribution(**reader.facts(rows[identity], tree), inferred=inferred) for identity, inferred in found
    )
    return ReadReference(text, _point(reference), shown, (*warnings, *_unsettled(shown, reference)))


def _by_column(connection: Connection, reference: Reference, warnings: list[str]) -> Iterator[tuple[str, bool]]:
    held = list(_sittings(connection, reference))
    if not held:
        what = reference.committee or {None: "either House", "lords": "the Lords"}.get(reference.house, "the Commons")
        assert reference.date is not None
        warnings.append(f"no sitting of {what} on {day_written(reference.date)} is held")
    for sitting in held:
        found = list(_standing(_spoken(connection, sitting["id"]), reference.columns))
        if found and reference.volume and sitting["volume"] and sitting["volume"] != reference.volume:
            warnings.append(f"the record says that {sitting['id']} is in volume {sitting['volume']}")
        yield from ((row["id"], inferred) for row, inferred in found)


def _sittings(connection: Connection, reference: Reference) -> Sequence[RowMapping]:
    query = select(sittings).where(sittings.c.date == reference.date, sittings.c.state == "held")
    if reference.house:
        query = query.where(sittings.c.house == reference.house)
    in_committee = sittings.c.chamber.in_(list(COMMITTEES))
    query = query.where(in_committee if reference.committee else ~in_committee).order_by(sittings.c.id)
    held = connection.execute(query).mappings().all()
    named = [sitting for sitting in held if reference.committee and _names(connection, sitting, reference.committee)]
    return named or held


def _names(connection: Connection, sitting: RowMapping, committee: str) -> bool:
    """Whether a sitting's headings name the bill of the committee that is cited."""
    wanted = {word for word in committee.casefold().split() if word not in ("public", "bill", "committee")}
    query = select(sections.c.title, sections.c.bill).where(sections.c.sitting_id == sitting["id"])
    titles = " ".join(f"{title} {bill or ''}" for title, bill in connection.execute(query)).casefold()
    return all(word in titles for word in wanted)


def _spoken(connection: Connection, sitting_id: str) -> list[tuple[RowMapping, ContributionCell]]:
    query = select(contributions).where(contributions.c.sitting_id == sitting_id).order_by(contributions.c.ordinal)
    return [(row, decode_contribution(row["data"])) for row in connection.execute(query).mappings()]


def _standing(
    spoken: Sequence[tuple[RowMapping, ContributionCell]], wanted: Sequence[Columns]
) -> Iterator[tuple[RowMapping, bool]]:
    """The contributions in the columns wanted, each with whether that is inferred."""
    starts = [number_of(cell.column) for _, cell in spoken]
    for place, (row, cell) in enumerate(spoken):
        start = starts[place]
        if start is None:
            continue
        if any(_marked(cell, columns) for columns in wanted):
            yield row, False
        elif cell.column_end is None and not any(p.column for p in cell.paragraphs):
            following = next((s.first for s in starts[place + 1 :] if s and s.part == start.part), start.first)
            if any(c.part == start.part and start.first < c.last and c.first <= following for c in wanted):
                yield row, True


def _marked(cell: ContributionCell, columns: Columns) -> bool:
    if columns.holds(cell.column) or any(columns.holds(p.column) for p in cell.paragraphs):
        return True
    start, end = number_of(cell.column), number_of(cell.column_end)
    if not start or not end or not start.part == end.part == columns.part:
        return False
    return start.first <= columns.last and columns.first <= end.first


def _point(reference: Reference) -> ReferencePoint:
    house = reference.house or "commons"
    spans = [(written(c.part, c.first, house), written(c.part, c.last, house)) for c in reference.columns]
    first, last = spans[0] if spans else (None, None)
    return ReferencePoint(
        house=reference.house,
        date=reference.date,
        volume=reference.volume,
        column=first,
        column_end=last if last != first else None,
        part=reference.columns[0].part if reference.columns else "",
        also=tuple(spans[1:]),
        committee=reference.committee,
        number=reference.number,
    )


def _unsettled(shown: Sequence[CitedContribution], reference: Reference) -> Iterator[str]:
    """What is not from the bound volume may change yet."""
    kinds = sorted({c.publication for c in shown} - {"bound", "historic"})
    if kinds:
        named = " and ".join(_EDITIONS.get(kind, f"the {kind} edition") for kind in kinds)
        if reference.number:
            yield f"the text is that of {named}: it may still be changed"
        else:
            yield f"the columns are those of {named}: text and columns may differ in the bound volume"


def cannot_be_cited(contribution: Contribution) -> NotHeldError:
    """Why a contribution has no reference."""
    return NotHeldError(
        f"no reference can be made for {contribution.id}: its source gives no column or number",
        remedy=f"cite its address instead: {contribution.source_url or contribution.permalink}",
    )
