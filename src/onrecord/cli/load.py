"""`onrecord load`: read official files into the archive, and say per file what became of it.

A file that cannot be read whole is refused whole and named on stderr; the others are loaded
all the same, and the exit status is then 3. `people load` reports in the same way.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from ..publish.plain import harmless
from .errors import report
from .options import AsTable, Globals, NoWait, Output, Paths, TableFormat
from .output import emit, json_text

if TYPE_CHECKING:
    from ..model import LoadedFile, LoadReport

STATUSES = ("files", "loaded", "unchanged", "superseded", "refused")
EXAMPLE = "Example:  onrecord load debates2023-03-28d.xml hansard-api/"


def add_to(app: typer.Typer) -> None:
    app.command("load", epilog=EXAMPLE)(load)


def load(
    context: typer.Context,
    paths: Paths,
    no_wait: NoWait = False,
    accept: Annotated[bool, typer.Option("--accept", help="Also what says less than the edition held.")] = False,
    format: AsTable = TableFormat.text,
    output: Output = None,
) -> int:
    """Read files or folders of Hansard into the archive."""
    globals_: Globals = context.obj
    with globals_.open_archive(create=True) as archive, progress_bar() as progress:
        done = archive.load(paths, progress=progress, wait=not no_wait, waiting=say_waiting, accept=accept)
    return show(done, "contributions", format, output)


def show(done: LoadReport, counted: str, format: TableFormat, output: Output) -> int:
    """Print what a load did; the exit status: 3 if a file was refused, 1 if there was none to read."""
    emit(json_text(done) if format is TableFormat.json else _as_text(done, counted), output)
    for file in done.files:
        if file.status == "refused":
            report(file.error or f"refused ({file.path})")
    if any(file.status == "refused" for file in done.files):
        return 3
    return 0 if done.files else 1


def say_waiting() -> None:
    """Tell whoever waits why."""
    print("another load is at work on this archive; waiting for it to end", file=sys.stderr)


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None] | None]:
    """What `Archive.load` calls as it goes on: draws a bar on a terminal; None in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    parts = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*parts, console=Console(stderr=True), transient=True) as drawn:
        task = drawn.add_task("", total=None)
        yield lambda name, done, total: drawn.update(task, description=harmless(name), completed=done, total=total)


def _as_text(done: LoadReport, counted: str) -> str:
    if not done.files:
        return "no files found\n"
    lines = [line for file in done.files for line in _file_lines(file, counted)]
    totals = [with_noun(count, name) for name, count in named_totals(done, counted)]
    return "\n".join([*lines, f"total: {', '.join(totals)}"]) + "\n"


def named_totals(done: LoadReport, counted: str) -> list[tuple[str, int]]:
    """What a load comes to, each sum with its name; `counted` is what was read (contributions, or facts)."""
    named = {**done.totals, counted: done.totals.get("contributions", 0)}
    return [(name, named[name]) for name in (*STATUSES, *_read(counted)) if name in named]


def _read(counted: str) -> tuple[str, ...]:
    """What is added up: lists of people hold neither sittings nor words."""
    return ("sittings", counted, "words", "unresolved_speakers") if counted == "contributions" else (counted,)


def _file_lines(file: LoadedFile, counted: str) -> list[str]:
    counts = [(file.sittings, "sittings"), (file.contributions, counted), (file.words, "words")]
    counts.append((file.unresolved_speakers, "unresolved_speakers"))
    said = ", ".join(with_noun(count, name) for count, name in counts if count)
    line = "  ".join(part for part in (f"{file.status:<10}", harmless(file.path), file.format, said) if part)
    return [line, *(f"            warning: {harmless(warning)}" for warning in file.warnings)]


def with_noun(count: int, name: str) -> str:
    """A number with its noun: "1 file", "1,204 unresolved speakers"."""
    words = name.replace("_", " ")
    return f"{count:,} {words[:-1] if count == 1 and words.endswith('s') else words}"
