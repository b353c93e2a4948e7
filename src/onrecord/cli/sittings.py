"""`onrecord sittings`: the coverage ledger, a sitting a line.

It says what is held and from what, and what is known to exist and is not held, so that
nobody takes a gap in the archive for silence in the House.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..publish.plain import harmless
from . import filters as by
from .load import with_noun
from .options import AsTable, From, Globals, House, Output, TableFormat, To, check_days
from .output import Column, emit, json_text, table

if TYPE_CHECKING:
    from ..model import Gap, HeldSitting, Ledger, Refused

COLUMNS = (
    Column("date"),
    Column("chamber"),
    Column("state"),
    Column("contributions", right=True),
    Column("words", right=True),
    Column("divisions", right=True),
    Column("columns"),
    Column("unresolved", right=True, spare=True),
    Column("revision", right=True, spare=True),
    Column("format", spare=True),
    Column("sha256", spare=True),
    Column("first seen", spare=True),
    Column("last checked", spare=True),
)


ALWAYS = ("sittings", "contributions", "words", "divisions")  # counts that are told even where they are nought


def add_to(app: typer.Typer) -> None:
    app.command("sittings", epilog="Example:  onrecord sittings --house commons --from 2023-01-01")(sittings)


def sittings(
    context: typer.Context,
    start: From = None,
    end: To = None,
    house: Annotated[House | None, typer.Option(help="One House only.")] = None,
    chamber: by.OneChamber = None,
    parliament: by.Parliament = None,
    session: by.Session = None,
    format: AsTable = TableFormat.text,
    output: Output = None,
) -> int:
    """List the sittings held, with counts and sources, and what is known and not held."""
    check_days(start, end)
    globals_: Globals = context.obj
    with globals_.open_archive() as archive:
        ledger = archive.sittings(
            start,
            end,
            house.value if house else None,
            chamber=chamber.value if chamber else None,
            parliament=parliament,
            session=session,
        )
    text = json_text(ledger) if format is TableFormat.json else _as_text(ledger, output)
    emit(text, output)
    return 0 if ledger.complete else 1


def _as_text(ledger: Ledger, output: Output) -> str:
    unread = "".join(f"refused: {harmless(_refused(one))}\n" for one in ledger.refused)
    if not ledger.sittings:
        return f"no sittings held\n{unread}"
    rows = [_row(sitting) for sitting in ledger.sittings]
    totals = ", ".join(_sum(count, name) for name, count in ledger.totals.items() if count or name in ALWAYS)
    gaps = "".join(f"gap: {_gap(gap)}\n" for gap in ledger.gaps if gap.firm)
    gaps += "".join(f"not held: {_opening(gap)}\n" for gap in ledger.gaps if gap.kind == "columns" and not gap.firm)
    return table(COLUMNS, rows, output) + gaps + _ends(ledger) + unread + f"total: {totals}\n"


def _sum(count: int, name: str) -> str:
    """A sum with its name; `missing` and `superseded` are no nouns."""
    return with_noun(count, name) if name.endswith("s") else f"{count:,} {name}"


def _gap(gap: Gap) -> str:
    numbers = f"{gap.first}–{gap.last}" if gap.count > 1 else str(gap.first)
    scope = f" of {gap.scope}" if gap.scope else ""
    days = f"between {gap.start} and {gap.end}" if gap.start != gap.end else f"on {gap.start}"
    return f"{gap.kind} {numbers}{scope}, {_chamber(gap)}, {days}"


def _opening(gap: Gap) -> str:
    return f"columns {gap.first}–{gap.last} of {gap.scope}, {_chamber(gap)}, before {gap.start}"


def _refused(file: Refused) -> str:
    place = f", {file.place}" if file.place else ""
    return f"{file.what} ({file.path}{place}, {file.last_checked[:10]})"


def _ends(ledger: Ledger) -> str:
    """That nothing tells where volumes end, so that nobody takes the last column held for the last there is."""
    if not ledger.volumes:
        return ""
    count = len(ledger.volumes)
    what = "1 volume" if count == 1 else f"{count:,} volumes"
    return f"not known: what follows the last column held of {what}; no source says where a volume ends\n"


def _chamber(of: HeldSitting | Gap) -> str:
    """The chamber; the Lords' is told apart where the Commons have one of this name too."""
    shared = of.chamber in ("written-statements", "written-answers", "corrections")
    return f"{of.chamber} (Lords)" if shared and of.house == "lords" else of.chamber


def _row(sitting: HeldSitting) -> list[str]:
    sources = sitting.sources
    return [
        str(sitting.date),
        _chamber(sitting),
        sitting.state,
        f"{sitting.contributions:,}",
        f"{sitting.words:,}",
        str(sitting.divisions),
        "–".join(sitting.columns) if sitting.columns else "",
        str(sitting.unresolved_speakers),
        str(sitting.revision),
        "+".join(sorted({source.format for source in sources})),
        "+".join(source.sha256[:12] for source in sources),
        min((source.first_seen for source in sources), default="")[:16],
        max((source.last_checked for source in sources), default="")[:16],
    ]
