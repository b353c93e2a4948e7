"""How a debate read before: every wording that changed, word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from litestar import Response, route
from litestar.datastructures import State
from litestar.params import FromPath

from .. import rendering
from ..asked import a_date
from .answering import READ, AnyRequest, answer, html, moved, page_of, words_of

if TYPE_CHECKING:
    from ...archive import Archive


@route("/debate/{day:str}/{chamber:str}/{slug:str}/history", http_method=READ, sync_to_thread=True)
def history(
    day: FromPath[str], chamber: FromPath[str], slug: FromPath[str], request: AnyRequest, state: State
) -> Response[Any]:
    """Earlier versions of a debate and their differences."""

    def build(archive: Archive) -> Response[Any]:
        a_date(day)
        path = f"/debate/{day}/{chamber}/{slug}"
        past = archive.history(path)
        if page_of(past.section.permalink) not in ("", path):
            return moved(f"{page_of(past.section.permalink)}/history", request)
        twin = f"/api/v1/history{path}"
        return html(rendering.render("history.html", past=past, path=path, json_twin=twin))

    return answer(state, build, q=words_of(slug), day=day)


PAGES = (history,)
