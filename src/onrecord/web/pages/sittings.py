"""The ledger, a day, and one sitting."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from litestar import Response, route
from litestar.datastructures import State
from litestar.params import FromPath

from ...errors import NotHeldError
from ...model import HeldSitting, Ledger
from .. import rendering
from ..asked import a_date, dates_asked, house_asked, number_asked
from ..chambers import chamber_name
from ..months import month_shown
from ..origins import origins
from ..wording import short_date
from .answering import READ, AnyRequest, answer, html

if TYPE_CHECKING:
    from ...archive import Archive

ROWS_A_PAGE = 100


@route("/sittings", http_method=READ, sync_to_thread=True)
def sittings(request: AnyRequest, state: State) -> Response[Any]:
    """The ledger: each sitting held, and each known and not held."""

    def build(archive: Archive) -> Response[Any]:
        query = request.query_params
        (first, last), house = dates_asked(query), house_asked(query)
        page = number_asked(query, "page", default=1, least=1)
        ledger = archive.sittings(first, last, house)
        rows, asked = _ledger_page(ledger, first, last, house, page)
        month = month_shown(archive.days_known(house), house, until=rows[0].date if rows else last)
        return html(rendering.render_sittings(ledger, rows, asked, month))

    return answer(state, build)


@route("/sittings/{day:str}", http_method=READ, sync_to_thread=True)
def sitting_day(day: FromPath[str], state: State) -> Response[Any]:
    """What is held of one day, in every chamber."""

    def build(archive: Archive) -> Response[Any]:
        on = a_date(day)
        rows = newest_first(archive.sittings(on, on))
        if not rows:
            raise NotHeldError(f"no sitting on {short_date(on)} is held", remedy="see the days that are held")
        held = [row.chamber for row in rows if row.state == "held"]
        debates = {chamber: archive.debates_on(on, chamber) for chamber in held}
        page = rendering.render(
            "whole_day.html", day=on, rows=rows, debates=debates, today=state.today(),
            json_twin=f"/api/v1/sittings?from={on}&to={on}",
            origins=origins(archive, (row for row in rows if row.state == "held")),
        )  # fmt: skip
        return html(page)

    return answer(state, build)


@route("/sittings/{day:str}/{chamber:str}", http_method=READ, sync_to_thread=True)
def sitting(day: FromPath[str], chamber: FromPath[str], state: State) -> Response[Any]:
    """The debates of one sitting, in the order of the record, and who spoke how long."""

    def build(archive: Archive) -> Response[Any]:
        on = a_date(day)
        held = [one for one in archive.sittings(on, on).sittings if one.chamber == chamber and one.state == "held"]
        debates = archive.debates_on(on, chamber)
        if not (held or debates):
            raise _no_sitting(archive, on, chamber)
        voices = archive.speaking(on, chamber)
        return html(rendering.render_day(on, chamber, debates, voices, held, today=state.today()))

    return answer(state, build)


PAGES = (sittings, sitting_day, sitting)


def newest_first(ledger: Ledger) -> list[HeldSitting]:
    return sorted(ledger.sittings, key=lambda s: (-s.date.toordinal(), s.house, s.chamber))


def _ledger_page(
    ledger: Ledger, first: date | None, last: date | None, house: str | None, page: int
) -> tuple[list[HeldSitting], dict[str, Any]]:
    rows = newest_first(ledger)
    pages = max(1, -(-len(rows) // ROWS_A_PAGE))
    if page > pages:
        raise NotHeldError(f"there is no page {page}", remedy=f"the last page is {pages}")
    filters = {name: value for name, value in (("from", first), ("to", last), ("house", house)) if value}
    asked = {
        "total": len(rows), "page": page, "pages": pages, "start": first, "end": last, "house": house,
        "narrowed": bool(filters),
        "newer": urlencode({**filters, "page": page - 1}) if page > 1 else "",
        "older": urlencode({**filters, "page": page + 1}) if page < pages else "",
    }  # fmt: skip
    return rows[(page - 1) * ROWS_A_PAGE : page * ROWS_A_PAGE], asked


def _no_sitting(archive: Archive, day: date, chamber: str) -> NotHeldError:
    same_day = archive.sittings(day, day).sittings
    instead = ", ".join(dict.fromkeys(chamber_name(s.chamber) for s in same_day if s.state == "held"))
    remedy = f"of that day, {instead} is held" if instead else "nothing of that day is held"
    return NotHeldError(f"no sitting of {chamber_name(chamber)} on {short_date(day)} is held", remedy=remedy)
