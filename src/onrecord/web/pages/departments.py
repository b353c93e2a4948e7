"""Departments: which there are, and one with its ministers and debates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from litestar import Response, route
from litestar.datastructures import State
from litestar.params import FromPath

from .. import rendering
from ..asked import number_asked, one_of
from ..chambers import chambers
from ..origins import origins
from ..twins import twin
from .answering import READ, AnyRequest, answer, html, moved, words_of

if TYPE_CHECKING:
    from ...archive import Archive

A_PAGE = 50


@route("/departments", http_method=READ, sync_to_thread=True)
def departments(state: State) -> Response[Any]:
    """Every department that a debate held involves."""

    def build(archive: Archive) -> Response[Any]:
        listed = archive.departments().departments
        return html(rendering.render("departments.html", listed=listed, json_twin="/api/v1/departments"))

    return answer(state, build)


@route("/departments/{name:str}", http_method=READ, sync_to_thread=True)
def department(name: FromPath[str], request: AnyRequest, state: State) -> Response[Any]:
    """A department: its ministers now and then, and its debates."""

    def build(archive: Archive) -> Response[Any]:
        page = number_asked(request.query_params, "page", default=1, least=1)
        chamber = one_of(request.query_params, "chamber", chambers())
        whole = archive.department(name, page=page, per_page=A_PAGE, chamber=chamber)
        if whole.slug != name:
            return moved(f"/departments/{quote(whole.slug)}", request)
        path = f"/departments/{quote(whole.slug)}"
        return html(
            rendering.render(
                "department.html",
                whole=whole,
                json_twin=twin(path, chamber=chamber, page=page, per_page=A_PAGE),
                feed=f"{path}/feed",
                origins=origins(archive, whole.debates),
            )
        )

    return answer(state, build, q=words_of(name))


PAGES = (departments, department)
