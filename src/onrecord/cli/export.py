"""`onrecord export`: what a search finds, all of it, as a file, with a manifest beside it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import filters as by
from .options import From, Globals, To, check_days

if TYPE_CHECKING:
    from ..archive.chosen import Chosen


class ExportFormat(StrEnum):
    """Formats of an export."""

    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


def add_to(app: typer.Typer) -> None:
    app.command("export", epilog="Example:  onrecord export csv answers.csv --kind answer --from 2019-08-12")(export)


def export(
    context: typer.Context,
    format: Annotated[ExportFormat, typer.Argument(metavar="FORMAT", help="csv, jsonl or parquet.")],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write; one that exists is replaced.")],
    query: Annotated[str, typer.Option(metavar="QUERY", help="Only what this search finds (see search).")] = "",
    member: by.Member = None,
    party: by.Party = None,
    office: by.Office = None,
    department: by.Department = None,
    house: by.OneHouse = None,
    chamber: by.OneChamber = None,
    kind: by.OneKind = None,
    bill: by.Bill = None,
    start: From = None,
    end: To = None,
    parliament: by.Parliament = None,
    session: by.Session = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="The first N of the record.")] = None,
) -> int:
    """Write contributions to a file, in the order of the record."""
    check_days(start, end)
    globals_: Globals = context.obj
    chosen: Chosen = {
        "member": member, "party": party, "office": office, "department": department,
        "house": house and house.value, "chamber": chamber and chamber.value, "kind": kind and kind.value,
        "bill": bill, "start": start, "end": end, "parliament": parliament, "session": session,
    }  # fmt: skip
    with globals_.open_archive() as archive:
        manifest = archive.export(format.value, out, query, limit, **chosen)
    counts = ", ".join(f"{count:,} {what}" for what, count in manifest.counts.items())
    typer.echo(f"{out}: {counts}; {manifest.bytes:,} bytes, sha256 {manifest.sha256[:16]}…")
    typer.echo(f"{manifest.licence}\n{manifest.notice}")
    return 0 if manifest.counts["contributions"] else 1
