"""`onrecord backup`: a consistent copy of an archive, while it is in use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..publish.plain import harmless
from .load import progress_bar
from .options import AsTable, Globals, Output, TableFormat
from .output import emit, json_text


def add_to(app: typer.Typer) -> None:
    app.command("backup", epilog="Example:  onrecord backup /mnt/disk/onrecord-2024-01-15")(backup)


def backup(
    context: typer.Context,
    destination: Annotated[Path, typer.Argument(metavar="DEST", help="A folder that does not exist yet.")],
    format: AsTable = TableFormat.text,
    output: Output = None,
) -> int:
    """Copy the archive, while others read it and load into it."""
    globals_: Globals = context.obj
    with globals_.open_archive() as archive, progress_bar() as progress:
        done = archive.backup(destination, progress=progress)
    if format is TableFormat.json:
        emit(json_text(done), output)
    else:
        size = f"{done.sittings:,} sittings from {done.files:,} files, {done.bytes:,} bytes"
        emit(f"{harmless(done.path)}: {size}\n", output)
    return 0
