"""`onrecord people judge` and its like: what people decide about who spoke, and what is open.

A judgement goes before every rule, is kept with who made it and why, can be undone, and can be
shared: `people judgements --format json` prints what `people judge --file` takes.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError
from ..publish.plain import harmless
from .load import say_waiting
from .options import AsTable, Cursor, Globals, Output, TableFormat, Undo
from .output import emit, json_even_if_not_held, json_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model import JudgedSpeaker

JUDGE = 'Example:  onrecord people judge uk.org.publicwhip/debate/2009-10-26b.48.4 twfy:10370 --because "the recording"'


def add_to(people_app: typer.Typer) -> None:
    people_app.command("judge", epilog=JUDGE)(judge)
    people_app.command("judgements", epilog="Example:  onrecord people judgements --format json --output ours.json")(
        judgements
    )
    people_app.command("unresolved", epilog="Example:  onrecord people unresolved --limit 20")(unresolved)
    people_app.command("conflicts", epilog="Example:  onrecord people conflicts")(conflicts)


def judge(
    context: typer.Context,
    contribution: Annotated[str | None, typer.Argument(metavar="[ID]", help="An id of the contribution.")] = None,
    member: Annotated[
        str | None,
        typer.Argument(metavar="[MEMBER]", help='Who spoke: a name, an id, or "nobody" if it cannot be told.'),
    ] = None,
    because: Annotated[str, typer.Option("--because", metavar="TEXT", help="On what grounds.")] = "",
    by: Annotated[str, typer.Option("--by", metavar="TEXT", help="Who decides.")] = "the keeper",
    file: Annotated[
        Path | None,
        typer.Option(
            "--file", metavar="FILE", help="Take over judgements made elsewhere; with --undo, take them back."
        ),
    ] = None,
    undo: Undo = False,
    format: AsTable = TableFormat.text,
    output: Output = None,
) -> int:
    """Say who spoke, whatever the source and the rules say."""
    globals_: Globals = context.obj
    with json_even_if_not_held(format is TableFormat.json, output), globals_.open_archive(write=True) as archive:
        if file is not None:
            if contribution is not None:
                raise UsageError("a file of judgements and one of your own", remedy="give --file, or ID and MEMBER")
            taken = archive.take_judgements(file, undo=undo, waiting=say_waiting)
            if format is TableFormat.json:
                emit(json_text(taken), output)
                return 0 if taken.judgements else 1
            done = taken.judgements
        elif contribution is None or (member is None and not undo):
            raise UsageError("a judgement is about a contribution and a member", remedy="name both, or give --file")
        elif undo:
            done = (archive.undo_judgement(contribution, waiting=say_waiting),)
        else:
            done = (archive.judge(contribution, str(member), because, by=by, waiting=say_waiting),)
    what = "taken back" if undo else "judged"
    return _show(done, what, format, output)


def judgements(context: typer.Context, format: AsTable = TableFormat.text, output: Output = None) -> int:
    """List what people decided about who spoke; as JSON, to share it."""
    globals_: Globals = context.obj
    with globals_.open_archive() as archive:
        told = archive.judgements()
    if format is TableFormat.json:
        emit(json_text(told), output)
        return 0 if told.judgements else 1
    return _show(told.judgements, "judged", format, output)


def unresolved(
    context: typer.Context,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many to list.")] = 50,
    page: Annotated[int, typer.Option("--page", min=1, metavar="N", help="Which page.")] = 1,
    cursor: Cursor = None,
    format: AsTable = TableFormat.text,
    output: Output = None,
) -> int:
    """List name lines that nobody could be told from, with the reason and those who may be meant."""
    globals_: Globals = context.obj
    with globals_.open_archive() as archive:
        told = archive.open_names(limit, page=page, cursor=cursor)
    if format is TableFormat.json:
        emit(json_text(told), output)
        return 0 if told.names or not told.total else 1
    lines = [
        f"{one.sitting}  {one.contribution}  {one.printed}: {one.reason}"
        + (f" ({', '.join(one.candidates)})" if one.candidates else "")
        for one in told.names
    ]
    lines.append(f"total: {told.total} unresolved")
    emit("".join(f"{harmless(line)}\n" for line in lines), output)
    return 0


def conflicts(context: typer.Context, format: AsTable = TableFormat.text, output: Output = None) -> int:
    """List what lists of people contradict each other about."""
    globals_: Globals = context.obj
    with globals_.open_archive() as archive:
        told = archive.conflicts()
    if format is TableFormat.json:
        emit(json_text(told), output)
        return 0
    lines = [*told.conflicts, f"total: {len(told.conflicts)} conflicts"]
    emit("".join(f"{harmless(line)}\n" for line in lines), output)
    return 0


def _show(done: Sequence[JudgedSpeaker], what: str, format: TableFormat, output: Output) -> int:
    if format is TableFormat.json:
        emit(json_text(done[0] if len(done) == 1 else list(done)), output)
        return 0 if done else 1
    lines = [
        f"{one.contribution or one.ids[0]}  {what}: {one.name or one.person_id or 'cannot be told'}  "
        f"[{one.by}, {one.since[:10]}: {one.grounds}]"
        for one in done
    ]
    lines.append(f"total: {len(done)}")
    emit("".join(f"{harmless(line)}\n" for line in lines), output)
    return 0 if done else 1
