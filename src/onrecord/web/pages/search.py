"""The search page, and the way from the one search box to whatever was meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any, cast
from urllib.parse import quote

from litestar import Response, route
from litestar.datastructures import State
from litestar.params import FromPath
from litestar.response import Stream

from ...errors import NotHeldError, UsageError
from ...model import LICENCE, SearchPage
from .. import rendering
from ..origins import Origins, origins
from ..pictures import years_found
from ..search_asked import FACETS, SearchAsked, search_asked
from .answering import READ, AnyRequest, answer, html, moved, redirect

if TYPE_CHECKING:
    from ...archive import Archive

MOST_VALUES = 10
Narrowed = tuple[str, int, str]  # a value, how many there are, and the search that keeps to it
MOST_EXPORTED = 20_000
_SHOWN = 2_000  # letters of a question that cannot be answered, put back into the box
IN_MEMORY = 4 << 20
BLOCK = 1 << 16
EXPORTS = {"csv": "text/csv", "jsonl": "application/x-ndjson"}


@route("/search", http_method=READ, sync_to_thread=True)
def search(request: AnyRequest, state: State) -> Response[Any]:
    """What is found (`q` and the filters of `search`); a reference leads straight to where it points."""

    def build(archive: Archive) -> Response[Any]:
        asked = search_asked(request.query_params)
        if not asked.filters() and _is_reference(archive, asked.query):
            return redirect(f"/cite/{quote(asked.query, safe='')}", status=302)
        return html(answered(archive, asked))

    return answer(state, build, q=request.query_params.get("q", "")[:_SHOWN])


def answered(archive: Archive, asked: SearchAsked) -> str:
    """The page of a search; of nothing asked, the form alone. NotHeldError beyond its last page."""
    found = archive.search(**asked.arguments(), facets=FACETS, most_values=MOST_VALUES) if asked.asks() else None
    if found and found.pages and asked.page > found.pages:
        raise NotHeldError(f"there is no page {asked.page}", remedy=f"the last page is {found.pages}")
    return _page(asked, found, origins(archive, (hit.sitting for hit in found.results)) if found else ())


def _is_reference(archive: Archive, text: str) -> bool:
    """Whether somebody wrote a reference into the search box. One has a figure in it, so most words are not tried."""
    if not any(character.isdigit() for character in text):
        return False
    try:
        archive.where(text)
    except UsageError:
        return False
    return True


def _page(asked: SearchAsked, found: SearchPage | None, under: Origins) -> str:
    years = found.facets.get("year", ()) if found else ()
    return rendering.render(
        "search.html",
        asked=asked,
        found=found,
        q=asked.query,
        facets=_facets(asked, found) if found else (),
        years=_narrowed(asked, "year", sorted(years, reverse=True)),
        columns=years_found(years),
        json_twin=f"/api/v1/search{asked.address(page=asked.page)}" if found else None,
        feed=f"/search/feed{asked.address(sort='newest')}" if found else None,
        exports=[(kind, f"/search/export/{kind}{asked.address()}") for kind in EXPORTS],
        most_exported=MOST_EXPORTED,
        origins=under,
    )


def _facets(asked: SearchAsked, found: SearchPage) -> list[tuple[str, list[Narrowed]]]:
    """Each facet with its commonest values: what it is called, how many there are, and the search that keeps to it."""
    listed = []
    for name in FACETS:
        values = found.facets.get(name, ())
        if name == "year" or len(values) < 2:
            continue
        ids = found.facet_ids.get(name, ())
        listed.append((name, _narrowed(asked, name, values, ids)))
    return listed


def _narrowed(
    asked: SearchAsked, name: str, values: Sequence[tuple[str, int]], ids: Sequence[str] = ()
) -> list[Narrowed]:
    addresses = asked.addresses(name, ids or [value for value, _ in values])
    return [(label, number, address) for (label, number), address in zip(values, addresses, strict=True)]


@route("/find", http_method=READ, sync_to_thread=False)
def find(request: AnyRequest) -> Response[Any]:
    """Where the search once was."""
    return moved("/search", request)


@route("/search/export/{kind:str}", http_method=READ, sync_to_thread=True)
def export(kind: FromPath[str], request: AnyRequest, state: State) -> Response[Any]:
    """What a search finds, in the order of the record, as `csv` or `jsonl`; so many contributions at most."""

    def build(archive: Archive) -> Response[Any]:
        if kind not in EXPORTS:
            raise UsageError(f"there is no export as {kind}", remedy=f"take one of {', '.join(EXPORTS)}")
        asked = search_asked(request.query_params)
        if not asked.asks():
            raise UsageError("nothing was asked for", remedy="give words to look for as q, or a filter")
        file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed when it has been sent
        archive.pour(kind, cast("IO[bytes]", file), asked.query, limit=MOST_EXPORTED, **asked.chosen())
        file.seek(0)
        headers = {"Content-Disposition": f'attachment; filename="on-record.{kind}"', "X-Licence": LICENCE}
        return Stream(_blocks(file), media_type=EXPORTS[kind], headers=headers)

    return answer(state, build)


def _blocks(file: SpooledTemporaryFile[bytes]) -> Iterator[bytes]:
    with file:
        while block := file.read(BLOCK):
            yield block


PAGES = (search, find, export)
