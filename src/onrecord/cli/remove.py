"""`onrecord remove`: take back what was loaded by mistake. The bytes, the reason and the date stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..publish.plain import harmless
from .load import say_waiting
from .options import AsTable, Globals, Output, Reason, TableFormat, Undo
from .output import emit, json_even_if_not_held, json_text

if TYPE_CHECKING:
    from ..model import KeeperDecision

DONE = {
    "suppress": "kept from being shown",
    "show": "shown again",
    "remove": "taken out of the record",
    "restore": "brought back into the record",
}


def add_to(app: typer.Typer) -> None:
    example = 'Example:  onrecord remove debates2023-03-28d.xml --reason "loaded by mistake"'
    app.command("remove", epilog=example)(remove)


def remove(
    context: typer.Context,
    target: Annotated[
        str,
        typer.Argument(metavar="SITTING_OR_FILE", help="A sitting's id; or a file's path, name or sha256."),
    ],
    reason: Reason,
    undo: Undo = False,
    format: AsTable = TableFormat.text,
    output: Output = None,
) -> int:
    """Take a sitting, or all that a file says, out of the record; the bytes stay."""
    globals_: Globals = context.obj
    with json_even_if_not_held(format is TableFormat.json, output), globals_.open_archive(write=True) as archive:
        decided = archive.remove(target, reason, undo=undo, waiting=say_waiting)
    return show_decision(decided, "file", format, output)


def show_decision(decided: KeeperDecision, noun: str, format: TableFormat, output: Output) -> int:
    """Print what was decided."""
    if format is TableFormat.json:
        emit(json_text(decided), output)
        return 0
    count = len(decided.ids)
    what = f"{count} {noun}{'' if count == 1 else 's'} of {', '.join(decided.sittings)}"
    emit(f"{harmless(what)}: {DONE[decided.what]} ({harmless(decided.reason)})\n", output)
    return 0
