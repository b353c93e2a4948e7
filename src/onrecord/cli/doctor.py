"""`onrecord doctor`: is the archive what it should be, and with `--repair`, make it so from its vault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..publish.plain import harmless
from .load import progress_bar, say_waiting
from .options import AsTable, Globals, NoWait, Output, TableFormat
from .output import emit, json_text

if TYPE_CHECKING:
    from ..model import Health


def add_to(app: typer.Typer) -> None:
    app.command("doctor", epilog="Example:  onrecord doctor --repair")(doctor)


def doctor(
    context: typer.Context,
    repair: Annotated[bool, typer.Option("--repair", help="Make database and index anew from the vault.")] = False,
    no_wait: NoWait = False,
    format: AsTable = TableFormat.text,
    output: Output = None,
) -> int:
    """Check the archive: database, vault, journal, index. The exit status is 1 if something is wrong."""
    from ..archive import Archive

    globals_: Globals = context.obj
    if repair:
        with progress_bar() as progress:
            health = Archive.repair(globals_.archive, progress=progress, wait=not no_wait, waiting=say_waiting)
    else:
        with globals_.open_archive() as archive:
            health = archive.doctor()
    emit(json_text(health) if format is TableFormat.json else _as_text(health), output)
    return 0 if health.ok else 1


def _as_text(health: Health) -> str:
    lines = [f"done: {what}" for what in health.repaired]
    for check in health.checks:
        lines.append(f"{'good' if check.ok else 'WRONG'}  {check.name}")
        lines += [f"       {harmless(what)}" for what in check.found]
    counts = ", ".join(f"{count:,} {name}" for name, count in health.counts.items())
    lines.append(f"total: {counts}")
    return "\n".join(lines) + "\n"
