"""The coverage ledger: what is held, from which file and since when, and what is known and not held.

What should be held is told by the services' calendars and by gaps between what is held.
Words that are not speech are counted by sitting; what a file of several sittings has beside
them (its front matter, a service's own words) is told once for the file, with its sources.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec
from sqlalchemy import Connection, RowMapping, select

from ..model import Gap, HeldSitting, HeldSource, KnownDay, Ledger, Refused
from ..store.schema import documents, editions, expected_sittings, sittings
from .gaps import gaps
from .places import Asked, Place, newest_first, paged
from .refused import refused
from .sitting_filters import SittingFilters
from .volumes import volumes


def ledger(connection: Connection, chosen: SittingFilters, asked: Asked | None = None) -> Ledger:
    """Every sitting meant, newest first, or a page of them; totals and gaps are of all of these."""
    query = chosen.narrow(select(sittings)).order_by(sittings.c.date.desc(), sittings.c.chamber)
    rows = connection.execute(query).mappings().all()
    sources, buckets, warnings = _sources(connection, {row["id"] for row in rows})
    held = tuple(_held(row, sources[row["id"]], buckets[row["id"]], warnings[row["id"]]) for row in rows)
    missing = tuple(_missing(connection, chosen, {(s.house, s.chamber, s.date) for s in held}))
    listed = tuple(sorted((*held, *missing), key=_place))
    found = gaps(connection, held, openings=chosen.days()[0] == date.min)  # what is before that day may be held
    unread = refused(connection) if chosen == SittingFilters() else ()
    totals = _totals(listed, found) | _refused(unread)
    whole = Ledger(listed, totals, found, volumes(held), unread, len(listed), page=1, pages=1)
    if asked is None:
        return whole
    shown, following = paged(listed, asked, _place)
    return msgspec.structs.replace(
        whole, sittings=shown, page=asked.number, pages=asked.pages(len(listed)), next=following
    )


def _refused(unread: Sequence[Refused]) -> dict[str, int]:
    return {"refused": len(unread)} if unread else {}


def _place(sitting: HeldSitting) -> Place:
    return newest_first(sitting.date), sitting.chamber, sitting.house


def _held(
    row: RowMapping, sources: Sequence[HeldSource], buckets: Mapping[str, int], warnings: Sequence[str]
) -> HeldSitting:
    return HeldSitting(
        id=row["id"],
        house=row["house"],
        chamber=row["chamber"],
        date=row["date"],
        volume=row["volume"],
        contributions=row["contributions"],
        words=row["words"],
        unresolved_speakers=row["unresolved"],
        divisions=row["divisions"],
        columns=(row["first_column"], row["last_column"]) if row["first_column"] else None,
        sources=tuple(sources),
        revision=row["revision"],
        state=row["state"],
        buckets=dict(buckets),
        warnings=tuple(warnings),
        first_seen=min((s.first_seen for s in sources), default=None),
        last_checked=max((s.last_checked for s in sources), default=None),
        last_changed=max((s.first_seen for s in sources), default=None),
    )


def days_known(connection: Connection, house: str | None) -> tuple[KnownDay, ...]:
    """Every day of which a sitting is held, or known to have been; the earliest first."""
    query = select(sittings.c.date, sittings.c.house, sittings.c.chamber, sittings.c.state)
    rows = connection.execute(query.where(sittings.c.house == house) if house else query).all()
    held = Counter(row.date for row in rows if row.state == "held")
    missing = Counter(row.date for row in rows if row.state != "held")
    known = {(row.house, row.chamber, row.date) for row in rows}
    missing.update(one.date for one in _missing(connection, SittingFilters(house=house), known))
    return tuple(KnownDay(day, held[day], missing[day]) for day in sorted({*held, *missing}))


def _missing(
    connection: Connection, chosen: SittingFilters, held: Collection[tuple[str, str, date]]
) -> Iterator[HeldSitting]:
    """Sittings that a calendar knows to have been, and of which nothing is held."""
    query = select(expected_sittings).order_by(expected_sittings.c.date, expected_sittings.c.source)
    told: set[tuple[str, str, date]] = set(held)
    for row in connection.execute(query).mappings():
        key = row["house"], row["chamber"], row["date"]
        if key in told or not chosen.admit(*key) or row["date"].isoformat() > row["last_checked"][:10]:
            continue
        told.add(key)
        yield HeldSitting(
            id=f"{row['chamber']}/{row['date'].isoformat()}",
            house=row["house"],
            chamber=row["chamber"],
            date=row["date"],
            volume=None,
            contributions=0,
            words=0,
            unresolved_speakers=0,
            divisions=0,
            columns=None,
            sources=(),
            revision=0,
            state="missing",
            buckets={},
            warnings=(f"known from {row['source']}",),
            last_checked=row["last_checked"],
        )


def _sources(
    connection: Connection, wanted: set[str]
) -> tuple[dict[str, list[HeldSource]], dict[str, Counter[str]], dict[str, list[str]]]:
    query = select(
        editions.c.sitting_id, editions.c.edition, editions.c.leading, editions.c.buckets.label("own"), documents
    ).join(documents, documents.c.sha256 == editions.c.sha256)
    order = query.order_by(editions.c.sitting_id, editions.c.leading.desc(), editions.c.edition.desc())
    rows = connection.execute(order).mappings().all()
    shared = _shared(rows)
    sources: dict[str, list[HeldSource]] = defaultdict(list)
    warnings: dict[str, list[str]] = defaultdict(list)
    buckets: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row["sitting_id"] in wanted:
            sources[row["sitting_id"]].append(_source(row, shared))
            if row["leading"]:
                warnings[row["sitting_id"]] += msgspec.json.decode(row["warnings"])
                buckets[row["sitting_id"]].update(_own(row))
    return sources, buckets, warnings


def _source(row: RowMapping, shared: Mapping[str, dict[str, int]]) -> HeldSource:
    return HeldSource(
        row["format"],
        row["sha256"],
        row["first_seen"],
        row["last_checked"],
        row["path"],
        row["edition"],
        shared[row["sha256"]],
    )


def _own(row: RowMapping) -> dict[str, int]:
    """The words of one sitting in one file that are not speech: the file's, where it has no other sitting."""
    counted = row["own"] or (row["buckets"] if row["sittings"] == 1 else "{}")
    return dict(msgspec.json.decode(counted))


def _shared(rows: Iterable[RowMapping]) -> dict[str, dict[str, int]]:
    """What is left of a file's words that are not speech once each of its sittings has its own."""
    left: dict[str, Counter[str]] = {}
    for row in rows:
        counted = left.setdefault(row["sha256"], Counter(msgspec.json.decode(row["buckets"])))
        counted.subtract(_own(row))
    return {sha256: {name: words for name, words in counted.items() if words} for sha256, counted in left.items()}


def _totals(held: tuple[HeldSitting, ...], found: tuple[Gap, ...]) -> dict[str, int]:
    return {
        "sittings": sum(s.state == "held" for s in held),
        "missing": sum(s.state == "missing" for s in held),
        "superseded": sum(s.state == "superseded" for s in held),
        "gaps": sum(gap.firm for gap in found),
        "contributions": sum(s.contributions for s in held),
        "words": sum(s.words for s in held),
        "unresolved_speakers": sum(s.unresolved_speakers for s in held),
        "divisions": sum(s.divisions for s in held),
    }
