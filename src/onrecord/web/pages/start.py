"""The start page, and the pages about the site and what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from litestar import Response, route
from litestar.datastructures import State

from .. import rendering
from .answering import READ, answer, html

if TYPE_CHECKING:
    from ...archive import Archive

NEWEST = 11
GAPS = 60  # that the page shows


@route("/", http_method=READ, sync_to_thread=True)
def start(state: State) -> Response[Any]:
    """What is held, and where to look for a member or a debate."""

    def build(archive: Archive) -> Response[Any]:
        return html(rendering.render_start(archive.held(), archive.newest_sittings(NEWEST), today=state.today()))

    return answer(state, build)


@route("/about", http_method=READ, sync_to_thread=True)
def about(state: State) -> Response[Any]:
    """How it works, the licence, and that it is not the Official Report."""
    return answer(state, lambda archive: html(rendering.render_about(archive.held())))


@route("/coverage", http_method=READ, sync_to_thread=True)
def coverage(state: State) -> Response[Any]:
    """What is held, missing and unresolved, in figures, and what is out of scope."""

    def build(archive: Archive) -> Response[Any]:
        figures, today = archive.coverage(), state.today()
        gaps = [gap for gap in figures.gaps if gap.firm or gap.kind == "columns"]  # others have holes by themselves
        return html(
            rendering.render(
                "coverage.html", figures=figures, gaps=gaps, shown=GAPS, today=today, json_twin="/api/v1/coverage"
            )
        )

    return answer(state, build)


@route("/errata", http_method=READ, sync_to_thread=True)
def errata(state: State) -> Response[Any]:
    """What was taken back, and the corrections that the record prints."""

    def build(archive: Archive) -> Response[Any]:
        return html(rendering.render("errata.html", errata=archive.errata(), json_twin="/api/v1/errata"))

    return answer(state, build)


@route("/api", http_method=READ, sync_to_thread=False)
def api(state: State) -> Response[Any]:
    """What programs can ask, from the same table as the handlers and the OpenAPI document."""
    from ..api.questions import QUESTIONS

    return answer(state, lambda _: html(rendering.render("api.html", questions=QUESTIONS)))


PAGES = (start, about, coverage, errata, api)
