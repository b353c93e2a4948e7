"""`onrecord serve`: the site and the JSON API, on this machine unless told otherwise.

The address is printed once it is taken. Requests are not logged: what people look up is theirs.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

from .. import settings
from ..errors import UsageError
from .options import Globals

Port = Annotated[
    int | None,
    typer.Option(metavar="N", min=0, max=65535, help="The port to listen on, 0 for any (else ONRECORD_PORT, 8080)."),
]


def add_to(app: typer.Typer) -> None:
    app.command("serve", epilog="Example:  onrecord serve --port 8081")(serve)


def serve(
    context: typer.Context,
    host: Annotated[
        str | None, typer.Option(metavar="HOST", help="The address to listen on (else ONRECORD_HOST, 127.0.0.1).")
    ] = None,
    port: Port = None,
    workers: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, max=64, help="How many processes answer (else ONRECORD_WORKERS, 2)."),
    ] = None,
) -> int:
    """Serve the web site and the JSON API until Ctrl-C."""
    globals_: Globals = context.obj
    return run_site(settings.archive_folder(globals_.archive), host, port, workers)


def run_site(archive: Path, host: str | None, port: int | None, workers: int | None = None) -> int:
    """Serve the archive in a folder until it is interrupted, on the address chosen or else in the settings."""
    from ..web import serve as serve_site

    def say(address: str) -> None:
        print(f"{archive} is served at {address} (Ctrl-C ends)", flush=True)

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that `with` blocks end as they should
    address = host or settings.value("host"), _port_set() if port is None else port
    serve_site(archive, *address, workers=workers or settings.number("workers"), started=say)
    return 0


def _port_set() -> int:
    chosen = settings.value("port")
    if not (chosen.isascii() and chosen.isdigit() and int(chosen) <= 65535):
        raise UsageError(f"“{chosen}” is not a port", where="ONRECORD_PORT", remedy="set a number up to 65535")
    return int(chosen)
