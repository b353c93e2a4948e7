"""How often something was said, year by year, set against how much was said at all.

A year in which the House sat twice as long would win every count; so each count stands
beside the words said in that year under the same filters, and the rate per million of them.
"""

from __future__ import annotations

from typing import Any

import tantivy
from sqlalchemy import Connection

from ..errors import UsageError
from ..model import OverTime, YearRate
from .facets import FACETS
from .filters import Filters, asked_of, chosen_by
from .finding import Asking
from .meaning import all_of

BY = tuple(name for name in FACETS if name != "year")
_FIELD = {"member": "person"}
_MOST = 20_000


def over_time(
    connection: Connection, searcher: tantivy.Searcher, query: str, filters: Filters, by: str | None = None
) -> OverTime:
    """Counts and rates by year, and within years by member, party or another facet. UsageError for no such facet."""
    if by is not None and by not in BY:
        raise UsageError(f"there is nothing to part by called {by!r}", remedy=f"use one of {', '.join(BY)}")
    if not query.strip():
        raise UsageError("nothing was asked", remedy="give a word to count")
    asking = Asking(connection, searcher, query, filters)
    said = _table(searcher.aggregate(all_of(chosen_by(filters, connection)), _asked(by)), by)
    found = _table(searcher.aggregate(asking.all, _asked(by)), by)
    rows = [_row(key, found.get(key, (0, 0))[0], said.get(key, (0, 0))[1]) for key in sorted(said.keys() | found)]
    ever = {row.value for row in rows if row.found}  # a year of theirs without a find is a nought, not a gap
    rows = [row for row in rows if row.value in ever or by is None]
    if by == "member":
        asking.roll.prefetch(row.value for row in rows if row.value)
        rows = [_named(row, asking) for row in rows]
    return OverTime(query, asked_of(filters), by, tuple(rows))


def _asked(by: str | None) -> dict[str, Any]:
    words = {"words": {"sum": {"field": "words"}}}
    parts = {"parts": {"terms": {"field": _FIELD.get(by, by), "size": _MOST}, "aggs": words}} if by else {}
    return {"years": {"terms": {"field": "year", "size": _MOST}, "aggs": words | parts}}


def _table(answer: dict[str, Any], by: str | None) -> dict[tuple[int, str | None], tuple[int, int]]:
    """Contributions and words for each year, or each year and value."""
    table: dict[tuple[int, str | None], tuple[int, int]] = {}
    for year in answer["years"]["buckets"]:
        for bucket in year["parts"]["buckets"] if by else (year,):
            key = int(year["key"]), str(bucket["key"]) if by else None
            table[key] = int(bucket["doc_count"]), int(bucket["words"]["value"] or 0)
    return table


def _row(key: tuple[int, str | None], found: int, words: int) -> YearRate:
    return YearRate(key[0], key[1], found, words, round(found * 1e6 / words, 3) if words else None)


def _named(row: YearRate, asking: Asking) -> YearRate:
    person = asking.roll.person(row.value or "")
    return YearRate(row.year, person.name if person else row.value, row.found, row.words, row.per_million)
