"""`onrecord export`: what a search finds, all of it, as a file, with a manifest beside it.

Tables and documents come from the search; of a bill alone, pdf, docx and html are packs of ministers' words.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError
from ..publish.plain import harmless
from . import filters as by
from .load import with_noun
from .options import AsTable, From, Globals, TableFormat, To, read_path
from .output import emit, json_even_if_not_held, json_text
from .packs import Asked, write_pack

if TYPE_CHECKING:
    from ..model import Manifest


class ExportFormat(StrEnum):
    """Formats of an export."""

    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"
    pdf = "pdf"
    docx = "docx"
    html = "html"


PACKS = frozenset({ExportFormat.pdf, ExportFormat.docx, ExportFormat.html})


def read_file(text: str) -> Path:
    """The file to write. UsageError for standard output, beside which no manifest can stand."""
    if text == "-":
        remedy = "name a file, or print it with `onrecord search … --format csv|jsonl|parquet`"
        raise UsageError("an export is a file with its manifest beside it", remedy=remedy)
    return read_path(text)


def add_to(app: typer.Typer) -> None:
    app.command("export", epilog="Example:  onrecord export csv answers.csv --kind answer --from 2019-08-12")(export)


def export(
    context: typer.Context,
    format: Annotated[ExportFormat, typer.Argument(metavar="FORMAT", help="csv, jsonl, parquet, docx, pdf, html.")],
    out: Annotated[
        Path, typer.Argument(parser=read_file, metavar="OUT", help="The file to write; one that exists is replaced.")
    ],
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
    told: AsTable = TableFormat.text,
) -> int:
    """Write contributions to a file, in the order of the record; of a bill alone, as docx, pdf or html, the pack."""
    globals_: Globals = context.obj
    chosen = by.chosen(member, party, office, department, house, chamber, kind, bill, start, end, parliament, session)
    packs = {"provision": provision, "mark": mark, "map": mapping}
    asked = [name for name, value in packs.items() if value]
    others = [name for name, value in {**chosen, "query": query, "limit": limit}.items() if value and name != "bill"]
    if format in PACKS and (asked or (bill is not None and not others)):
        _refuse(others, "a pack is of a bill, and nothing else chooses it", "leave out")
        with json_even_if_not_held(told is TableFormat.json):
            line, as_json = write_pack(Asked(globals_, format.value, out, bill, provision, tuple(mark or ()), mapping))
        emit(as_json if told is TableFormat.json else line)
        return 0
    _refuse(asked, f"{format} is no pack", "export pdf, docx or html, or leave out")
    with json_even_if_not_held(told is TableFormat.json), globals_.open_archive() as archive:
        manifest = archive.export(format.value, out, query, limit, **chosen)
    emit(json_text(manifest) if told is TableFormat.json else _as_text(manifest, out))
    return 0 if manifest.counts["contributions"] else 1


def _as_text(manifest: Manifest, out: Path) -> str:
    counts = ", ".join(with_noun(count, what) for what, count in manifest.counts.items())
    written = f"{harmless(str(out))}: {counts}; {manifest.bytes:,} bytes, sha256 {manifest.sha256[:16]}…"
    return f"{written}\n{manifest.licence}\n{manifest.notice}\n"


def _refuse(options: list[str], what: str, remedy: str) -> None:
    """UsageError for options that mean nothing with the format."""
    if options:
        spelt = {"start": "from", "end": "to"}
        raise UsageError(what, remedy=f"{remedy} {', '.join(f'--{spelt.get(name, name)}' for name in options)}")
