"""The start page, what a search by name finds, and the page about the site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from litestar import Response, route
from litestar.datastructures import State

from .. import rendering
from ..asked import text_asked
from .answering import READ, AnyRequest, answer, html
from .sittings import newest_first

if TYPE_CHECKING:
    from ...archive import Archive

NEWEST = 11


@route("/", http_method=READ, sync_to_thread=True)
def start(state: State) -> Response[Any]:
    """What is held, and where to look for a member or a debate."""

    def build(archive: Archive) -> Response[Any]:
        ledger = archive.sittings()
        held = [sitting for sitting in newest_first(ledger) if sitting.state == "held"]
        return html(rendering.render_start(ledger, held[:NEWEST], today=state.today()))

    return answer(state, build)


@route("/find", http_method=READ, sync_to_thread=True)
def find(request: AnyRequest, state: State) -> Response[Any]:
    """Members by name and debates by title."""

    def build(archive: Archive) -> Response[Any]:
        q = text_asked(request.query_params, "q") or ""
        people = archive.find_people(q) if q else ()
        debates = archive.find_debates(q) if q else ()
        return html(rendering.render_found(q, people, debates))

    return answer(state, build)


@route("/about", http_method=READ, sync_to_thread=True)
def about(state: State) -> Response[Any]:
    """How it works, the licence, and that it is not the Official Report."""
    return answer(state, lambda archive: html(rendering.render_about(archive.sittings())))


PAGES = (start, find, about)
