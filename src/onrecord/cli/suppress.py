"""`onrecord suppress`: keep a contribution from being shown anywhere. It stays in the archive."""

from __future__ import annotations

from typing import Annotated

import typer

from .load import say_waiting
from .options import AsTable, Globals, Output, Reason, TableFormat, Undo
from .output import json_even_if_not_held
from .remove import show_decision


def add_to(app: typer.Typer) -> None:
    example = 'Example:  onrecord suppress uk.org.publicwhip/debate/2023-03-28d.809.8 --reason "a court order"'
    app.command("suppress", epilog=example)(suppress)


def suppress(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="An id or alias of a contribution, or of a section.")],
    reason: Reason,
    undo: Undo = False,
    format: AsTable = TableFormat.text,
    output: Output = None,
) -> int:
    """Show a contribution, or all that stands under a heading, nowhere; it stays in the archive."""
    globals_: Globals = context.obj
    with json_even_if_not_held(format is TableFormat.json, output), globals_.open_archive(write=True) as archive:
        decided = archive.suppress(id, reason, undo=undo, waiting=say_waiting)
    return show_decision(decided, "contribution", format, output)
