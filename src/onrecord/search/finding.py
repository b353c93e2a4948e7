"""A search, from the question to one page of its answer.

Totals are exact: every match is counted. A page's `next` names the place after its last
hit, in the order of the record (newest, oldest) or by number among what was there when
the search began (relevance), so that a day loaded meanwhile moves nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import tantivy
from msgspec import Struct
from sqlalchemy import Connection
from tantivy import Order, Query

from ..errors import ArchiveError, UsageError
from ..extracts.contributions import Reader
from ..model import Contribution, Hit, SearchPage
from ..store.remembered import remembered
from ..store.roll import StoredRoll
from .cursors import MOST_SHOWN, Cursor, mark_of, read_cursor
from .facets import FACETS, ONE_AT_MOST, Facets, facets_of
from .fields import id_of
from .filters import Filters, asked_of, chosen_by
from .index import sequence_of
from .language import Asked, understood
from .meaning import Meaning, all_of, unweighed
from .offers import Offers, offers_for
from .saying import in_words
from .snippets import Marker

SORTS = ("relevance", "newest", "oldest")
_MOST = 10_000
_REMEMBERED = 400  # questions whose facets are kept at hand, some ten kilobytes each


class Question(Struct, frozen=True):
    """What is searched for. `query` may be empty where a filter is given; `after` is the `next` of an earlier page.

    With `most_values` each facet but the years has so many of its commonest values.
    """

    query: str = ""
    filters: Filters = Filters()
    sort: str = "relevance"
    facets: tuple[str, ...] = ()
    limit: int = 20
    page: int = 1
    after: str | None = None
    most_values: int | None = None


class Located(NamedTuple):
    """A contribution found in the index: by relevance with its score, else with its place in the record."""

    id: str
    order: int
    score: float | None


class Asking:
    """A question put to one state of the index and the record."""

    def __init__(self, connection: Connection, searcher: tantivy.Searcher, query: str, filters: Filters) -> None:
        self.connection, self.searcher = connection, searcher
        self.meaning = Meaning(searcher)
        self.asked: Asked | None = understood(query) if query.strip() else None
        self.chosen = chosen_by(filters, connection)
        self.all = self.meaning.within(self.asked, self.chosen)
        self.roll = StoredRoll(connection)

    def located(
        self, query: Query, sort: str, limit: int, offset: int = 0, *, count: bool = False
    ) -> tuple[list[Located], int]:
        """Up to `limit` matches in an order, and (with `count`) how many there are."""
        order = {} if sort == "relevance" else {"order_by_field": "order", "order": _DIRECTION[sort]}
        found = self.searcher.search(query, limit, count=count, offset=offset, **order)  # type: ignore[arg-type]
        addresses = [address for _, address in found.hits]
        keys = self.searcher.fast_field_values("key", addresses) if addresses else []
        if sort == "relevance":
            located = [Located(id_of(int(k)), 0, float(by)) for k, (by, _) in zip(keys, found.hits, strict=True)]  # type: ignore[arg-type]
        else:
            located = [Located(id_of(int(k)), int(by), None) for k, (by, _) in zip(keys, found.hits, strict=True)]  # type: ignore[arg-type]
        return located, int(found.count or 0) if count else 0  # type: ignore[attr-defined]

    def count(self, query: Query) -> int:
        """How many contributions match."""
        return int(self.searcher.search(query, 1, count=True).count or 0)  # type: ignore[attr-defined]

    def facts(self, located: Sequence[Located]) -> list[dict[str, Any]]:
        """What the record has of each contribution that was found, field by field, in the same order."""
        reader = Reader(self.connection, self.roll)
        rows = reader.rows([one.id for one in located])
        if len(rows) != len(located):
            raise ArchiveError("the index and the record do not agree", remedy="run `onrecord doctor --repair`")
        tree = reader.sections_around(rows.values())
        return [reader.facts(rows[one.id], tree) for one in located]

    def contributions(self, located: Sequence[Located]) -> list[Contribution]:
        """The record's words for what was found, in the same order."""
        return [Contribution(**facts) for facts in self.facts(located)]


