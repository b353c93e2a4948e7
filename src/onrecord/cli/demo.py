"""`onrecord demo`: the whole way on invented sittings, from files to a page, in one command.

It prints a minister's words and a bill's way through both Houses, and says how to see more.

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
from .bill import printed
from .excerpts import written
from .options import DebateFormat, DocumentFormat, Globals
from .output import emit, text_width
from .serve import Port, run_site

MINISTER = "Honoria Blackthorn"
BILL = "Lighthouses and Lesser Beacons Bill"
SLUG = "lighthouses-and-lesser-beacons-bill-2017-19"


def add_to(app: typer.Typer) -> None:
    app.command("demo", epilog="Example:  onrecord demo --no-serve")(demo)


def demo(
    context: typer.Context,
    port: Port = None,
    no_serve: Annotated[bool, typer.Option("--no-serve", help="End after printing; start no site.")] = False,
) -> int:
    """Show the whole way on invented sittings."""
    from ..archive import Archive
    from ..publish.bill_outline import outline_of_bill

    globals_: Globals = context.obj
    with contextlib.ExitStack() as until_done:
        folder = globals_.archive or Path(until_done.enter_context(tempfile.TemporaryDirectory(prefix="onrecord-")))
        with Archive.demo(_empty(folder), bill=True) as archive:
            emit(written(archive.excerpts(MINISTER, per_page=2), DocumentFormat.text, text_width()))
            emit("\n" + printed(outline_of_bill(archive.bill(BILL)), DebateFormat.text, text_width()))
            emit(_more(globals_.archive))
        return 0 if no_serve else run_site(folder, None, port)


def _more(kept: Path | None) -> str:
    """How to see what ministers said on a clause of that bill; the archive must be kept for it."""
    folder = str(kept) if kept else "DIR"
    keep = "" if kept else f"With `onrecord --archive {folder} demo --no-serve` the archive is kept, and then:\n"
    return (
        f"\nWhat ministers said on its clause 3, which was clause 2 in the Commons, and the pack of it:\n{keep}"
        f'  onrecord --archive {folder} bill "{BILL}" --provision "clause 3"\n'
        f'  onrecord --archive {folder} export pdf pack.pdf --bill "{BILL}" --provision "clause 3"\n'
        f"On the site: /bills/{SLUG}\n"
    )


def _empty(folder: Path) -> Path:
    """The folder, if the demo may fill it. UsageError if there is anything in it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError("the demo wants an empty folder", where=str(folder), remedy="name another with --archive")
    return folder
