"""Where a reference leads, and questions and statements by their number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from litestar import Response, route
from litestar.datastructures import State
from litestar.params import FromPath

from ...errors import NotHeldError
from ...model import Contribution
from .. import rendering
from ..asked import a_date, a_house, text_asked
from ..origins import origins
from ..typeset import Typesetter
from .answering import READ, AnyRequest, answer, html

if TYPE_CHECKING:
    from ...archive import Archive


@route("/cite", http_method=READ, sync_to_thread=True)
def cite(request: AnyRequest, state: State) -> Response[Any]:
    """A form for a reference (`reference`), and where it leads."""

    def build(archive: Archive) -> Response[Any]:
        return _cite(archive, text_asked(request.query_params, "reference") or "")

    return answer(state, build)


@route("/cite/{reference:path}", http_method=READ, sync_to_thread=True)
def cited(reference: FromPath[str], state: State) -> Response[Any]:
    """Where a reference leads: "HC Deb 28 March 2023, vol 730, col 809", HCWS265."""
    return answer(state, lambda archive: _cite(archive, reference.removeprefix("/")))


def _cite(archive: Archive, reference: str) -> Response[Any]:
    if not reference:
        return html(rendering.render("cite.html", reference="", found=None, listed=()))
    found = archive.where(reference)
    twin = f"/api/v1/cite/{quote(reference, safe='')}"
    page = rendering.render(
        "cite.html",
        reference=reference,
        found=found,
        listed=_set(found.contributions),
        json_twin=twin,
        origins=origins(archive, (one.sitting for one in found.contributions)),
    )
    return html(page)


@route("/written/{house:str}/{day:str}/{number:str}", http_method=READ, sync_to_thread=True)
def written(house: FromPath[str], day: FromPath[str], number: FromPath[str], state: State) -> Response[Any]:
    """One question with its answers, by House, day and UIN."""
    return _one(state, house, day, number)


@route("/statements/{house:str}/{day:str}/{number:str}", http_method=READ, sync_to_thread=True)
def statement(house: FromPath[str], day: FromPath[str], number: FromPath[str], state: State) -> Response[Any]:
    """One statement, by House, day and number."""
    return _one(state, house, day, number)


@route("/written/{number:str}", http_method=READ, sync_to_thread=True)
def any_written(number: FromPath[str], state: State) -> Response[Any]:
    """Every question and answer with this UIN: numbers restart each session."""
    return _any(state, number)


@route("/statements/{number:str}", http_method=READ, sync_to_thread=True)
def any_statement(number: FromPath[str], state: State) -> Response[Any]:
    """Every statement with this number."""
    return _any(state, number)


def _one(state: State, house: str, day: str, number: str) -> Response[Any]:
    def build(archive: Archive) -> Response[Any]:
        found = archive.numbered(number, house=a_house(house), day=a_date(day)).contributions
        sections = list(dict.fromkeys(one.section.id for one in found))
        if len(sections) > 1:
            return _several(archive, number, found)
        return html(rendering.render_debate(archive.debate(sections[0]), today=state.today()))

    return answer(state, build, q=number)


def _any(state: State, number: str) -> Response[Any]:
    return answer(state, lambda archive: _several(archive, number, archive.numbered(number).contributions), q=number)


def _several(archive: Archive, number: str, found: Sequence[Contribution]) -> Response[Any]:
    if not found:
        raise NotHeldError(f"nothing that is held has the number {number}")
    twin = f"/api/v1/numbers/{quote(number, safe='')}"
    under = origins(archive, (one.sitting for one in found))
    return html(rendering.render("numbered.html", number=number, listed=_set(found), json_twin=twin, origins=under))


def _set(found: Sequence[Contribution]) -> list[tuple[Contribution, Any]]:
    return [(one, Typesetter().set(one)) for one in found]


PAGES = (cite, cited, written, statement, any_written, any_statement)
