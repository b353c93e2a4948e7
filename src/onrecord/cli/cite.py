"""`onrecord cite`: the reference of a contribution, or what a reference points to.

What holds a blank, or is a statement's number, is read as a reference; everything else is an id.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from .options import AsTable, Globals, Output, TableFormat
from .output import emit, json_even_if_not_held, json_text, text_width

if TYPE_CHECKING:
    from ..model import MadeReference


class Style(StrEnum):
    oscola = "oscola"
    official_report = "official-report"
    bibtex = "bibtex"
    csl_json = "csl-json"


def add_to(app: typer.Typer) -> None:
    app.command("cite", epilog='Example:  onrecord cite "HC Deb 28 March 2023, vol 730, cols 809-10"')(cite)


def cite(
    context: typer.Context,
    what: Annotated[
        str, typer.Argument(metavar="ID_OR_REFERENCE", help="A contribution's id or permalink, or a reference.")
    ],
    style: Annotated[Style, typer.Option("--style", help="The form of a reference that is made.")] = Style.oscola,
    passage: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Words of the contribution: give the address that marks them.")
    ] = None,
    format: AsTable = TableFormat.text,
    output: Output = None,
) -> int:
    """Make a reference for a contribution, or find what a reference points to."""
    from ..publish.text import reference_text

    globals_: Globals = context.obj
    as_json = format is TableFormat.json
    with json_even_if_not_held(as_json, output), globals_.open_archive() as archive:
        if archive.is_reference(what):
            found = archive.where(what)
            emit(json_text(found) if as_json else reference_text(found, width=text_width(output)), output)
            return 0 if found.contributions else 1
        made = archive.cite(what, style.value, passage)
    emit(json_text(made) if as_json else _made_text(made), output)
    return 0


def _made_text(made: MadeReference) -> str:
    lines = [made.reference.rstrip("\n")]
    if made.passage:
        lines.append(made.passage)
    return "\n".join(lines) + "\n"
