"""`onrecord corrections`: what was corrected since it was said, and what could not be matched.

Nobody who quotes should have to find out from a reader that the words were put right later.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from . import filters as by
from .options import AsTable, Cursor, From, Globals, House, Output, TableFormat, To, check_days
from .output import emit, json_text

if TYPE_CHECKING:
    from ..model import Correction, Corrections, CorrectionSide

SHOWN = 300  # characters of a text in the list; JSON has all


class Status(StrEnum):
    linked = "linked"
    unmatched = "unmatched"
    possible = "possible"


def add_to(app: typer.Typer) -> None:
    app.command("corrections", epilog="Example:  onrecord corrections --from 2024-01-01 --status unmatched")(
        corrections
    )


def corrections(
    context: typer.Context,
    start: From = None,
    end: To = None,
    house: Annotated[House | None, typer.Option(help="One House only.")] = None,
    status: Annotated[Status | None, typer.Option(help="Only corrections of this status.")] = None,
    chamber: by.OneChamber = None,
    parliament: by.Parliament = None,
    session: by.Session = None,
    page: Annotated[int, typer.Option(min=1, metavar="N", help="Which page.")] = 1,
    per_page: Annotated[int, typer.Option("--per-page", min=1, max=1000, metavar="N", help="How many on a page.")] = 50,
    cursor: Cursor = None,
    format: AsTable = TableFormat.text,
    output: Output = None,
) -> int:
    """List corrections: what was said, and how it should have been."""
    check_days(start, end)
    globals_: Globals = context.obj
    with globals_.open_archive() as archive:
        found = archive.corrections(
            start, end, house.value if house else None, status.value if status else None, page, per_page, cursor,
            chamber=chamber.value if chamber else None, parliament=parliament, session=session,
        )  # fmt: skip
    emit(json_text(found) if format is TableFormat.json else _as_text(found), output)
    return 0 if found.total else 1


def _as_text(found: Corrections) -> str:
    if not found.total:
        return "no corrections held\n"
    blocks = [_correction(each) for each in found.corrections]
    more = f", page {found.page} of {found.pages}" if found.page and found.pages > 1 else ""
    return "\n".join(blocks) + f"\ntotal: {found.total:,} correction{'' if found.total == 1 else 's'}{more}\n"


def _correction(correction: Correction) -> str:
    lines = [f"{correction.status}: {_place(correction.by)}"]
    said = correction.quoted or (correction.corrected.text if correction.corrected else None)
    if said:
        lines.append(f"  said:      {_short(said)}")
    if correction.corrected:
        lines.append(f"  in:        {_place(correction.corrected)} (by {correction.basis})")
    elif correction.reference:
        lines.append(f"  refers to: {correction.reference}")
    lines.append(f"  {'says:     ' if correction.status == 'possible' else 'corrected:'} {_short(correction.by.text)}")
    if correction.reason:
        lines.append(f"  unmatched: {correction.reason}")
    return "\n".join(lines) + "\n"


def _place(side: CorrectionSide) -> str:
    who = f", {side.speaker}" if side.speaker else ""
    return f"{side.citation or f'{side.chamber} {side.date}'}, {side.title}{who} [{side.id}]"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= SHOWN else flat[:SHOWN].rsplit(" ", 1)[0] + " …"
