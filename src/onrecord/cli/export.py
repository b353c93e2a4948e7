"""`onrecord export`: what a search finds, all of it, as a file, with a manifest beside it.

Tables come from the search; pdf, docx and html are packs of ministers' words on a bill.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError
from . import filters as by
from .load import with_noun
from .options import From, Globals, To
from .packs import Asked, write_pack

if TYPE_CHECKING:
    pass


class ExportFormat(StrEnum):
    """Formats of an export."""

    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"
    pdf = "pdf"
    docx = "docx"
    html = "html"


PACKS = frozenset({ExportFormat.pdf, ExportFormat.docx, ExportFormat.html})


def add_to(app: typer.Typer) -> None:
    app.command("export", epilog="Example:  onrecord export csv answers.csv --kind answer --from 2019-08-12")(export)


def export(
    context: typer.Context,
    format: Annotated[
        ExportFormat, typer.Argument(metavar="FORMAT", help="csv, jsonl, parquet; pdf, docx, html: a pack on a bill.")
    ],
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
    provision: Annotated[
        str | None, typer.Option(metavar="P", help='A pack on one provision of the bill, such as "clause 5".')
    ] = None,
    mark: Annotated[
        list[str] | None, typer.Option(metavar="ID:START-END", help="Words relied on in a pack; may be given again.")
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option("--map", metavar="FILE", help="How the provision was numbered in each print (CSV).")
    ] = None,
) -> int:
    """Write contributions to a file, in the order of the record; or a pack of ministers' words on a bill."""
    globals_: Globals = context.obj
    chosen = by.chosen(member, party, office, department, house, chamber, kind, bill, start, end, parliament, session)
    if format in PACKS:
        others = [
            name for name, value in {**chosen, "query": query, "limit": limit}.items() if value and name != "bill"
        ]
        _refuse(others, f"{format} is a pack on a bill, and nothing else chooses it", "leave out")
        typer.echo(write_pack(Asked(globals_, format.value, out, bill, provision, tuple(mark or ()), mapping)))
        return 0
    packs = {"provision": provision, "mark": mark, "map": mapping}
    _refuse(
        [name for name, value in packs.items() if value],
        f"{format} is no pack",
        "export pdf, docx or html, or leave out",
    )
    with globals_.open_archive() as archive:
        manifest = archive.export(format.value, out, query, limit, **chosen)
    counts = ", ".join(with_noun(count, what) for what, count in manifest.counts.items())
    typer.echo(f"{out}: {counts}; {manifest.bytes:,} bytes, sha256 {manifest.sha256[:16]}…")
    typer.echo(f"{manifest.licence}\n{manifest.notice}")
    return 0 if manifest.counts["contributions"] else 1


def _refuse(options: list[str], what: str, remedy: str) -> None:
    """UsageError for options that mean nothing with the format."""
    if options:
        spelt = {"start": "from", "end": "to"}
        raise UsageError(what, remedy=f"{remedy} {', '.join(f'--{spelt.get(name, name)}' for name in options)}")
