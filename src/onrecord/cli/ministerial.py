"""`onrecord ministerial`: what ministers said in a debate, or in all stages of a bill."""

from __future__ import annotations

from typing import Annotated

import typer

from . import filters as by
from .bill import printed
from .excerpts import Context, today
from .options import AsDebate, Cursor, DebateFormat, Globals, Output
from .output import emit, json_even_if_not_held, json_text, text_width


def add_to(app: typer.Typer) -> None:
    app.command("ministerial", epilog='Example:  onrecord ministerial "Fog Signals (Amnesty) Bill"')(ministerial)


def ministerial(
    context: typer.Context,
    debate_or_bill: Annotated[
        str, typer.Argument(metavar="DEBATE_OR_BILL", help="Any id or address of a debate, or a bill's name or id.")
    ],
    chamber: by.OneChamber = None,
    parliament: by.Parliament = None,
    session: by.Session = None,
    around: Annotated[
        Context, typer.Option("--context", help="Cause and answer, the neighbours whoever they are, or nothing.")
    ] = Context.reply,
    before: Annotated[int, typer.Option(metavar="N", min=0, help="With adjacent: how many before.")] = 1,
    after: Annotated[int, typer.Option(metavar="N", min=0, help="With adjacent: how many after.")] = 1,
    page: Annotated[int, typer.Option(metavar="N", min=1, help="Which page of debates.")] = 1,
    per_page: Annotated[int, typer.Option(metavar="N", min=1, help="Debates on a page.")] = 10,
    cursor: Cursor = None,
    format: AsDebate = DebateFormat.text,
    output: Output = None,
) -> int:
    """Print ministers' words with what they answer, in the order of the record."""
    globals_: Globals = context.obj
    with json_even_if_not_held(format is DebateFormat.json, output), globals_.open_archive() as archive:
        found = archive.ministerial(
            debate_or_bill,
            context=around.value,
            before=before,
            after=after,
            page=page,
            per_page=per_page,
            cursor=cursor,
            chamber=chamber.value if chamber else None,
            parliament=parliament,
            session=session,
        )
    if format is DebateFormat.json:
        emit(json_text(found), output)
    else:
        from ..publish.bill_outline import outline_of_ministerial

        emit(printed(outline_of_ministerial(found, today()), format, text_width(output)), output)
    return 0 if found.excerpts else 1
