"""Divisions: which there are, and one whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from litestar import Response, route
from litestar.datastructures import State
from litestar.params import FromPath

from ...errors import NotHeldError
from .. import rendering
from ..asked import dates_asked, house_asked, number_asked
from ..debate_page import Part
from ..divisions import sides
from ..origins import origins
from ..twins import twin
from .answering import READ, AnyRequest, answer, html, moved

if TYPE_CHECKING:
    from ...archive import Archive

A_PAGE = 50


@route("/divisions", http_method=READ, sync_to_thread=True)
def divisions(request: AnyRequest, state: State) -> Response[Any]:
    """The divisions held, newest first."""

    def build(archive: Archive) -> Response[Any]:
        query = request.query_params
        (start, end), house = dates_asked(query), house_asked(query)
        page = number_asked(query, "page", default=1, least=1)
        listed = archive.divisions(start, end, house, page=page, per_page=A_PAGE)
        if page > max(1, listed.pages):
            raise NotHeldError(f"there is no page {page}", remedy=f"the last page is {max(1, listed.pages)}")
        filters = {name: value for name, value in (("from", start), ("to", end), ("house", house)) if value}
        narrowed = f"?{urlencode(filters)}" if filters else ""
        return html(
            rendering.render(
                "divisions.html", listed=listed, start=start, end=end, house=house, narrowed=narrowed,
                json_twin=twin("/divisions", **filters, page=page, per_page=A_PAGE),
                feed="/divisions/feed", origins=origins(archive, listed.divisions),
            )
        )  # fmt: skip

    return answer(state, build)


@route("/divisions/{identity:path}", http_method=READ, sync_to_thread=True)
def division(identity: FromPath[str], request: AnyRequest, state: State) -> Response[Any]:
    """One division: who voted how, by party, with tellers and proxies."""

    def build(archive: Archive) -> Response[Any]:
        whole = archive.division(identity.removeprefix("/"))
        if whole.division.id != identity.removeprefix("/"):
            return moved(f"/divisions/{quote(whole.division.id)}", request)
        part = Part("division", division=whole.division, sides=sides(whole.division))
        under = origins(archive, (whole.sitting,))
        return html(
            rendering.render(
                "division.html",
                whole=whole,
                part=part,
                today=state.today(),
                json_twin=twin(f"/divisions/{quote(whole.division.id)}"),
                origins=under,
            )
        )

    return answer(state, build)


PAGES = (divisions, division)
