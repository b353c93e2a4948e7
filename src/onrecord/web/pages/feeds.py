"""What is new, as Atom: sittings, a member, a department, a bill, divisions, corrections, a search."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from litestar import Response, route
from litestar.datastructures import State
from litestar.params import FromPath
from msgspec import structs

from ...errors import UsageError
from ...model import DebateRef, DivisionRef, Excerpts
from ...publish.answerable import answerable
from ..chambers import chamber_name
from ..feeds import ATOM, Entry, atom, shortened
from ..search_asked import search_asked
from ..wording import SIDES, long_date
from .answering import READ, AnyRequest, answer, moved

if TYPE_CHECKING:
    from ...archive import Archive

NEWEST = 30


def _feed(title: str, path: str, page: str, entries: Iterator[Entry]) -> Response[Any]:
    return Response(atom(title, path, page, entries), media_type=ATOM)


@route("/feed", http_method=READ, sync_to_thread=True)
def sittings(state: State) -> Response[Any]:
    """The newest sittings held."""

    def build(archive: Archive) -> Response[Any]:
        entries = (
            Entry(
                f"sitting/{one.id}", f"{chamber_name(one.chamber)}, {long_date(one.date)}",
                f"/sittings/{one.date}/{one.chamber}", one.date,
            )
            for one in archive.newest_sittings(NEWEST)
        )  # fmt: skip
        return _feed("sittings", "/feed", "/sittings", entries)

    return answer(state, build)


@route("/people/{member:str}/feed", http_method=READ, sync_to_thread=True)
def member(member: FromPath[str], request: AnyRequest, state: State) -> Response[Any]:
    """The debates in which a member spoke last, with their first words in each."""

    def build(archive: Archive) -> Response[Any]:
        excerpts = archive.excerpts(member, context="none", per_page=NEWEST)
        slug = excerpts.member.slug
        if slug != member:
            return moved(f"/people/{quote(slug)}/feed", request)
        page = f"/people/{quote(slug)}"
        return _feed(excerpts.member.name, f"{page}/feed", f"{page}/excerpts", _spoken(excerpts))

    return answer(state, build)


def _spoken(excerpts: Excerpts) -> Iterator[Entry]:
    for excerpt in excerpts.excerpts:
        first = next(c for run in excerpt.runs for c in run.contributions if c.focus)
        key = f"{excerpts.member.person_id}/{excerpt.debate.id}"
        yield Entry(key, _title(excerpt.debate), first.permalink, excerpt.debate.date, shortened(first.text))


@route("/departments/{name:str}/feed", http_method=READ, sync_to_thread=True)
def department(name: FromPath[str], request: AnyRequest, state: State) -> Response[Any]:
    """The newest debates that involve a department."""

    def build(archive: Archive) -> Response[Any]:
        whole = archive.department(name, per_page=NEWEST)
        if whole.slug != name:
            return moved(f"/departments/{quote(whole.slug)}/feed", request)
        page = f"/departments/{quote(whole.slug)}"
        entries = (
            Entry(f"{whole.slug}/{one.id}", _title(one), one.permalink, one.date, long_date(one.date))
            for one in whole.debates
        )
        return _feed(whole.name, f"{page}/feed", page, entries)

    return answer(state, build)


@route("/bills/{bill:str}/feed", http_method=READ, sync_to_thread=True)
def bill(bill: FromPath[str], request: AnyRequest, state: State) -> Response[Any]:
    """The stages of a bill that are held, newest first."""

    def build(archive: Archive) -> Response[Any]:
        found = archive.bill(bill)
        if found.bill.id != bill:
            return moved(f"/bills/{quote(found.bill.id)}/feed", request)
        name, page = found.bill.names[-1].name, f"/bills/{quote(found.bill.id)}"
        entries = (
            Entry(f"{found.bill.id}/{one.debate}", f"{name}: {one.stage or 'debate'}", one.permalink, one.date)
            for one in reversed(found.stages)
            if one.held and one.permalink and one.date
        )
        return _feed(name, f"{page}/feed", page, entries)

    return answer(state, build)


@route("/divisions/feed", http_method=READ, sync_to_thread=True)
def divisions(state: State) -> Response[Any]:
    """The newest divisions, with their counts."""

    def build(archive: Archive) -> Response[Any]:
        entries = (
            Entry(f"division/{one.id}", _counts(one), f"/divisions/{quote(one.id)}", one.date, long_date(one.date))
            for one in archive.divisions(per_page=NEWEST).divisions
        )
        return _feed("divisions", "/divisions/feed", "/divisions", entries)

    return answer(state, build)


def _counts(division: DivisionRef) -> str:
    counts = ", ".join(f"{SIDES.get(side, side)} {number}" for side, number in division.counts.items())
    return f"{division.debate.title if division.debate else chamber_name(division.chamber)}: {counts or 'a division'}"


@route("/corrections/feed", http_method=READ, sync_to_thread=True)
def corrections(state: State) -> Response[Any]:
    """The newest corrections, with the words as they should have been."""

    def build(archive: Archive) -> Response[Any]:
        entries = (
            Entry(
                f"correction/{one.by.id}/{one.corrected.id if one.corrected else one.reference or ''}",
                f"{one.by.title}{f', {one.by.speaker}' if one.by.speaker else ''}",
                one.by.permalink, one.by.date, shortened(one.by.text),
            )
            for one in archive.corrections(per_page=NEWEST).corrections
        )  # fmt: skip
        return _feed("corrections", "/corrections/feed", "/corrections", entries)

    return answer(state, build)


@route("/search/feed", http_method=READ, sync_to_thread=True)
def search(request: AnyRequest, state: State) -> Response[Any]:
    """A search, newest first."""

    def build(archive: Archive) -> Response[Any]:
        asked = structs.replace(search_asked(request.query_params), sort="newest", page=1, limit=NEWEST)
        if not asked.asks():
            raise UsageError("nothing was asked for", remedy="give words to look for as q, or a filter")
        address = structs.replace(asked, limit=20).address()
        entries = (
            Entry(
                f"contribution/{hit.id}", f"{hit.attribution or 'The record'}: {hit.section.title}", hit.permalink,
                hit.sitting.date, shortened(hit.text[hit.snippet_start : hit.snippet_end]),
            )
            for hit in archive.search(**asked.arguments()).results
        )  # fmt: skip
        return _feed(
            f"search for {asked.query or 'these filters'}", f"/search/feed{address}", f"/search{address}", entries
        )

    return answer(state, build)


def _title(debate: DebateRef) -> str:
    told = answerable(debate.department, debate.department_basis) if debate.department != debate.title else ""
    body = f", {told}" if told else ""
    stage = f" ({debate.stage})" if debate.stage else ""
    return f"{debate.title}{body}{stage}"


PAGES = (sittings, member, department, bill, divisions, corrections, search)
