"""The Lords votes service: every division of a day, contents and not-contents, with tellers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode

from msgspec import Struct

from ..settings import value
from .desk import Brought, Desk, Failed, Wanted
from .votes import PAGE, Addresses, bring_divisions

SERVICE = "lords-votes"


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
        at = Addresses(
            total=f"{self._base}/searchTotalResults?{span}",
            page=lambda skip: f"{self._base}/search?{span}&take={PAGE}&skip={skip}",
            whole=lambda id: Wanted(f"lords-division-{id}.json", f"{self._base}/{id}"),
        )
        return bring_divisions(self._desk, unit, at, list[Listed])
