"""Counts of what was found by year, member, party and so on; as they were on the day of the words."""

from __future__ import annotations

from collections.abc import Sequence
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


class Facets(Struct, frozen=True):
    """`counts` by facet, and for members their ids in the same order."""

    counts: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    ids: dict[str, tuple[str, ...]] = field(default_factory=dict)


def facets_of(searcher: tantivy.Searcher, query: Query, names: Sequence[str], roll: StoredRoll) -> Facets:
    """How many of the matches have which value: years in order, the rest by number and name."""
    asked = {name: {"terms": {"field": _FIELD.get(name, name), "size": _MOST}} for name in names}
    answer = searcher.aggregate(query, asked)
    counts: dict[str, tuple[tuple[str, int], ...]] = {}
    ids: dict[str, tuple[str, ...]] = {}
    for name in names:
        values = _values(answer[name]["buckets"], by_name=name == "year")
        if name == "member":
            ids[name] = tuple(value for value, _ in values)
            values = _named(values, roll)
        counts[name] = tuple(values)
    return Facets(counts, ids)


def _values(buckets: Sequence[dict[str, Any]], *, by_name: bool) -> list[tuple[str, int]]:
    values = [(_written(bucket["key"]), int(bucket["doc_count"])) for bucket in buckets]
    return sorted(values, key=lambda pair: pair[0] if by_name else (-pair[1], pair[0]))


def _written(key: object) -> str:
    return str(int(key)) if isinstance(key, float) else str(key)


def _named(values: Sequence[tuple[str, int]], roll: StoredRoll) -> list[tuple[str, int]]:
    roll.prefetch(person for person, _ in values)
    people = {person: roll.person(person) for person, _ in values}
    return [(known.name if (known := people[person]) else person, count) for person, count in values]
