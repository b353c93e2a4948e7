"""`onrecord search`: where something was said, by whom, and how often.

As text and JSON the answer comes in pages; as CSV, JSON lines or Parquet all of it is
written, however much. What a query means is settled in `search`, and `--explain` says it.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import UsageError
from . import filters as by
from .options import From, Globals, Output, To
from .output import emit, json_even_if_not_held, json_text, text_width, write_whole

if TYPE_CHECKING:
    from ..archive import Archive
    from ..archive.chosen import Chosen
    from ..model import SearchPage


class SearchFormat(StrEnum):
    """Formats of what was found; the last three hold all of it."""

    text = "text"
    json = "json"
    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


class Sort(StrEnum):
    relevance = "relevance"
    newest = "newest"
    oldest = "oldest"


def add_to(app: typer.Typer) -> None:
    app.command("search", epilog="Example:  onrecord search '\"lobster pots\" OR lighthouse' --party Harbour")(search)


def search(
    context: typer.Context,
    query: Annotated[str, typer.Argument(metavar="QUERY", help='Words, "a phrase", OR, -word, near/5, prefix*.')] = "",
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
    sort: Annotated[Sort, typer.Option(help="What comes first.")] = Sort.relevance,
    facet: Annotated[
        str,
        typer.Option(metavar="F,…", help="Count by year, member, party, department, house, kind …"),
    ] = "",
    chart: Annotated[
        Path | None, typer.Option(metavar="OUT.svg", help="Draw how often it was said, by year, into this file.")
    ] = None,
    chart_by: Annotated[
        str | None, typer.Option("--chart-by", metavar="F", help="One line for each party, member, house …")
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="How many (else 20; as a table: all).")] = None,
    page: Annotated[int, typer.Option(metavar="N", min=1, help="Which page.")] = 1,
    after: Annotated[str | None, typer.Option(metavar="NEXT", help="The page after one, by its `next`.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say how the query was understood.")] = False,
    format: Annotated[SearchFormat, typer.Option(help="How to print the answer.")] = SearchFormat.text,
    output: Output = None,
) -> int:
    """Find words in the record."""
    globals_: Globals = context.obj
    chosen = by.chosen(member, party, office, department, house, chamber, kind, bill, start, end, parliament, session)
    with json_even_if_not_held(format is SearchFormat.json, output), globals_.open_archive() as archive:
        if chart:
            _draw(archive, query, chart, chart_by, chosen)
        if format in (SearchFormat.text, SearchFormat.json):
            facets = tuple(name.strip() for name in facet.split(",") if name.strip())
            found = archive.search(
                query, sort=sort.value, facets=facets, limit=limit or 20, page=page, after=after, **chosen
            )
            emit(json_text(found) if format is SearchFormat.json else _as_text(found, explain, output), output)
            return 0 if found.results else 1
        if output:
            return 0 if archive.export(format.value, output, query, limit, **chosen).counts["contributions"] else 1
        return 0 if _pour(archive, format.value, query, limit, chosen) else 1


def _as_text(found: SearchPage, explain: bool, output: Path | None) -> str:
    from ..publish.findings import search_text

    return search_text(found, explain=explain, width=text_width(output))


def _draw(archive: Archive, query: str, out: Path, by_facet: str | None, chosen: Chosen) -> None:
    from ..publish.chart import chart_svg

    if out.suffix.lower() not in ("", ".svg"):
        raise UsageError(f"a chart is a picture in SVG, and {out.name} is none", remedy=f"name it {out.stem}.svg")
    write_whole(out, chart_svg(archive.over_time(query, by_facet, **chosen)).encode())


def _pour(archive: Archive, format: str, query: str, limit: int | None, chosen: Chosen) -> int:
    """Down a pipe: the words on stdout, what they are and whose on stderr."""
    from ..model import LICENCE, NOT_OFFICIAL

    poured = archive.pour(format, sys.stdout.buffer, query, limit, **chosen)
    sys.stdout.buffer.flush()
    typer.echo(f"{poured:,} contributions. {LICENCE} {NOT_OFFICIAL}", err=True)
    return poured
