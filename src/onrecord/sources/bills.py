"""The Bills service: the bills that were before a House on a day, with their sponsors and all their stages.

It lists the sittings of bills' stages by day; each bill so named is asked for whole, and
its stages, which say on which days each was or will be taken, held here or not.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode

import msgspec
from msgspec import Struct

from ..errors import SourceError
from ..settings import value
from .desk import LATER, Brought, Desk, Failed, Wanted
from .paging import Page, every_id

SERVICE = "bills"
CHAMBERS = ("commons-chamber", "lords-chamber", "grand-committee", "public-bill-committee")
_PAGE = 20
_STAGES = 100  # more than any bill has


class StageSitting(Struct, frozen=True, rename="camel"):
    id: int
    bill_id: int


class StageSittings(Struct, frozen=True, rename="camel"):
    items: list[StageSitting]
    total_results: int


class Stages(Struct, frozen=True, rename="camel"):
    items: list[msgspec.Raw]
    total_results: int


class Bills:
    """Asks the Bills service by way of a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._base = f"{value('bills_url').rstrip('/')}/api/v1"

    def of_day(self, unit: str, house: str, day: date) -> Iterator[Brought | Failed]:
        """The bills of which a stage was taken in a House on a day, each with all its stages."""
        bills: dict[int, None] = {}
        asked = {"House": house.title(), "DateFrom": day, "DateTo": day, "Take": _PAGE}
        base = f"{self._base}/Sittings?{urlencode(asked)}"

        def page(skip: int) -> Page:
            listed = self._desk.ask(f"{base}&Skip={skip}", StageSittings)
            bills.update(dict.fromkeys(each.bill_id for each in listed.items))
            return Page([str(each.id) for each in listed.items], listed.total_results)

        every_id(page, base)
        yield from self._desk.bring(unit, [Wanted(f"bill-{id}.json", f"{self._base}/Bills/{id}") for id in bills])
        stages = [Wanted(f"bill-{id}-stages.json", f"{self._base}/Bills/{id}/Stages?Take={_STAGES}") for id in bills]
        for answer, listed in self._desk.bring_shaped(unit, stages, Stages):
            yield answer if listed is None or isinstance(answer, Failed) else self._if_whole(answer, listed)

    def _if_whole(self, answer: Brought, listed: Stages) -> Brought | Failed:
        if len(listed.items) >= listed.total_results:
            return answer
        self._desk.drop(answer)
        what = f"the service lists {len(listed.items)} of {listed.total_results} stages"
        return Failed(answer.url, SourceError(what, where=answer.url, remedy=LATER))
