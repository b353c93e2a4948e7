"""The Hansard API: which days a House sat, what was taken on a day, and each debate whole.

A day has sections (the Chamber, Westminster Hall, written statements …), a section has a
tree of headings, and a heading directly under the root is a debate; asking for it brings
everything beneath it. That this is so is not taken on trust: whatever stands in the tree
and not in the answer is asked for by itself. Who voted how stands in no debate, so the
day's divisions are asked for too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple
from urllib.parse import quote, urlencode

from msgspec import Struct

from ..errors import NotThereError
from ..settings import value
from .chambers import chamber_called
from .desk import Brought, Desk, Failed, Wanted
from .paging import Page, every_id

SERVICE = "hansard"
_PAGE = 100


class CalendarDay(Struct, frozen=True, rename="pascal"):
    item_date: str


class TreeItem(Struct, frozen=True, rename="pascal"):
    id: int
    external_id: str | None = None
    parent_id: int | None = None
    title: str | None = None


class Tree(Struct, frozen=True, rename="pascal"):
    section_tree_items: list[TreeItem] | None = None
    title: str | None = None


class FoundDivision(Struct, frozen=True, rename="pascal"):
    external_id: str
    is_committee_division: bool | None = None


class FoundDivisions(Struct, frozen=True, rename="pascal"):
    results: list[FoundDivision]
    total_result_count: int | None = None


class Inside(Struct, frozen=True, rename="pascal"):
    """As much of a debate as tells which headings it holds."""

    overview: InsideOverview
    child_debates: list[Inside] | None = None


class InsideOverview(Struct, frozen=True, rename="pascal"):
    ext_id: str


class Part(NamedTuple):
    """A section of a day: the service's name of it, the chamber it is (None: not known), and its headings."""

    name: str
    chamber: str | None
    items: tuple[TreeItem, ...]


class Hansard:
    """Asks the Hansard API by way of a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._base = value("hansard_url").rstrip("/")

    def sitting_days(self, house: str, start: date, end: date) -> tuple[date, ...]:
        """The days on which a House sat, from `start` to `end`, as the service's calendar has them."""
        found: set[date] = set()
        for year, month in months(start, end):
            asked = urlencode({"year": year, "month": month, "house": house.title()})
            days = self._desk.ask(f"{self._base}/overview/calendar.json?{asked}", list[CalendarDay])
            found |= {date.fromisoformat(day.item_date[:10]) for day in days}
        return tuple(sorted(day for day in found if start <= day <= end))

    def parts(self, house: str, day: date) -> tuple[Part, ...]:
        """The sections of a day, each with its tree."""
        asked = {"date": day.isoformat(), "house": house.title()}
        names = self._desk.ask(f"{self._base}/overview/sectionsforday.json?{urlencode(asked)}", list[str])
        return tuple(part for name in dict.fromkeys(names) for part in self._trees(house, name, asked))

    def _trees(self, house: str, name: str, asked: dict[str, str]) -> Iterator[Part]:
        url = f"{self._base}/overview/sectiontrees.json?{urlencode({'section': name, **asked})}"
        for tree in self._desk.ask(url, list[Tree]):
            items = tuple(tree.section_tree_items or ())
            roots = [item.title for item in items if item.parent_id is None]
            titles = [title for title in (*roots, tree.title, name) if title]
            known = (chamber for title in titles if (chamber := chamber_called(house, title)))
            yield Part(name, next(known, None), items)

    def bring(self, unit: str, part: Part) -> Iterator[Brought | Failed]:
        """The debates of a section, each whole; and by themselves any headings that no debate brought along."""
        held: set[str] = set()
        for answer, inside in self._debates(unit, debates_of(part.items)):
            if inside is not None:
                held |= headings_in(inside)
            elif isinstance(answer, Failed):
                asked = _id_in(answer.url)  # what may come another time brings all that stands under it
                held |= {asked} if isinstance(answer.error, NotThereError) else under(asked, part.items)
            yield answer
        roots = {item.id for item in part.items if item.parent_id is None}
        rest = [i for i in part.items if i.external_id and i.id not in roots and i.external_id.upper() not in held]
        yield from (answer for answer, _ in self._debates(unit, rest))

    def _debates(self, unit: str, items: Sequence[TreeItem]) -> Iterator[tuple[Brought, Inside] | tuple[Failed, None]]:
        ids = dict.fromkeys(item.external_id for item in items if item.external_id)
        address = f"{self._base}/debates/debate"
        wanted = [Wanted(f"debate-{id}.json", f"{address}/{quote(id, safe='')}.json") for id in ids]
        return self._desk.bring_shaped(unit, wanted, Inside)

    def divisions(self, unit: str, house: str, day: date) -> Iterator[Brought | Failed]:
        """The divisions of a House on a day, with who voted how. A committee's stand in its own debate."""
        asked = {"house": house.title(), "startDate": day.isoformat(), "endDate": day.isoformat(), "take": str(_PAGE)}
        base = f"{self._base}/search/divisions.json?" + urlencode({f"queryParameters.{n}": t for n, t in asked.items()})

        committees: set[str] = set()

        def page(skip: int) -> Page:
            found = self._desk.ask(f"{base}&queryParameters.skip={skip}", FoundDivisions)
            committees.update(each.external_id for each in found.results if each.is_committee_division)
            return Page([each.external_id for each in found.results], found.total_result_count)

        address = f"{self._base}/debates/division"
        ids = [id for id in every_id(page, base) if id not in committees]
        yield from self._desk.bring(
            unit, [Wanted(f"division-{id}.json", f"{address}/{quote(id, safe='')}.json") for id in ids]
        )


def debates_of(items: Sequence[TreeItem]) -> list[TreeItem]:
    """The headings that are debates: those directly under a root; a root with nothing under it is one itself."""
    ids = {item.id for item in items}
    roots = {item.id for item in items if item.parent_id is None or item.parent_id not in ids}
    parents = {item.parent_id for item in items}
    return [item for item in items if item.parent_id in roots or (item.id in roots and item.id not in parents)]


def under(heading: str, items: Sequence[TreeItem]) -> set[str]:
    """The id of a heading, with those of all headings below it."""
    found = {item.id for item in items if (item.external_id or "").upper() == heading}
    for _ in items:
        more = {item.id for item in items if item.parent_id in found} - found
        if not more:
            break
        found |= more
    return {heading, *(item.external_id.upper() for item in items if item.id in found and item.external_id)}


def headings_in(debate: Inside) -> set[str]:
    """The ids of all headings that a debate holds."""
    found: set[str] = set()
    waiting = [debate]
    while waiting:
        node = waiting.pop()
        found.add(node.overview.ext_id.upper())
        waiting += node.child_debates or ()
    return found


def _id_in(url: str) -> str:
    return url.rpartition("/")[2].removesuffix(".json").upper()


def months(start: date, end: date) -> Iterator[tuple[int, int]]:
    """The months that a span of days touches.

    >>> list(months(date(2023, 12, 30), date(2024, 1, 2)))
    [(2023, 12), (2024, 1)]
    """
    year, month = start.year, start.month
    while (year, month) <= (end.year, end.month):
        yield year, month
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
