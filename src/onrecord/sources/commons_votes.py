"""The Commons votes service: every division of a day, with who voted how, who told, and proxies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode

from msgspec import Struct

from ..settings import value
from .desk import Brought, Desk, Failed, Wanted
from .votes import PAGE, Addresses, bring_divisions

SERVICE = "commons-votes"


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
        listed = f"{self._base}/divisions.json"
        search = f"{listed}/search?{span}&queryParameters.take={PAGE}&queryParameters.skip="
        at = Addresses(
            total=f"{listed}/searchTotalResults?{span}",
            page=lambda skip: f"{search}{skip}",
            whole=lambda id: Wanted(f"commons-division-{id}.json", f"{self._base}/division/{id}.json"),
        )
        return bring_divisions(self._desk, unit, at, list[Listed])
