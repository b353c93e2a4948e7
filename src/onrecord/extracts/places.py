"""A page of a list, by its number or by the place after which it begins.

Numbers move: while somebody reads page after page, a new day pushes rows from one page to the next, and they are
met twice. A place does not. It is what the list is ordered by, of the last row shown, so what follows it follows
it still when newer rows have come before it, or when that row is gone.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from ..errors import UsageError

Place = tuple[int | str, ...]
_Row = TypeVar("_Row")


class Asked(NamedTuple):
    """Which page of a list: number `page`, or so many rows after the place that `cursor` names."""

    page: int = 1
    per_page: int = 10
    cursor: str | None = None

    @property
    def number(self) -> int | None:
        """The number that the answer tells: a page after a place has none."""
        return None if self.cursor else self.page

    def pages(self, total: int) -> int:
        """How many pages there are of so many rows."""
        return -(-total // self.per_page)


def paged(rows: Sequence[_Row], asked: Asked, place: Callable[[_Row], Place]) -> tuple[Sequence[_Row], str | None]:
    """The rows of a page, and the cursor of the next (None after the last); `rows` stand in the order of `place`."""
    start = (asked.page - 1) * asked.per_page
    if asked.cursor:
        start = bisect_right(rows, read_place(asked.cursor, place(rows[0])), key=place) if rows else 0
    shown = rows[start : start + asked.per_page]
    more = start + asked.per_page < len(rows) and shown
    return shown, cursor_of(place(shown[-1])) if more else None


def cursor_of(place: Place) -> str:
    """A place as an address carries it.

    >>> read_place(cursor_of((-738156, "commons-chamber", 7)), (0, "", 0))
    (-738156, 'commons-chamber', 7)
    """
    written = json.dumps(place, ensure_ascii=False, separators=(",", ":"))
    return urlsafe_b64encode(written.encode()).decode().rstrip("=")


def read_place(cursor: str, like: Place) -> Place:
    """The place that a cursor names, which is made as `like` is. UsageError for any other text."""
    try:
        told = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError:
        raise _no_place(cursor) from None
    if not isinstance(told, list) or [type(part) for part in told] != [type(part) for part in like]:
        raise _no_place(cursor)
    return tuple(told)


def newest_first(day: date | str) -> int:
    """A day as part of a place in a list whose newest comes first."""
    return -int(str(day).replace("-", ""))


def _no_place(cursor: str) -> UsageError:
    return UsageError(
        f"“{cursor[:40]}” is no place in this list", remedy="give the `next` of a page of it as the cursor"
    )
