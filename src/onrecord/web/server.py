"""Runs the site: on one address, by one process or several, until it is told to stop.

The port is taken before anything else, so that a port in use is one plain line and not a
stack of frames; the archive is opened once before the first request for the same reason.
Neither addresses nor queries are logged.
"""

from __future__ import annotations

import errno
import gc
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ArchiveError, UsageError
from .workers import Workers, can_fork

if TYPE_CHECKING:
    from litestar import Litestar

AT_ONCE = 0.001  # seconds that one thread may keep the others waiting: whoever takes in questions must not wait long
SELDOM = 20_000  # new objects between two collections: a page makes and drops thousands, none in a ring


def serve(
    archive_path: Path,
    host: str = "127.0.0.1",
    port: int = 8080,
    *,
    workers: int = 1,
    started: Callable[[str], None] | None = None,
) -> None:
    """Serve the archive at `archive_path` until interrupted; `started` is told the address once it is taken.

    ArchiveError if the port or the archive cannot be had.
    """
    from .archives import open_read_only

    listening = _listen(host, port)
    with listening:
        open_read_only(archive_path).close()
        app = _made(archive_path)  # before the fork: once for all workers, and shared by them
        if started:
            started(_address(listening))
        if workers > 1 and can_fork():
            Workers(workers, lambda: _work(app, listening)).run()
        else:
            _work(app, listening)


def _made(archive_path: Path) -> Litestar:
    """The site, with all that it needs imported; no thread runs yet, and nothing is open."""
    from importlib import import_module

    from . import environment
    from .app import create_app

    for name in (f"{__package__}.answerers", "uvicorn", "uvicorn.protocols.http.auto", "tantivy"):
        import_module(name)
    environment.ready()
    return create_app(archive_path)


def _work(app: Litestar, listening: socket.socket) -> None:
    import uvicorn
    from litestar.concurrency import set_asyncio_executor

    from .answerers import answerers

    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=5
    )
    sys.setswitchinterval(AT_ONCE)
    gc.freeze()  # what is imported stays: no walk through it at every collection
    gc.set_threshold(SELDOM)
    with answerers(app.state.archives) as pool:
        set_asyncio_executor(pool)
        uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    if not 0 <= port <= 65535:
        raise UsageError(f"{port} is no port", remedy="choose one from 1 to 65535 with --port")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        raise UsageError(f"there is no address {host} on this machine", remedy="choose another with --host") from error
    listening = socket.socket(family, kind, protocol)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(address)
        listening.listen()  # at once: whoever follows the address waits and is not refused
    except OSError as error:
        listening.close()
        raise _cannot_listen(host, port, error) from error
    return listening


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if listening.family == socket.AF_INET6 else f"http://{host}:{port}/"


def _cannot_listen(host: str, port: int, error: OSError) -> ArchiveError | UsageError:
    if error.errno == errno.EADDRINUSE:
        return ArchiveError(f"port {port} is in use", remedy="choose another with --port")
    if error.errno == errno.EACCES:
        return ArchiveError(f"port {port} is not open to you", remedy="choose one above 1023 with --port")
    return UsageError(f"{host} is not an address of this machine", remedy="choose another with --host")
