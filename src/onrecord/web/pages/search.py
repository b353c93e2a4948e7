"""The search page, and the way from the one search box to whatever was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from litestar import Response, route
from litestar.datastructures import State

from ...errors import NotHeldError
from ...model import SearchPage
from .. import rendering
from ..pictures import years_found
from ..search_asked import FACETS, SearchAsked, search_asked
from .answering import READ, AnyRequest, answer, html, moved, redirect

if TYPE_CHECKING:
    from ...archive import Archive

MOST_VALUES = 10


@route("/search", http_method=READ, sync_to_thread=True)
def search(request: AnyRequest, state: State) -> Response[Any]:
    """What is found (`q` and the filters of `search`); a reference leads straight to where it points."""

    def build(archive: Archive) -> Response[Any]:
        asked = search_asked(request.query_params)
        if asked.query and not asked.filters() and archive.is_reference(asked.query):
            return redirect(f"/cite/{quote(asked.query, safe='')}", status=302)
        found = archive.search(**asked.arguments(), facets=FACETS) if asked.asks() else None
        if found and found.pages and asked.page > found.pages:
            raise NotHeldError(f"there is no page {asked.page}", remedy=f"the last page is {found.pages}")
        return html(_page(asked, found))

    return answer(state, build)


def _page(asked: SearchAsked, found: SearchPage | None) -> str:
    years = found.facets.get("year", ()) if found else ()
    return rendering.render(
        "search.html",
        asked=asked,
        found=found,
        q=asked.query,
        facets=_facets(asked, found) if found else (),
        years=years,
        columns=years_found(years),
        json_twin=f"/api/v1/search{asked.address(page=asked.page)}" if found else None,
        feed=f"/search/feed{asked.address(sort='newest')}" if found else None,
    )


def _facets(asked: SearchAsked, found: SearchPage) -> list[tuple[str, list[tuple[str, int, str]]]]:
    """Each facet with its commonest values: what it is called, how many there are, and the search that keeps to it."""
    listed = []
    for name in FACETS:
        values = found.facets.get(name, ())
        if name == "year" or len(values) < 2:
            continue
        ids = found.facet_ids.get(name) or tuple(value for value, _ in values)
        rows = [
            (label, number, asked.address(**{name: identity}))
            for (label, number), identity in zip(values, ids, strict=False)
        ]
        listed.append((name, rows[:MOST_VALUES]))
    return listed


@route("/find", http_method=READ, sync_to_thread=False)
def find(request: AnyRequest) -> Response[Any]:
    """Where the search once was."""
    return moved("/search", request)


PAGES = (search, find)
