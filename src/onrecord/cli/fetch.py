"""`onrecord fetch`: bring sittings from the official services into the archive.

It may be interrupted at any moment; the same command goes on where it stopped. What did
not come is named on stderr, and the exit status is then 3.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError
from ..publish.plain import harmless
from .errors import report
from .load import named_totals, progress_bar, say_waiting, with_noun
from .options import AsTable, Chamber, From, Globals, House, NoWait, Output, TableFormat, To, check_days
from .output import emit, json_text

if TYPE_CHECKING:
    from ..model import FetchedUnit, FetchReport

EXAMPLE = "Example:  onrecord fetch --from 2024-01-15 --to 2024-01-19 --house commons"


def add_to(app: typer.Typer) -> None:
    app.command("fetch", epilog=EXAMPLE)(fetch)


def fetch(
    context: typer.Context,
    start: From = None,
    end: To = None,
    house: Annotated[House | None, typer.Option("--house", help="Only this House.")] = None,
    chamber: Annotated[Chamber | None, typer.Option("--chamber", help="Only this chamber.")] = None,
    no_wait: NoWait = False,
    format: AsTable = TableFormat.text,
    output: Output = None,
) -> int:
    """Fetch sittings from Parliament's services, and load them."""
    if start is None:
        raise UsageError("from which day on?", remedy="say so with --from, written as 2024-01-15")
    end = end or date.today()
    check_days(start, end)
    globals_: Globals = context.obj
    with globals_.open_archive(create=True) as archive, progress_bar() as progress:
        done = archive.fetch(
            start,
            end,
            house=house,
            chamber=chamber,
            progress=progress,
            wait=not no_wait,
            waiting=say_waiting,
        )
    return show(done, "contributions", format, output)


def show(done: FetchReport, counted: str, format: TableFormat, output: Output) -> int:
    """Print what a fetch did; the exit status: 3 if anything is wanting, 1 if there was nothing to fetch."""
    emit(json_text(done) if format is TableFormat.json else _as_text(done, counted), output)
    wanting = [failure for unit in done.units for failure in unit.failed]
    wanting += [file.error or file.path for file in done.load.files if file.status == "refused"]
    wanting += [done.stopped] if done.stopped else []
    for each in dict.fromkeys(wanting):  # a service that rests, or is not there, fails every unit alike
        report(each)
    if wanting:
        return 3
    return 0 if any(unit.answers or unit.status == "resumed" for unit in done.units) else 1


def _as_text(done: FetchReport, counted: str) -> str:
    lines = [_line(unit) for unit in done.units]
    fetched = [with_noun(done.totals[name], name) for name in ("units", "answers", "failed")]
    loaded = [with_noun(count, name) for name, count in named_totals(done.load, counted) if name != "files"]
    lines += [f"note: {harmless(note)}" for note in done.notes]
    return "\n".join([*lines, f"fetched: {', '.join(fetched)}", f"loaded: {', '.join(loaded)}"]) + "\n"


def _line(unit: FetchedUnit) -> str:
    what = f"{unit.service} {unit.house or ''} {unit.date or ('calendar' if unit.house else '')}"
    said = [with_noun(unit.answers, "answers")] if unit.answers or (unit.date and not unit.failed) else []
    said += [f"{len(unit.failed):,} failed"] if unit.failed else []
    return f"{unit.status:<10}  {harmless(' '.join(what.split()))}  {', '.join(said)}".rstrip()