def search(connection: Connection, searcher: tantivy.Searcher, question: Question) -> SearchPage:
    """One page of what is found. UsageError for a question that cannot be meant."""
    _check(question)
    asking = Asking(connection, searcher, question.query, question.filters)
    sort = question.sort if asking.asked or question.sort != "relevance" else "newest"
    cursor = read_cursor(question.after, sort) if question.after else None
    located, total = _page(asking, question, sort, cursor)
    marker = Marker(asking.asked, asking.meaning)
    hits = [_hit(facts, marker, one) for facts, one in zip(asking.facts(located), located, strict=True)]
    counted = _facets(asking, question)
    offers = offers_for(asking, question.query) if asking.asked and cursor is None and question.page == 1 else Offers()
    return SearchPage(
        query=question.query,
        filters=asked_of(question.filters),
        understood=in_words(asking.asked, asking.meaning) if asking.asked else "everything",
        sort=sort,
        total=total,
        total_is_exact=True,
        page=None if cursor else question.page,
        pages=-(-total // question.limit),
        results=tuple(hits),
        next=_next(asking, question, sort, cursor, located, total),
        facets=counted.counts,
        facet_ids=counted.ids,
        facets_without={name: total - told for name, told in counted.told.items() if name in ONE_AT_MOST},
        did_you_mean=offers.query if not total else None,
        people=offers.people,
        debates=offers.debates,
    )


def _facets(asking: Asking, question: Question) -> Facets:
    """The facets. Those of pages are remembered: who turns a page, or wants another order, asks for the same again."""
    names, most = question.facets, question.most_values
    if not names:
        return Facets()
    if most is None:
        return facets_of(asking.searcher, asking.all, names, asking.roll)
    known = remembered(asking.connection, "facets")
    key = question.query, question.filters, names, most
    if key not in known:
        if len(known) >= _REMEMBERED:
            known.clear()
        known[key] = facets_of(asking.searcher, asking.all, names, asking.roll, most)
    found: Facets = known[key]
    return found


_DIRECTION = {"newest": Order.Desc, "oldest": Order.Asc}


def _check(question: Question) -> None:
    if question.sort not in SORTS:
        raise UsageError(f"there is no order {question.sort!r}", remedy=f"use one of {', '.join(SORTS)}")
    for name in question.facets:
        if name not in FACETS:
            raise UsageError(f"there is no facet {name!r}", remedy=f"use some of {', '.join(FACETS)}")
    if not 0 < question.limit <= _MOST:
        raise UsageError(f"--limit is from 1 to {_MOST:,}", remedy="take pages, or use `onrecord export`")
    if question.page < 1:
        raise UsageError("--page starts at 1", remedy="count pages from 1")
    if not question.query.strip() and not asked_of(question.filters):
        raise UsageError("nothing was asked", remedy="give a query, or a filter such as --member")


def _page(asking: Asking, question: Question, sort: str, cursor: Cursor | None) -> tuple[list[Located], int]:
    if cursor is None:
        return asking.located(asking.all, sort, question.limit, (question.page - 1) * question.limit, count=True)
    return _after(asking, cursor, question.limit), asking.count(asking.all)


def _after(asking: Asking, cursor: Cursor, limit: int) -> list[Located]:
    """The hits that follow a place."""
    within = all_of([asking.all, unweighed(cursor.query())])
    if cursor.sort != "relevance":
        return asking.located(within, cursor.sort, limit)[0]
    if not cursor.shown:
        return asking.located(within, cursor.sort, limit, cursor.place)[0]
    best = asking.located(within, cursor.sort, limit + len(cursor.shown))[0]
    return [one for one in best if mark_of(one.id) not in cursor.shown][:limit]


def _next(
    asking: Asking, question: Question, sort: str, cursor: Cursor | None, located: Sequence[Located], total: int
) -> str | None:
    """The place after these hits; None where nothing follows it."""
    before = (question.page - 1) * question.limit
    if len(located) < question.limit or (cursor is None and before + len(located) >= total):
        return None  # without a cursor, the total says whether more follows
    place = (cursor.place if cursor else before) + len(located) if sort == "relevance" else located[-1].order
    following = Cursor(
        sort=sort,
        sequence=cursor.sequence if cursor else sequence_of(asking.searcher),
        place=place,
        shown=_shown(asking, question, cursor, located, place) if sort == "relevance" else frozenset(),
    )
    return str(following) if cursor is None or _after(asking, following, 1) else None


def _shown(
    asking: Asking, question: Question, cursor: Cursor | None, located: Sequence[Located], place: int
) -> frozenset[int]:
    """What a cursor by relevance has to remember: nothing from the page on where that would be too much."""
    if place > MOST_SHOWN or (cursor and not cursor.shown):
        return frozenset()
    earlier: frozenset[int] = cursor.shown if cursor else frozenset()
    if cursor is None and question.page > 1:
        pages = asking.located(asking.all, "relevance", (question.page - 1) * question.limit)[0]
        earlier = frozenset(mark_of(one.id) for one in pages)
    return earlier | {mark_of(one.id) for one in located}


def _hit(facts: dict[str, Any], marker: Marker, located: Located) -> Hit:
    snippet = marker.snippet(facts["text"])
    return Hit(
        **facts,
        snippet=snippet.html,
        snippet_start=snippet.start,
        snippet_end=snippet.end,
        marks=snippet.marks,
        score=located.score,
    )
