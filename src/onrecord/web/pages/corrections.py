"""Corrections: what was said, how it should have been, and which could not be matched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from litestar import Response, route
from litestar.datastructures import State

from ...errors import NotHeldError
from .. import rendering
from ..asked import dates_asked, house_asked, number_asked, one_of
from ..origins import origins
from ..twins import twin
from .answering import READ, AnyRequest, answer, html

if TYPE_CHECKING:
    from ...archive import Archive

A_PAGE = 20
STATUSES = {"linked": "with what they correct", "unmatched": "not matched", "possible": "only possible"}


@route("/corrections", http_method=READ, sync_to_thread=True)
def corrections(request: AnyRequest, state: State) -> Response[Any]:
    """The corrections held, newest first."""

    def build(archive: Archive) -> Response[Any]:
        query = request.query_params
        (start, end), house, status = dates_asked(query), house_asked(query), one_of(query, "status", STATUSES)
        page = number_asked(query, "page", default=1, least=1)
        listed = archive.corrections(start, end, house, status, page=page, per_page=A_PAGE)
        if page > max(1, listed.pages):
            raise NotHeldError(f"there is no page {page}", remedy=f"the last page is {max(1, listed.pages)}")
        asked = (("from", start), ("to", end), ("house", house), ("status", status))
        filters = {name: value for name, value in asked if value}
        narrowed = f"?{urlencode(filters)}" if filters else ""
        return html(
            rendering.render(
                "corrections.html", listed=listed, start=start, end=end, house=house, status=status,
                statuses=STATUSES, narrowed=narrowed, feed="/corrections/feed",
                json_twin=twin("/corrections", **filters, page=page, per_page=A_PAGE),
                origins=origins(archive, (one.by for one in listed.corrections)),
            )
        )  # fmt: skip

    return answer(state, build)


PAGES = (corrections,)
