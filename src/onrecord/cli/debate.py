"""`onrecord debate`: one section of the record, whole and in its order.

Any id will do that a section or a contribution has or ever had, a permalink included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError
from .options import AsDebate, AsOf, DebateFormat, Globals, Output
from .output import emit, json_even_if_not_held, json_text, text_width

if TYPE_CHECKING:
    from ..model import Debate, DebateHistory


def add_to(app: typer.Typer) -> None:
    app.command("debate", epilog="Example:  onrecord debate uk.org.publicwhip/debate/2023-03-28d.809.8")(debate)


def debate(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="An id, alias or permalink of a section or contribution.")],
    history: Annotated[bool, typer.Option("--history", help="Its editions, and word for word what changed.")] = False,
    edition: Annotated[
        int | None, typer.Option("--edition", metavar="N", help="As it stood in this edition; --history lists them.")
    ] = None,
    as_of: AsOf = None,
    format: AsDebate = DebateFormat.text,
    output: Output = None,
) -> int:
    """Print a debate whole, in the order of the record."""
    if history and (edition is not None or as_of is not None):
        raise UsageError("--history shows all editions", remedy="leave out --edition and --as-of, or --history")
    globals_: Globals = context.obj
    with json_even_if_not_held(format is DebateFormat.json, output), globals_.open_archive() as archive:
        width = text_width(output)
        if history:
            written = _written_history(archive.history(id), format, width)
        else:
            written = _written(archive.debate(id, edition=edition, as_of=as_of), format, width)
    emit(written, output)
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


def _written_history(found: DebateHistory, format: DebateFormat, width: int | None) -> str:
    match format:
        case DebateFormat.json:
            return json_text(found)
        case DebateFormat.markdown:
            from ..publish.markdown import history_markdown

            return history_markdown(found)
        case _:
            from ..publish.text import history_text

            return history_text(found, width=width)
