"""Counts of what was found by year, member, party and so on; as they were on the day of the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import tantivy
from msgspec import Struct, field
from tantivy import Query

from ..store.roll import StoredRoll

FACETS = ("year", "member", "party", "department", "house", "chamber", "kind", "session")
ONE_AT_MOST = frozenset({"member", "party", "session"})
"""Facets of which a contribution has one value or none: nobody speaks, nobody is told, no list knows."""
_FIELD = {"member": "person"}
_MOST = 20_000
_SPARE = 3  # times as many as are listed: among equals it is the name that decides, not the index


class Facets(Struct, frozen=True):
    """`counts` by facet, for members their ids in the same order; `told`: how many have any value, listed or not."""

    counts: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    ids: dict[str, tuple[str, ...]] = field(default_factory=dict)
    told: dict[str, int] = field(default_factory=dict)


def facets_of(
    searcher: tantivy.Searcher, query: Query, names: Sequence[str], roll: StoredRoll, most: int | None = None
) -> Facets:
    """How many of the matches have which value: years in order, the rest by number and name, with `most` the first."""
    answer = searcher.aggregate(query, {name: {"terms": _terms(name, most)} for name in names})
    counts: dict[str, tuple[tuple[str, int], ...]] = {}
    ids: dict[str, tuple[str, ...]] = {}
    for name in names:
        values = _values(answer[name]["buckets"], by_name=name == "year")
        values = values if name == "year" else values[:most]
        if name == "member":
            ids[name] = tuple(value for value, _ in values)
            values = _named(values, roll)
        counts[name] = tuple(values)
    return Facets(counts, ids, {name: _told(answer[name]) for name in names})


def _terms(name: str, most: int | None) -> dict[str, Any]:
    """What to count. A segment always counts every value, so that the commonest of all are the commonest."""
    size = most * _SPARE if most and name != "year" else _MOST
    return {"field": _FIELD.get(name, name), "size": size, "segment_size": _MOST}


def _told(answer: Mapping[str, Any]) -> int:
    return sum(int(bucket["doc_count"]) for bucket in answer["buckets"]) + int(answer["sum_other_doc_count"] or 0)


def _values(buckets: Sequence[dict[str, Any]], *, by_name: bool) -> list[tuple[str, int]]:
    values = [(_written(bucket["key"]), int(bucket["doc_count"])) for bucket in buckets]
    return sorted(values, key=lambda pair: pair[0] if by_name else (-pair[1], pair[0]))


def _written(key: object) -> str:
    return str(int(key)) if isinstance(key, float) else str(key)


def _named(values: Sequence[tuple[str, int]], roll: StoredRoll) -> list[tuple[str, int]]:
    roll.prefetch(person for person, _ in values)
    people = {person: roll.person(person) for person, _ in values}
    return [(known.name if (known := people[person]) else person, count) for person, count in values]
