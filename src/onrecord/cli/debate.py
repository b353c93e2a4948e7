"""`onrecord debate`: one section of the record, whole and in its order.

Any id will do that a section or a contribution has or ever had, a permalink included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .options import AsDebate, DebateFormat, Globals, Output
from .output import emit, json_even_if_not_held, json_text, text_width

if TYPE_CHECKING:
    from ..model import Debate


def add_to(app: typer.Typer) -> None:
    app.command("debate", epilog="Example:  onrecord debate uk.org.publicwhip/debate/2023-03-28d.809.8")(debate)


def debate(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="An id, alias or permalink of a section or contribution.")],
    format: AsDebate = DebateFormat.text,
    output: Output = None,
) -> int:
    """Print a debate whole, in the order of the record."""
    globals_: Globals = context.obj
    with json_even_if_not_held(format is DebateFormat.json, output), globals_.open_archive() as archive:
        found = archive.debate(id)
    emit(_written(found, format, text_width(output)), output)
    return 0


def _written(found: Debate, format: DebateFormat, width: int | None) -> str:
    match format:
        case DebateFormat.json:
            return json_text(found)
        case DebateFormat.markdown:
            from ..publish.markdown import debate_markdown

            return debate_markdown(found)
        case _:
            from ..publish.text import debate_text

            return debate_text(found, width=width)
