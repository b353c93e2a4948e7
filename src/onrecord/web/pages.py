"""The pages: parse the request, ask the archive, set the answer.

Every handler runs in a worker thread with that thread's own archive. What the archive
cannot answer becomes a page as well: `faults` says what happened, what is held instead
and where to go. Addresses that moved lead on with one permanent redirect.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from litestar import Request, Response, route
from litestar.datastructures import State
from litestar.params import FromPath

from ..errors import NotHeldError
from ..model import Debate, HeldSitting, Ledger, SectionTree
from . import rendering
from .asked import a_date, date_asked, dates_asked, excerpts_asked, house_asked, number_asked, text_asked
from .chambers import chamber_name
from .faults import problem_page
from .wording import short_date

if TYPE_CHECKING:
    from ..archive import Archive

NEWEST = 11
ROWS_A_PAGE = 100
READ: Any = ("GET", "HEAD")
AnyRequest = Request[Any, Any, Any]


@route("/", http_method=READ, sync_to_thread=True)
def start(state: State) -> Response[Any]:
    """What is held, and where to look for a member or a debate."""

    def build(archive: Archive) -> Response[Any]:
        ledger = archive.sittings()
        held = [sitting for sitting in _newest_first(ledger) if sitting.state == "held"]
        return _html(rendering.render_start(ledger, held[:NEWEST], today=state.today()))

    return _answer(state, build)


@route("/find", http_method=READ, sync_to_thread=True)
def find(request: AnyRequest, state: State) -> Response[Any]:
    """Members by name and debates by title."""

    def build(archive: Archive) -> Response[Any]:
        q = text_asked(request.query_params, "q") or ""
        people = archive.find_people(q) if q else ()
        debates = archive.find_debates(q) if q else ()
        return _html(rendering.render_found(q, people, debates))

    return _answer(state, build)


@route("/people/{member:str}", http_method=READ, sync_to_thread=True)
def person(member: FromPath[str], request: AnyRequest, state: State) -> Response[Any]:
    """A person: names, memberships, offices, each with its source."""

    def build(archive: Archive) -> Response[Any]:
        known = archive.person(member, on=date_asked(request.query_params, "on"))
        if known.slug and known.slug != member:
            return _moved(f"/people/{quote(known.slug)}", request)
        return _html(rendering.render_person(known))

    return _answer(state, build, q=_words_of(member))


@route("/people/{member:str}/excerpts", http_method=READ, sync_to_thread=True)
def member_excerpts(member: FromPath[str], request: AnyRequest, state: State) -> Response[Any]:
    """The member's page: their words in context, newest debate first."""

    def build(archive: Archive) -> Response[Any]:
        asked = excerpts_asked(request.query_params)
        excerpts = archive.excerpts(member, **asked.arguments())
        slug = excerpts.member.slug
        if slug and slug != member:
            return _moved(f"/people/{quote(slug)}/excerpts", request)
        if excerpts.pages and asked.page > excerpts.pages:
            raise NotHeldError(f"there is no page {asked.page}", remedy=f"the last page is {excerpts.pages}")
        return _html(rendering.render_excerpts(excerpts, asked, today=state.today()))

    return _answer(state, build, q=_words_of(member))


@route("/debate/{day:str}/{chamber:str}/{slug:str}", http_method=READ, sync_to_thread=True)
def debate(
    day: FromPath[str], chamber: FromPath[str], slug: FromPath[str], request: AnyRequest, state: State
) -> Response[Any]:
    """A whole debate, with a permalink for every contribution."""

    def build(archive: Archive) -> Response[Any]:
        a_date(day)
        path = f"/debate/{day}/{chamber}/{slug}"
        whole = archive.debate(path)
        if _page_of(whole.section.permalink) not in ("", path):
            return _moved(whole.section.permalink, request)
        return _html(rendering.render_debate(whole, today=state.today()))

    return _answer(state, build, q=_words_of(slug))


@route("/id/{identity:path}", http_method=READ, sync_to_thread=True)
def any_id(identity: FromPath[str], state: State) -> Response[Any]:
    """Any id that a section or contribution has or ever had leads to its place today."""

    def build(archive: Archive) -> Response[Any]:
        wanted = identity.removeprefix("/")
        return _redirect(place_of(wanted, archive.debate(wanted)))

    return _answer(state, build)


@route("/sittings", http_method=READ, sync_to_thread=True)
def sittings(request: AnyRequest, state: State) -> Response[Any]:
    """The ledger: each sitting held, and each known and not held."""

    def build(archive: Archive) -> Response[Any]:
        query = request.query_params
        (first, last), house = dates_asked(query), house_asked(query)
        page = number_asked(query, "page", default=1, least=1)
        ledger = archive.sittings(first, last, house)
        rows, asked = _ledger_page(ledger, first, last, house, page)
        return _html(rendering.render_sittings(ledger, rows, asked))

    return _answer(state, build)


