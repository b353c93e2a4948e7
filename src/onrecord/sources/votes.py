"""What the two services of votes share: a day's divisions, listed a page at a time, then each with its voters.

Their searches give no total with a page, so the number of divisions is asked for by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol, TypeVar

from .desk import Brought, Desk, Failed, Wanted
from .paging import Page, every_id

PAGE = 25


class Listed(Protocol):
    """As much of a division in a list as tells which it is."""

    @property
    def division_id(self) -> int: ...


L = TypeVar("L", bound=Listed)


class Addresses(NamedTuple):
    """Where a service tells of a day: how many divisions there are, one page of them, and each whole."""

    total: str
    page: Callable[[int], str]
    whole: Callable[[str], Wanted]


def bring_divisions(desk: Desk, unit: str, at: Addresses, listed: type[list[L]]) -> Iterator[Brought | Failed]:
    """Every division of a day; `listed` is the shape of a page of the search."""
    total = desk.ask(at.total, int)

    def page(skip: int) -> Page:
        return Page([str(each.division_id) for each in desk.ask(at.page(skip), listed)], total)

    ids = every_id(page, at.page(0)) if total else []
    return desk.bring(unit, [at.whole(id) for id in ids])
