"""The Commons votes service: every division of a day, with who voted how, who told, and proxies.

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

SERVICE = "commons-votes"
_PAGE = 25


class Listed(Struct, frozen=True, rename="pascal"):
    division_id: int


class CommonsVotes:
    """Asks the Commons votes service by way of a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._base = f"{value('commons_votes_url').rstrip('/')}/data"

    def divisions(self, unit: str, day: date) -> Iterator[Brought | Failed]:
        """The divisions of a day in the Commons."""
        span = urlencode({"queryParameters.startDate": day, "queryParameters.endDate": day})
        total = self._desk.ask(f"{self._base}/divisions.json/searchTotalResults?{span}", int)
        base = f"{self._base}/divisions.json/search?{span}&queryParameters.take={_PAGE}"

        def page(skip: int) -> Page:
            listed = self._desk.ask(f"{base}&queryParameters.skip={skip}", list[Listed])
            return Page([str(each.division_id) for each in listed], total)

        ids = every_id(page, base) if total else []
        return self._desk.bring(
            unit, [Wanted(f"commons-division-{id}.json", f"{self._base}/division/{id}.json") for id in ids]
        )
