"""Everything that a search finds, however much, in the order of the record and in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator

import tantivy
from sqlalchemy import Connection

from ..model import Contribution
from .cursors import Cursor
from .filters import Filters
from .finding import Asking
from .meaning import all_of, unweighed

BATCH = 1_000


def stream(
    connection: Connection, searcher: tantivy.Searcher, query: str, filters: Filters, limit: int | None = None
) -> Iterator[list[Contribution]]:
    """All that matches (everything, for no query and no filter), some hundred at a time."""
    asking = Asking(connection, searcher, query, filters)
    within, left = asking.all, limit
    while left is None or left > 0:
        wanted = BATCH if left is None else min(BATCH, left)
        located, _ = asking.located(within, "oldest", wanted)
        if located:
            yield asking.contributions(located)
        if len(located) < wanted:
            return
        left = None if left is None else left - len(located)
        within = all_of([asking.all, unweighed(Cursor("oldest", 0, located[-1].order).query())])
