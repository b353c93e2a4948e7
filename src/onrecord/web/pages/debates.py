"""A whole debate, and the way to it from any id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from litestar import Response, route
from litestar.datastructures import State
from litestar.params import FromPath
from litestar.response import Stream

from ...model import Debate, SectionTree
from .. import rendering
from ..asked import a_date, edition_asked
from ..debate_page import letters
from .answering import READ, STREAMED, AnyRequest, answer, html, moved, page_of, redirect, words_of

if TYPE_CHECKING:
    from ...archive import Archive


@route("/debate/{day:str}/{chamber:str}/{slug:str}", http_method=READ, sync_to_thread=True)
def debate(
    day: FromPath[str], chamber: FromPath[str], slug: FromPath[str], request: AnyRequest, state: State
) -> Response[Any]:
    """A whole debate, with a permalink for every contribution; as it stood in an `edition`, or `as_of` a day."""

    def build(archive: Archive) -> Response[Any]:
        a_date(day)
        path = f"/debate/{day}/{chamber}/{slug}"
        whole = archive.debate(path, **edition_asked(request.query_params))
        if page_of(whole.section.permalink) not in ("", path):
            return moved(whole.section.permalink, request)
        if letters(whole) > STREAMED:
            return Stream(rendering.stream_debate(whole, today=state.today()), media_type="text/html")
        return html(rendering.render_debate(whole, today=state.today()))

    return answer(state, build, q=words_of(slug), day=day)


@route("/debate/{day:str}", http_method=READ, sync_to_thread=False)
def debate_day(day: FromPath[str], request: AnyRequest) -> Response[Any]:
    """An address of a debate cut short: the day."""
    return moved(f"/sittings/{quote(day, safe='')}", request)


@route("/debate/{day:str}/{chamber:str}", http_method=READ, sync_to_thread=False)
def debate_sitting(day: FromPath[str], chamber: FromPath[str], request: AnyRequest) -> Response[Any]:
    """An address of a debate cut short: the sitting."""
    return moved(f"/sittings/{quote(day, safe='')}/{quote(chamber, safe='')}", request)


@route("/id/{identity:path}", http_method=READ, sync_to_thread=True)
def any_id(identity: FromPath[str], state: State) -> Response[Any]:
    """Any id that a section or contribution has or ever had leads to its place today."""

    def build(archive: Archive) -> Response[Any]:
        wanted = identity.removeprefix("/")
        return redirect(place_of(wanted, archive.debate(wanted)))

    return answer(state, build)


PAGES = (debate, debate_day, debate_sitting, any_id)


def place_of(identity: str, whole: Debate) -> str:
    """The address of whatever has this id in a debate: a contribution, a division, a section, else the debate."""
    page = page_of(whole.section.permalink)
    for item in whole.items:
        if identity == item_id(item) or identity in getattr(item, "aliases", ()):
            return getattr(item, "permalink", f"{page}#c-{item_id(item)}")
    for section in _sections_below(whole.section):
        if identity == section.id or identity in section.aliases:
            return f"{page}#s-{section.id}"
    return whole.section.permalink


def item_id(item: object) -> str | None:
    """The id of a contribution or division; headings and times are found by their section."""
    return None if hasattr(item, "section_id") and not hasattr(item, "votes") else getattr(item, "id", None)


def _sections_below(section: SectionTree) -> list[SectionTree]:
    return [s for child in section.sections for s in (child, *_sections_below(child))]