@route("/sittings/{day:str}/{chamber:str}", http_method=READ, sync_to_thread=True)
def sitting(day: FromPath[str], chamber: FromPath[str], state: State) -> Response[Any]:
    """The debates of one sitting, in the order of the record."""

    def build(archive: Archive) -> Response[Any]:
        on = a_date(day)
        debates = archive.debates_on(on, chamber)
        if not debates:
            raise _no_sitting(archive, on, chamber)
        return _html(rendering.render_day(on, chamber, debates, today=state.today()))

    return _answer(state, build)


@route("/about", http_method=READ, sync_to_thread=True)
def about(state: State) -> Response[Any]:
    """How it works, the licence, and that it is not the Official Report."""
    return _answer(state, lambda archive: _html(rendering.render_about(archive.sittings())))


PAGES = (start, find, person, member_excerpts, debate, any_id, sittings, sitting, about)


def place_of(identity: str, whole: Debate) -> str:
    """The address of whatever has this id in a debate: a contribution, a division, a section, else the debate."""
    page = _page_of(whole.section.permalink)
    for item in whole.items:
        if identity == item_id(item) or identity in getattr(item, "aliases", ()):
            return getattr(item, "permalink", f"{page}#c-{item_id(item)}")
    for section in _sections_below(whole.section):
        if identity == section.id or identity in section.aliases:
            return f"{page}#s-{section.id}"
    return whole.section.permalink


def item_id(item: object) -> str | None:
    """The id of a contribution or division; headings and times are found by their section."""
    return None if hasattr(item, "section_id") and not hasattr(item, "votes") else getattr(item, "id", None)


def _answer(state: State, build: Callable[[Archive], Response[Any]], *, q: str = "") -> Response[Any]:
    return problem_page(state.archives, build, q=q)


def _html(text: str) -> Response[Any]:
    return Response(text, media_type="text/html")


def _moved(path: str, request: AnyRequest) -> Response[Any]:
    query = request.scope.get("query_string", b"").decode("latin-1")
    address, _, fragment = path.partition("#")
    return _redirect(address + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else ""))


def _redirect(path: str) -> Response[Any]:
    """A permanent redirect inside the site: one slash, so that no other site can be meant."""
    safe = quote(f"/{path.lstrip('/')}", safe="/#?&=:%+-_.~,;@!$'()*")
    return Response("", status_code=301, media_type="text/plain", headers={"Location": safe})


def _page_of(permalink: str) -> str:
    return permalink.partition("#")[0]


def _sections_below(section: SectionTree) -> list[SectionTree]:
    return [s for child in section.sections for s in (child, *_sections_below(child))]


def _newest_first(ledger: Ledger) -> list[HeldSitting]:
    return sorted(ledger.sittings, key=lambda s: (-s.date.toordinal(), s.house, s.chamber))


def _ledger_page(
    ledger: Ledger, first: date | None, last: date | None, house: str | None, page: int
) -> tuple[list[HeldSitting], dict[str, Any]]:
    rows = _newest_first(ledger)
    pages = max(1, -(-len(rows) // ROWS_A_PAGE))
    if page > pages:
        raise NotHeldError(f"there is no page {page}", remedy=f"the last page is {pages}")
    filters = {name: value for name, value in (("from", first), ("to", last), ("house", house)) if value}
    asked = {
        "total": len(rows), "page": page, "pages": pages, "start": first, "end": last, "house": house,
        "narrowed": bool(filters),
        "newer": urlencode({**filters, "page": page - 1}) if page > 1 else "",
        "older": urlencode({**filters, "page": page + 1}) if page < pages else "",
    }  # fmt: skip
    return rows[(page - 1) * ROWS_A_PAGE : page * ROWS_A_PAGE], asked


def _no_sitting(archive: Archive, day: date, chamber: str) -> NotHeldError:
    same_day = archive.sittings(day, day).sittings
    instead = ", ".join(dict.fromkeys(chamber_name(s.chamber) for s in same_day if s.state == "held"))
    remedy = f"of that day, {instead} is held" if instead else "nothing of that day is held"
    return NotHeldError(f"no sitting of {chamber_name(chamber)} on {short_date(day)} is held", remedy=remedy)


def _words_of(slug: str) -> str:
    """What a reader probably meant by an address that leads nowhere."""
    return " ".join(word for word in slug.replace("-", " ").split() if not word.strip("m").isdigit())[:100]
