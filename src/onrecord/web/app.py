"""The site as an application: routes, errors and the headers that every answer carries.

Nothing here may be written to, so nothing needs a cookie or a session, and one small script
of ours is all that the Content-Security-Policy lets run, in case a word of the record should try.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from litestar import Litestar, Response, route
from litestar.config.compression import CompressionConfig
from litestar.datastructures import State
from litestar.exceptions import HTTPException, NotFoundException
from litestar.params import FromPath
from litestar.plugins import PluginProtocol
from litestar.types import Message, Scope

from ..settings import number
from .api import API
from .archives import Archives, Opener, open_read_only
from .assets import script, script_name, stylesheet, stylesheet_name
from .faults import on_defect, on_http_error, problem_json
from .freshness import Pages, fresh
from .limits import Buckets, Clock, limited
from .pages import PAGES
from .pages.answering import READ

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
FOR_PROGRAMS = {  # the API may be read from pages of other sites
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD",
    "access-control-allow-headers": "If-None-Match, If-Modified-Since",
    "access-control-expose-headers": "ETag, Last-Modified, Retry-After",
    "cross-origin-resource-policy": "cross-origin",
}
LARGEST_BODY = 262_144
A_YEAR = "public, max-age=31536000, immutable"


class Plain(Litestar):
    """Litestar without its plugins for pydantic and attrs, which take a quarter of a second to import: answers
    are bytes by the time it sees them."""

    @staticmethod
    def _get_default_plugins(plugins: list[PluginProtocol]) -> list[PluginProtocol]:
        return plugins


def create_app(
    archive_path: Path,
    *,
    open_archive: Opener = open_read_only,
    today: Callable[[], date] = date.today,
    clock: Clock = time.monotonic,
) -> Litestar:
    """The site over the archive at `archive_path`, which is opened read-only, once a thread, on first use."""
    archives = Archives(archive_path, open_archive)
    buckets, pages = Buckets(number("questions_per_minute"), clock), Pages(number("page_cache_bytes"))
    return Plain(
        route_handlers=[*PAGES, API, style, health],
        state=State({"archives": archives, "today": today}),
        exception_handlers={HTTPException: on_http_error, Exception: on_defect},
        before_send=[_protect],
        middleware=[limited(buckets), fresh(archive_path, today, pages)],
        request_max_body_size=LARGEST_BODY,
        on_shutdown=[archives.close],
        compression_config=CompressionConfig("gzip", gzip_compress_level=4),
        openapi_config=None,
        logging_config=None,  # nothing that is asked is written down
        debug=False,
    )


@route("/static/{name:str}", http_method=READ, sync_to_thread=False)
def style(name: FromPath[str]) -> Response[Any]:
    """The stylesheet and the script, each under the name of its content."""
    if name == stylesheet_name():
        return Response(stylesheet(), media_type="text/css", headers={"Cache-Control": A_YEAR})
    if name == script_name():
        return Response(script(), media_type="text/javascript", headers={"Cache-Control": A_YEAR})
    raise NotFoundException


@route("/healthz", http_method=READ, sync_to_thread=True)
def health(state: State) -> Response[Any]:
    """Whether the archive answers, its newest sitting, and how far the search is behind."""

    def build(archive: Any) -> Response[Any]:
        newest = archive.newest()
        state_now = {
            "status": "ok",
            "newest_sitting": newest,
            "age_days": (state.today() - newest).days if newest else None,
            "index_lag": archive.index_lag(),
        }
        return Response(msgspec.json.encode(state_now), media_type="application/json")

    return problem_json(state.archives, build)


async def _protect(message: Message, scope: Scope) -> None:
    if message["type"] != "http.response.start":
        return
    headers = list(message.get("headers", []))
    given = {name.lower() for name, _ in headers}
    extra = {**HEADERS, **FOR_PROGRAMS} if scope.get("path", "").startswith("/api/") else HEADERS
    if b"cache-control" not in given:
        extra = {**extra, "cache-control": "no-cache"}
    headers += [(name.encode(), value.encode()) for name, value in extra.items() if name.encode() not in given]
    message["headers"] = headers
