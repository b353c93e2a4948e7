"""The Members service: who was a Member when, under which names and parties, and in which posts.

A search finds everybody, twenty at a time whatever it is asked for; a biography dates what
somebody held, and is the only source of who held an office on a day; a history dates names
and parties. The lists of posts say who holds them today and for which department. Each
answer carries the day on which it was given in its name, because none of them says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import urlencode

from msgspec import Struct

from ..errors import SourceError
from ..settings import value
from .desk import LATER, Brought, Desk, Failed, Wanted

SERVICE = "members"
_PAGE = 20  # the service gives no more
_HOUSES = {"commons": "1", "lords": "2"}
_GOVERNMENT = 0  # the service numbers the kinds of posts
_POSTS = ("GovernmentPosts", "OppositionPosts", "Spokespersons")


class Id(Struct, frozen=True):
    id: int


class Entry(Struct, frozen=True):
    value: Id


class Department(Struct, frozen=True):
    name: str | None = None


class Found(Struct, frozen=True, rename="camel"):
    items: list[Entry]
    total_results: int


class Members:
    """Asks the Members service by way of a desk. `today` is the day on which its answers are true."""

    def __init__(self, desk: Desk, today: date) -> None:
        self._desk, self._today = desk, today
        self._base = f"{value('members_url').rstrip('/')}/api"

    def bring(self, unit: str, house: str | None, start: date | None, end: date | None) -> Iterator[Brought | Failed]:
        """Everybody who was a Member between two days (of a House, where one is named), with all that is dated."""
        ids: list[int] = []
        for answer, found in self._search(unit, house, start, end):
            ids += [entry.value.id for entry in found.items] if found else []
            yield answer
        everybody = list(dict.fromkeys(ids))
        yield from self._desk.bring(unit, [self._biography(id) for id in everybody])
        pasts = [self._history(part) for part in _parts(everybody)]
        for past, listed in self._desk.bring_shaped(unit, pasts, list[Entry]):
            yield self._empty(past) if isinstance(past, Brought) and not listed else past
        yield from self._desk.bring(unit, self._posts(end or self._today))

    def departments(self) -> tuple[str, ...]:
        """The departments of government, as the service names them today."""
        listed = self._desk.ask(f"{self._base}/Posts/Departments/{_GOVERNMENT}", list[Department])
        return tuple(" ".join(each.name.split()) for each in listed if each.name)

    def _search(
        self, unit: str, house: str | None, start: date | None, end: date | None
    ) -> Iterator[tuple[Brought | Failed, Found | None]]:
        asked = {"take": str(_PAGE)}
        if house:
            asked["MembershipInDateRange.WasMemberOfHouse"] = _HOUSES[house]  # `House` is the one they sit in now
        if start:
            asked["MembershipInDateRange.WasMemberOnOrAfter"] = start.isoformat()
        if end:
            asked["MembershipInDateRange.WasMemberOnOrBefore"] = end.isoformat()
        base = f"{self._base}/Members/Search?{urlencode(asked)}"
        total = self._desk.ask(f"{base}&skip=0", Found).total_results
        kind = "-".join(["search", *([house] if house else [])])
        wanted = [Wanted(self._name(f"{kind}-{skip}"), f"{base}&skip={skip}") for skip in range(0, total, _PAGE)]
        pages = list(self._desk.bring_shaped(unit, wanted, Found))
        ids = {entry.value.id for _, found in pages if found for entry in found.items}
        yield from pages
        if len(ids) < total:
            what = f"the service lists {len(ids):,} of {total:,} Members"
            yield Failed(base, SourceError(what, where=base, remedy=LATER)), None
            for page in (page for page, _ in pages if isinstance(page, Brought)):
                self._desk.doubt(page)

    def _empty(self, answer: Brought) -> Failed:
        self._desk.drop(answer)
        what = "the service lists none of the Members asked for"
        return Failed(answer.url, SourceError(what, where=answer.url, remedy=LATER))

    def _biography(self, id: int) -> Wanted:
        return Wanted(self._name(f"biography-{id}"), f"{self._base}/Members/{id}/Biography")

    def _history(self, ids: Sequence[int]) -> Wanted:
        return Wanted(self._name(f"history-{ids[0]}-{ids[-1]}"), f"{self._base}/Members/History?{_listed(ids)}")

    def _posts(self, on: date) -> list[Wanted]:
        posts = [Wanted(self._name(name.lower()), f"{self._base}/Posts/{name}") for name in _POSTS]
        chair = f"{self._base}/Posts/SpeakerAndDeputies/{on}"
        return [*posts, Wanted(self._name("speaker-and-deputies"), chair)]

    def _name(self, what: str) -> str:
        return f"members-api-{what}.{self._today}.json"


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[at : at + _PAGE] for at in range(0, len(ids), _PAGE))


def _listed(ids: Sequence[int]) -> str:
    return urlencode([("ids", id) for id in ids])
