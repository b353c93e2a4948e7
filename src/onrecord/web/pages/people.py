"""A person, their words in context, and their exchanges with another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from litestar import Response, route
from litestar.datastructures import State
from litestar.params import FromPath

from ...errors import NotHeldError
from ...model import Excerpts
from .. import rendering
from ..asked import ExcerptsAsked, date_asked, excerpts_asked, number_asked, text_asked
from ..excerpt_page import letters
from ..origins import origins
from ..twins import twin
from .answering import READ, AnyRequest, answer, html, moved, set_page, words_of

if TYPE_CHECKING:
    from ...archive import Archive

PEOPLE_A_PAGE = 100


@route("/people", http_method=READ, sync_to_thread=True)
def people(request: AnyRequest, state: State) -> Response[Any]:
    """Everybody who speaks in the record held, by surname; or those of a name (`q`)."""

    def build(archive: Archive) -> Response[Any]:
        q = text_asked(request.query_params, "q") or ""
        page = number_asked(request.query_params, "page", default=1, least=1)
        listed = archive.people(q, page=page, per_page=PEOPLE_A_PAGE)
        if page > max(1, listed.pages):
            raise NotHeldError(f"there is no page {page}", remedy=f"the last page is {max(1, listed.pages)}")
        return html(rendering.render("people.html", listed=listed, wanted=q, json_twin=twin("/people", q=q)))

    return answer(state, build)


@route("/people/{member:str}", http_method=READ, sync_to_thread=True)
def person(member: FromPath[str], request: AnyRequest, state: State) -> Response[Any]:
    """A person: names, memberships, offices, each with its source; and what they did, in counts."""

    def build(archive: Archive) -> Response[Any]:
        known = archive.person(member, on=date_asked(request.query_params, "on"))
        if known.slug and known.slug != member:
            return moved(f"/people/{quote(known.slug)}", request)
        done = archive.activity(known.person_id)
        under = (*origins(archive, done.newest), (archive.known_from(known), "list of people"))
        return html(rendering.render_person(known, done, today=state.today(), origins=under))

    return answer(state, build, q=words_of(member))


@route("/people/{member:str}/excerpts", http_method=READ, sync_to_thread=True)
def member_excerpts(member: FromPath[str], request: AnyRequest, state: State) -> Response[Any]:
    """The member's page: their words in context, newest debate first."""

    def build(archive: Archive) -> Response[Any]:
        asked = excerpts_asked(request.query_params)
        excerpts = archive.excerpts(member, **asked.arguments())
        slug = excerpts.member.slug
        if slug and slug != member:
            return moved(f"/people/{quote(slug)}/excerpts", request)
        return _excerpts(archive, state, excerpts, asked)

    return answer(state, build, q=words_of(member))


@route("/people/{member:str}/vs/{other:str}", http_method=READ, sync_to_thread=True)
def versus(member: FromPath[str], other: FromPath[str], request: AnyRequest, state: State) -> Response[Any]:
    """The exchanges between two members: the member's page, narrowed to the other."""

    def build(archive: Archive) -> Response[Any]:
        one, two = archive.person(member), archive.person(other)
        if (one.slug, two.slug) != (member, other):
            return moved(f"/people/{quote(one.slug)}/vs/{quote(two.slug)}", request)
        asked = excerpts_asked({**request.query_params, "with": two.slug})
        excerpts = archive.excerpts(member, **asked.arguments())
        return _excerpts(archive, state, excerpts, asked, other=two)

    return answer(state, build, q=words_of(member))


@route("/people/{member:str}/departments/{department:str}", http_method=READ, sync_to_thread=True)
def with_department(
    member: FromPath[str], department: FromPath[str], request: AnyRequest, state: State
) -> Response[Any]:
    """The member's debates and written questions with one department."""

    def build(archive: Archive) -> Response[Any]:
        known, meant = archive.person(member), archive.department(department, per_page=1)
        if (known.slug, meant.slug) != (member, department):
            return moved(f"/people/{quote(known.slug)}/departments/{quote(meant.slug)}", request)
        asked = excerpts_asked({**request.query_params, "department": meant.name})
        excerpts = archive.excerpts(member, **asked.arguments())
        return _excerpts(archive, state, excerpts, asked, department=meant)

    return answer(state, build, q=words_of(member))


def _excerpts(archive: Archive, state: State, excerpts: Excerpts, asked: ExcerptsAsked, **beside: Any) -> Response[Any]:
    if excerpts.pages and asked.page > excerpts.pages:
        raise NotHeldError(f"there is no page {asked.page}", remedy=f"the last page is {excerpts.pages}")
    under = origins(archive, (one.debate for one in excerpts.excerpts))
    page = rendering.excerpts_page(excerpts, asked, today=state.today(), origins=under, **beside)
    return set_page("excerpts.html", letters(excerpts.excerpts), **page)


PAGES = (people, person, member_excerpts, versus, with_department)
