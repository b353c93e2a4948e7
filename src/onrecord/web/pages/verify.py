"""Was it really said? A quotation, or every quotation of an article, held against the record."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any

from litestar import Response, post, route
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.enums import RequestEncodingType
from litestar.params import Body

from ...model import ArticleQuotation
from .. import rendering
from ..api.parameters import MAX_QUOTE
from ..asked import dates_asked, text_asked
from ..twins import twin
from .answering import READ, AnyRequest, answer, html

if TYPE_CHECKING:
    from ...archive import Archive

LONGEST = 200_000
SHOWN = 3
NOTHING: Mapping[str, str | None] = MappingProxyType({})
Pasted = Annotated[dict[str, Any], Body(media_type=RequestEncodingType.URL_ENCODED)]


@route("/verify", http_method=READ)
async def verify(request: AnyRequest, state: State) -> Response[Any]:
    """A form for a quotation; a short one may stand in the address (`quote`, `speaker`, `from`, `to`)."""
    asked = {**request.query_params, "as": "quotation"}
    return await _answer(state, asked, {name: asked.get(name) for name in ("quote", "speaker", "from", "to")})


@post("/verify", status_code=200)
async def verify_pasted(data: Pasted, state: State) -> Response[Any]:
    """What was pasted into the form, as one quotation or as an article."""
    return await _answer(state, {name: value for name, value in data.items() if isinstance(value, str)})


async def _answer(state: State, asked: Mapping[str, str], address: Mapping[str, str | None] = NOTHING) -> Response[Any]:
    """In a thread by our own hand: two handlers of one address are not put there by Litestar.

    `address` is what stands in the address already: what was pasted is not put into one.
    """
    return await sync_to_thread(answer, state, lambda archive: _checked(archive, asked, address))


def _checked(archive: Archive, asked: Mapping[str, str], address: Mapping[str, str | None]) -> Response[Any]:
    text = text_asked(asked, "quote", most=LONGEST) or ""
    speaker, (start, end) = text_asked(asked, "speaker"), dates_asked(asked)
    article = asked.get("as") == "article"
    found: tuple[ArticleQuotation, ...] = ()
    if text and article:
        found = archive.verify_article(text, start=start, end=end)
    elif text:
        one = archive.verify(text, speaker=speaker, start=start, end=end)
        found = (ArticleQuotation(0, len(text), (), None, one),)
    page = rendering.render(
        "verify.html", text=text, speaker=speaker or "", start=start, end=end, article=article, found=found,
        shown=SHOWN, verdicts=VERDICTS,
        json_twin=twin("/verify", **address) if 0 < len(address.get("quote") or "") <= MAX_QUOTE else None,
    )  # fmt: skip
    return html(page)


VERDICTS = {
    "verbatim": "On the record, word for word",
    "altered": "Not on the record word for word",
    "attributed-elsewhere": "On the record, said by somebody else",
    "not-found": "Not in what is held",
}

PAGES = (verify, verify_pasted)
