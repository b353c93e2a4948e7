"""The same answers as JSON, under `/api/v1`: the contract's shapes, with the same parameters as the pages.

An answer is the archive's struct encoded, nothing added. What cannot be answered is one
`application/problem+json` (RFC 9457) with what is wrong, the remedy, and the candidates
where several fit.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Response, Router, route
from litestar.datastructures import State
from litestar.params import FromPath

from ..errors import NotHeldError
from .asked import date_asked, dates_asked, excerpts_asked, house_asked
from .faults import problem_json
from .pages import READ, AnyRequest

if TYPE_CHECKING:
    from ..archive import Archive


@route("/sittings", http_method=READ, sync_to_thread=True)
def sittings(request: AnyRequest, state: State) -> Response[Any]:
    """The ledger, narrowed by `from`, `to` and `house`."""

    def build(archive: Archive) -> object:
        start, end = dates_asked(request.query_params)
        return archive.sittings(start, end, house_asked(request.query_params))

    return _answer(state, build)


@route("/debates/{identity:path}", http_method=READ, sync_to_thread=True)
def debate(identity: FromPath[str], state: State) -> Response[Any]:
    """One section whole, by any id, alias or permalink that it or a contribution in it has."""
    wanted = identity if identity.startswith("/debate/") else identity.removeprefix("/")
    return _answer(state, lambda archive: archive.debate(wanted))


@route("/people/{member:str}", http_method=READ, sync_to_thread=True)
def person(member: FromPath[str], request: AnyRequest, state: State) -> Response[Any]:
    """A person, and what they held on the day `on`."""
    return _answer(state, lambda archive: archive.person(member, on=date_asked(request.query_params, "on")))


@route("/people/{member:str}/excerpts", http_method=READ, sync_to_thread=True)
def excerpts(member: FromPath[str], request: AnyRequest, state: State) -> Response[Any]:
    """A member's words with their context, a page at a time."""

    def build(archive: Archive) -> object:
        asked = excerpts_asked(request.query_params)
        answer = archive.excerpts(member, **asked.arguments())
        if answer.pages and asked.page > answer.pages:
            raise NotHeldError(f"there is no page {asked.page}", remedy=f"the last page is {answer.pages}")
        return answer

    return _answer(state, build)


API = Router("/api/v1", route_handlers=[sittings, debate, person, excerpts])


def _answer(state: State, build: Callable[[Archive], object]) -> Response[Any]:
    def encoded(archive: Archive) -> Response[Any]:
        return Response(msgspec.json.encode(build(archive)), media_type="application/json")

    return problem_json(state.archives, encoded)
