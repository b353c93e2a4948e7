"""Searching the record: index and record are asked at one and the same moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import monotonic, sleep
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from ..errors import ArchiveError, BusyError
from ..model import OverTime, SearchPage
from ..store.changes import last_sequence
from ..store.lock import one_writer
from .opening import Opening, said_plainly

if TYPE_CHECKING:
    from typing import Unpack

    import tantivy

    from .chosen import Chosen

_PATIENCE = 30.0  # seconds; a load shows record and index some hundredths of a second apart
_PAUSE = 0.01


class Searching(Opening):
    """Questions that are answered by way of the index."""

    def search(
        self,
        query: str = "",
        *,
        sort: str = "relevance",
        facets: Sequence[str] = (),
        limit: int = 20,
        page: int = 1,
        after: str | None = None,
        most_values: int | None = None,
        **filters: Unpack[Chosen],
    ) -> SearchPage:
        """Contributions that match a query and filters (contract section 5); `after` is an earlier page's `next`.

        Every value of a facet is counted; with `most_values`, the commonest so many of each but the years are told.
        """
        from ..search.filters import Filters
        from ..search.finding import Question, search

        question = Question(query, Filters(**filters), sort, tuple(facets), limit, page, after, most_values)
        with self._searching() as (connection, searcher):
            return search(connection, searcher, question)

    def over_time(self, query: str, by: str | None = None, **filters: Unpack[Chosen]) -> OverTime:
        """How often a query is met in each year, for each million words said; `by` parts it by a facet."""
        from ..search.filters import Filters
        from ..search.over_time import over_time

        with self._searching() as (connection, searcher):
            return over_time(connection, searcher, query, Filters(**filters), by)

    @contextmanager
    def _searching(self) -> Iterator[tuple[Connection, tantivy.Searcher]]:
        """The record, and the index at the same change of it. An index that has fallen behind catches up first."""
        until, caught_up = monotonic() + _PATIENCE, False
        while True:
            followed, searcher = self._index.now()
            with self._reading() as connection:
                if searcher is not None and followed == last_sequence(connection):
                    yield connection, searcher
                    return
            if self._catch_up() and not caught_up:
                until, caught_up = monotonic() + _PATIENCE, True
            elif monotonic() > until:
                raise ArchiveError("the index is being made", where=str(self.path), remedy="ask again in a while")
            else:  # another process loads, and will show both in a moment
                sleep(_PAUSE)

    def _catch_up(self) -> bool:
        """Bring the index up to the record, unless another process writes; says whether it did."""
        try:
            with said_plainly(self.path), one_writer(self.path, wait=False), self._reading() as connection:
                self._follow(connection)
        except BusyError:
            return False
        return True
