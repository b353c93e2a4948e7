"""Lists that come a page at a time, read to their end and counted.

Services cut pages shorter than they were asked to, send an empty page, or the same one
again. So we go on from what came and not from what was asked, stop when nothing new comes,
and say so when there is less than the list itself says there is: a list that is short is
a source that failed, not a quiet day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..errors import SourceError
from .desk import LATER


class Page(NamedTuple):
    """The ids on one page, and how many the whole list is said to have."""

    ids: Sequence[str]
    total: int | None


def every_id(read: Callable[[int], Page], where: str) -> list[str]:
    """The ids of a list, each once, in order; `read` gives the page that skips so many entries.

    >>> every_id(lambda skip: Page(["a", "b", "c"][skip : skip + 2], 3), "a list")
    ['a', 'b', 'c']
    """
    found: dict[str, None] = {}
    skip = 0
    while True:
        page = read(skip)
        known = len(found)
        found.update(dict.fromkeys(page.ids))
        skip += len(page.ids)
        if len(found) == known or (page.total is not None and len(found) >= page.total):
            break
    if page.total is not None and len(found) < page.total:
        raise SourceError(f"the service lists {len(found):,} of {page.total:,} entries", where=where, remedy=LATER)
    return list(found)
