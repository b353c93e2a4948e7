"""Bills: which are held, one with its stages, and ministers' words on it or in a debate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from litestar import Response, route
from litestar.datastructures import State
from litestar.params import FromPath

from ...errors import NotHeldError
from .. import excerpt_page, rendering
from ..asked import a_date, ministerial_asked, text_asked
from ..bill_way import way
from ..origins import origins
from ..twins import twin
from .answering import READ, AnyRequest, answer, html, moved, page_of, set_page, words_of

if TYPE_CHECKING:
    from ...archive import Archive

A_PAGE = "5"  # debates of ministers' words, which are long: the page stays light


@route("/bills", http_method=READ, sync_to_thread=True)
def bills(request: AnyRequest, state: State) -> Response[Any]:
    """The bills with a debate held, newest first, or those of a name (`q`)."""

    def build(archive: Archive) -> Response[Any]:
        wanted = text_asked(request.query_params, "q") or ""
        listed = archive.bills(wanted)
        return html(rendering.render("bills.html", listed=listed, wanted=wanted, json_twin=twin("/bills", q=wanted)))

    return answer(state, build)


@route("/bills/{bill:str}", http_method=READ, sync_to_thread=True)
def bill(bill: FromPath[str], request: AnyRequest, state: State) -> Response[Any]:
    """A bill's way through both Houses, as far as it is held; asked with a `provision`, ministers' words on that."""

    def build(archive: Archive) -> Response[Any]:
        if text_asked(request.query_params, "provision"):
            return moved(f"/bills/{quote(archive.bill_named(bill).id)}/ministerial", request)
        found = archive.bill(bill)
        if found.bill.id != bill:
            return moved(f"/bills/{quote(found.bill.id)}", request)
        twin = f"/api/v1/bills/{quote(found.bill.id)}"
        feed = f"/bills/{quote(found.bill.id)}/feed"
        return html(
            rendering.render(
                "bill.html",
                answer=found,
                bill=found.bill,
                way=way(found.stages),
                json_twin=twin,
                feed=feed,
                origins=origins(archive, (stage for stage in found.stages if stage.held)),
            )
        )

    return answer(state, build, q=words_of(bill))


@route("/bills/{bill:str}/ministerial", http_method=READ, sync_to_thread=True)
def bill_ministerial(bill: FromPath[str], request: AnyRequest, state: State) -> Response[Any]:
    """Ministers' words in all stages of a bill, or on one `provision` of it."""

    def build(archive: Archive) -> Response[Any]:
        found = archive.bill_named(bill)
        if found.id != bill:
            return moved(f"/bills/{quote(found.id)}/ministerial", request)
        name, back = found.name, f"/bills/{quote(bill)}"
        if provision := text_asked(request.query_params, "provision"):
            return _provision(archive, state, bill, provision, back)
        return _ministerial(archive, request, state, bill, name, back)

    return answer(state, build, q=words_of(bill))


@route("/debate/{day:str}/{chamber:str}/{slug:str}/ministerial", http_method=READ, sync_to_thread=True)
def debate_ministerial(
    day: FromPath[str], chamber: FromPath[str], slug: FromPath[str], request: AnyRequest, state: State
) -> Response[Any]:
    """Ministers' words in one debate."""

    def build(archive: Archive) -> Response[Any]:
        a_date(day)
        path = f"/debate/{day}/{chamber}/{slug}"
        section = archive.debate(path).section
        if page_of(section.permalink) not in ("", path):
            return moved(f"{page_of(section.permalink)}/ministerial", request)
        return _ministerial(archive, request, state, path, section.title, path)

    return answer(state, build, q=words_of(slug), day=day)


def _ministerial(archive: Archive, request: AnyRequest, state: State, of: str, title: str, back: str) -> Response[Any]:
    asked = ministerial_asked({"per_page": A_PAGE, **request.query_params})
    found = archive.ministerial(of, **asked)
    if found.pages and asked["page"] > found.pages:
        raise NotHeldError(f"there is no page {asked['page']}", remedy=f"the last page is {found.pages}")
    listed = [(excerpt, excerpt_page.parts(excerpt)) for excerpt in found.excerpts]
    return set_page(
        "ministerial.html", excerpt_page.letters(found.excerpts), found=found, listed=listed, title=title, back=back,
        today=state.today(),
        json_twin=twin(f"/ministerial/{quote(of.removeprefix('/'))}", page=found.page, per_page=asked["per_page"]),
        origins=origins(archive, (one.debate for one in found.excerpts)),
    )  # fmt: skip


def _provision(archive: Archive, state: State, bill: str, provision: str, back: str) -> Response[Any]:
    found = archive.provision(bill, provision)
    listed = [(excerpt, excerpt_page.parts(excerpt)) for excerpt in found.excerpts]
    return set_page(
        "provision.html", excerpt_page.letters(found.excerpts), found=found, listed=listed,
        title=found.bill.names[-1].name, back=back, today=state.today(),
        json_twin=f"/api/v1{back}/provisions/{quote(found.provision)}",
        origins=origins(archive, (one.debate for one in found.excerpts)),
    )  # fmt: skip


PAGES = (bills, bill, bill_ministerial, debate_ministerial)
