"""The record as pages and as JSON: parse the request, ask the archive, set the answer.

`create_app(path)` is the site, `serve(path, host, port)` runs it, and
`render_excerpts_page(excerpts)` makes one member's page as a file that stands alone.
Nothing here knows how the record is kept, and nothing is ever written: the site opens
its archive read-only. The parts are loaded late, so that a page can be made without
the server's libraries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .app import create_app
    from .rendering import render_excerpts_page
    from .server import serve

__all__ = ["create_app", "render_excerpts_page", "serve"]


def __getattr__(name: str) -> Any:
    if name == "create_app":
        from .app import create_app

        return create_app
    if name == "render_excerpts_page":
        from .rendering import render_excerpts_page

        return render_excerpts_page
    if name == "serve":
        from .server import serve

        return serve
    raise AttributeError(name)
