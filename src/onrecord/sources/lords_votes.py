"""The Lords votes service: every division of a day, contents and not-contents, with tellers.

Its search gives no total with a page, so the number of divisions is asked for by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode

from msgspec import Struct

from ..settings import value
from .desk import Brought, Desk, Failed, Wanted
from .paging import Page, every_id

SERVICE = "lords-votes"
_PAGE = 25


class Listed(Struct, frozen=True, rename="camel"):
    division_id: int


class LordsVotes:
    """Asks the Lords votes service by way of a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._base = f"{value('lords_votes_url').rstrip('/')}/data/Divisions"

    def divisions(self, unit: str, day: date) -> Iterator[Brought | Failed]:
        """The divisions of a day in the Lords."""
        span = urlencode({"StartDate": day, "EndDate": day})
        total = self._desk.ask(f"{self._base}/searchTotalResults?{span}", int)
        base = f"{self._base}/search?{span}&take={_PAGE}"

        def page(skip: int) -> Page:
            listed = self._desk.ask(f"{base}&skip={skip}", list[Listed])
            return Page([str(each.division_id) for each in listed], total)

        ids = every_id(page, base) if total else []
        return self._desk.bring(unit, [Wanted(f"lords-division-{id}.json", f"{self._base}/{id}") for id in ids])
