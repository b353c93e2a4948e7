"""`onrecord excerpts`: a member's words, debate by debate, with the words around them.

The question goes to the archive as it stands and the answer is printed; what counts as
context, and what is left out, is settled in `extracts`.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from . import filters as by
from .options import AsDocument, Cursor, DocumentFormat, From, Globals, Output, To, check_days, read_words
from .output import emit, json_even_if_not_held, json_text, text_width

if TYPE_CHECKING:
    from ..model import Excerpts

Text = str | None


class Context(StrEnum):
    reply = "reply"
    adjacent = "adjacent"
    none = "none"


def add_to(app: typer.Typer) -> None:
    app.command("excerpts", epilog='Example:  onrecord excerpts "Alan Johnson" --department "Home Office"')(excerpts)


def excerpts(
    context: typer.Context,
    member: Annotated[str, typer.Argument(metavar="MEMBER", help="A name, or an id such as mnis:4366.")],
    department: by.Department = None,
    debate: Annotated[Text, typer.Option(parser=read_words, metavar="ID", help="One debate only.")] = None,
    bill: by.Bill = None,
    with_member: Annotated[
        Text,
        typer.Option("--with", parser=read_words, metavar="MEMBER", help="Only the exchanges with this other member."),
    ] = None,
    start: From = None,
    end: To = None,
    parliament: by.Parliament = None,
    session: by.Session = None,
    chamber: by.OneChamber = None,
    around: Annotated[
        Context, typer.Option("--context", help="Cause and answer, the neighbours whoever they are, or nothing.")
    ] = Context.reply,
    before: Annotated[int, typer.Option(metavar="N", min=0, help="With adjacent: how many before.")] = 1,
    after: Annotated[int, typer.Option(metavar="N", min=0, help="With adjacent: how many after.")] = 1,
    page: Annotated[int, typer.Option(metavar="N", min=1, help="Which page of debates.")] = 1,
    per_page: Annotated[int, typer.Option(metavar="N", min=1, help="Debates on a page.")] = 10,
    cursor: Cursor = None,
    format: AsDocument = DocumentFormat.text,
    output: Output = None,
) -> int:
    """Print a member's words with their context."""
    check_days(start, end)
    globals_: Globals = context.obj
    with json_even_if_not_held(format is DocumentFormat.json, output), globals_.open_archive() as archive:
        found = archive.excerpts(
            member,
            department=department,
            debate=debate,
            bill=bill,
            with_member=with_member,
            start=start,
            end=end,
            parliament=parliament,
            session=session,
            chamber=chamber.value if chamber else None,
            context=around.value,
            before=before,
            after=after,
            page=page,
            per_page=per_page,
            cursor=cursor,
        )
    emit(written(found, format, text_width(output)), output)
    return 0 if found.excerpts else 1


def written(found: Excerpts, format: DocumentFormat, width: int | None) -> str:
    """The excerpts in one of the formats; text in lines of `width` (None: unbroken)."""
    now = today()
    match format:
        case DocumentFormat.json:
            return json_text(found)
        case DocumentFormat.markdown:
            from ..publish.markdown import excerpts_markdown

            return excerpts_markdown(found, now)
        case DocumentFormat.html:
            from ..web import render_excerpts_page

            return render_excerpts_page(found, today=now)
        case _:
            from ..publish.text import excerpts_text

            return excerpts_text(found, now, width=width)


def today() -> date:
    """The day from which the ages of debates are counted."""
    return date.today()
