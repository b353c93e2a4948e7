"""The coverage ledger: what is held, from which file, and since when."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import msgspec
from sqlalchemy import Connection, select

from ..model import HeldSitting, HeldSource, Ledger
from ..store.schema import documents, editions, sittings


def ledger(connection: Connection, start: date | None, end: date | None, house: str | None) -> Ledger:
    """Every sitting held between two days, newest first."""
    query = select(sittings).order_by(sittings.c.date.desc(), sittings.c.chamber)
    if start:
        query = query.where(sittings.c.date >= start)
    if end:
        query = query.where(sittings.c.date <= end)
    if house:
        query = query.where(sittings.c.house == house)
    rows = connection.execute(query).mappings().all()
    sources, buckets, warnings = _sources(connection, {row["id"] for row in rows})
    held = tuple(
        HeldSitting(
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
            sources=tuple(sources[row["id"]]),
            revision=row["revision"],
            state=row["state"],
            buckets=dict(buckets[row["id"]]),
            warnings=tuple(warnings[row["id"]]),
        )
        for row in rows
    )
    return Ledger(held, _totals(held))


def _sources(
    connection: Connection, wanted: set[str]
) -> tuple[dict[str, list[HeldSource]], dict[str, dict[str, int]], dict[str, list[str]]]:
    query = select(editions.c.sitting_id, editions.c.edition, editions.c.leading, documents).join(
        documents, documents.c.sha256 == editions.c.sha256
    )
    order = query.order_by(editions.c.sitting_id, editions.c.leading.desc(), editions.c.edition.desc())
    sources: dict[str, list[HeldSource]] = defaultdict(list)
    warnings: dict[str, list[str]] = defaultdict(list)
    buckets: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in connection.execute(order).mappings():
        if row["sitting_id"] in wanted:
            sources[row["sitting_id"]].append(
                HeldSource(
                    row["format"], row["sha256"], row["first_seen"], row["last_checked"], row["path"], row["edition"]
                )
            )
            if row["leading"]:
                warnings[row["sitting_id"]] += msgspec.json.decode(row["warnings"])
                for name, words in msgspec.json.decode(row["buckets"]).items():
                    buckets[row["sitting_id"]][name] += words
    return sources, buckets, warnings


def _totals(held: tuple[HeldSitting, ...]) -> dict[str, int]:
    return {
        "sittings": sum(s.state == "held" for s in held),
        "contributions": sum(s.contributions for s in held),
        "words": sum(s.words for s in held),
        "unresolved_speakers": sum(s.unresolved_speakers for s in held),
        "divisions": sum(s.divisions for s in held),
    }
