"""`onrecord bill`: a bill's way through both Houses, as far as it is held."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import BadInputError, UsageError
from .excerpts import today
from .options import AsDebate, DebateFormat, Globals, Output
from .output import emit, json_even_if_not_held, json_text, text_width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..publish.outline import Block


def add_to(app: typer.Typer) -> None:
    app.command("bill", epilog='Example:  onrecord bill "Fog Signals (Amnesty) Bill"')(bill)


def bill(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[BILL]", help="A bill's name or id; without it, all bills held are listed.")
    ] = None,
    provision: Annotated[
        str | None, typer.Option(metavar="P", help='Ministers\' words on this provision, such as "clause 5".')
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option("--map", metavar="FILE", help="How the provision was numbered in each print (CSV).")
    ] = None,
    format: AsDebate = DebateFormat.text,
    output: Output = None,
) -> int:
    """Print a bill's stages, what was done in each, and what is missing; or list the bills held."""
    if mapping is not None and provision is None:
        raise UsageError("--map says nothing without --provision", remedy='add --provision "section 4"')
    if name is None and provision is not None:
        raise UsageError("a provision of which bill?", remedy='name one such as "Child Poverty Bill"')
    from ..publish.bill_outline import outline_of_bill, outline_of_bills, outline_of_provision

    globals_: Globals = context.obj
    with json_even_if_not_held(format is DebateFormat.json, output), globals_.open_archive() as archive:
        if name is None:
            held = archive.bills()
            listed = {"total": len(held), "page": 1, "pages": 1, "next": None, "bills": held}
            emit(json_text(listed) if format is DebateFormat.json else printed(outline_of_bills(held), format), output)
            return 0 if held else 1
        if provision is not None:
            told = archive.provision(name, provision, mapping=read_mapping(mapping), name=str(mapping or ""))
            text = json_text(told) if format is DebateFormat.json else None
            emit(text or printed(outline_of_provision(told, today()), format, text_width(output)), output)
            return 0 if told.excerpts else 1
        found = archive.bill(name)
    if format is DebateFormat.json:
        emit(json_text(found), output)
    else:
        emit(printed(outline_of_bill(found), format, text_width(output)), output)
    return 0


def read_mapping(path: Path | None) -> str | None:
    """The text of a mapping file. BadInputError where it cannot be read."""
    if path is None:
        return None
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadInputError("not text in UTF-8", where=str(path), remedy="save it as CSV in UTF-8") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BadInputError(reason, where=str(path), remedy="check the path and its permissions") from error


def printed(blocks: Iterable[Block], format: DebateFormat, width: int | None = None) -> str:
    """Blocks in one of the two formats that are read by people."""
    if format is DebateFormat.markdown:
        from ..publish.markdown import markdown_of

        return markdown_of(blocks)
    from ..publish.text import text_of

    return text_of(blocks, width)
