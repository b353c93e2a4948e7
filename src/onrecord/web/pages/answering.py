"""What every page's handler does with its answer: set it, or lead on to where it stands today."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from litestar import Request, Response
from litestar.datastructures import State
from litestar.response import Stream

from .. import rendering
from ..faults import problem_page

if TYPE_CHECKING:
    from ...archive import Archive

STREAMED = 100_000  # letters of the record
READ: Any = ("GET", "HEAD")
AnyRequest = Request[Any, Any, Any]


def answer(state: State, build: Callable[[Archive], Response[Any]], *, q: str = "", day: str = "") -> Response[Any]:
    """What `build` answers, or the page that says why not; `q` is what the reader probably looked for, and of when."""
    return problem_page(state.archives, build, q=q, day=day)


def html(text: str) -> Response[Any]:
    """A page."""
    return Response(text, media_type="text/html")


def set_page(template: str, letters: int, **context: Any) -> Response[Any]:
    """A page; one of many letters is sent while it is being set."""
    if letters > STREAMED:
        return Stream(rendering.stream(template, **context), media_type="text/html")
    return html(rendering.render(template, **context))


def moved(path: str, request: AnyRequest) -> Response[Any]:
    """A permanent redirect that keeps the query."""
    query = request.scope.get("query_string", b"").decode("latin-1")
    address, _, fragment = path.partition("#")
    return redirect(address + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else ""))


def redirect(path: str, status: int = 301) -> Response[Any]:
    """A redirect inside the site, permanent unless told otherwise: one slash, so that no other site can be meant."""
    safe = quote(f"/{path.lstrip('/')}", safe="/#?&=:%+-_.~,;@!$'()*")
    return Response("", status_code=status, media_type="text/plain", headers={"Location": safe})


def page_of(permalink: str) -> str:
    """The address of the page on which a permalink points to something."""
    return permalink.partition("#")[0]


def words_of(slug: str) -> str:
    """What a reader probably meant by an address that leads nowhere."""
    return " ".join(word for word in slug.replace("-", " ").split() if not word.strip("m").isdigit())[:100]
