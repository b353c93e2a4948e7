"""`onrecord demo`: the whole way on invented sittings, from files to a page, in one command.

The archive is made in a temporary folder and removed at the end, or made and kept in the
folder that `--archive` names. ONRECORD_ARCHIVE is not used here: fiction has no business in
an archive that somebody keeps of the real record.
"""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from ..errors import UsageError
from .excerpts import written
from .options import DocumentFormat, Globals
from .output import emit, text_width
from .serve import Port, run_site

MINISTER = "Honoria Blackthorn"


def add_to(app: typer.Typer) -> None:
    app.command("demo", epilog="Example:  onrecord demo --no-serve")(demo)


def demo(
    context: typer.Context,
    port: Port = None,
    no_serve: Annotated[bool, typer.Option("--no-serve", help="End after printing; start no site.")] = False,
) -> int:
    """Show the whole way on invented sittings."""
    from ..archive import Archive

    globals_: Globals = context.obj
    with contextlib.ExitStack() as until_done:
        folder = globals_.archive or Path(until_done.enter_context(tempfile.TemporaryDirectory(prefix="onrecord-")))
        with Archive.demo(_empty(folder)) as archive:
            emit(written(archive.excerpts(MINISTER, per_page=2), DocumentFormat.text, text_width()))
        return 0 if no_serve else run_site(folder, None, port)


def _empty(folder: Path) -> Path:
    """The folder, if the demo may fill it. UsageError if there is anything in it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError("the demo wants an empty folder", where=str(folder), remedy="name another with --archive")
    return folder
