"""How often something was said, as a picture: an SVG file drawn here, which needs no script to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model import LICENCE, OverTime

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model import YearRate

_MOST_LINES = 8
_WIDTH, _HEIGHT = 720, 360


def chart_svg(told: OverTime) -> str:
    """A line over the years, contributions for each million words; one for each of the most frequent values."""
    import altair  # heavy, and only for pictures
    import vl_convert

    shown = _most_frequent(told)
    rows = [{"year": row.year, "value": row.value or "all", "rate": row.per_million} for row in shown]
    lines = altair.Chart(altair.InlineData(values=rows)).mark_line(point=True)
    years = [row.year for row in shown]
    drawn = lines.encode(
        x=altair.X("year:Q", title="year", axis=altair.Axis(format="d", tickMinStep=1), scale=_span(altair, years)),
        y=altair.Y("rate:Q", title="contributions for each million words said"),
        **({"color": altair.Color("value:N", title=told.by)} if told.by else {}),
    ).properties(width=_WIDTH, height=_HEIGHT, title={"text": f"“{told.query}”", "subtitle": _notes(told)})
    return str(vl_convert.vegalite_to_svg(drawn.to_json(), allowed_base_urls=[]))


def _most_frequent(told: OverTime) -> Sequence[YearRate]:
    if told.by is None:
        return told.years
    found: dict[str, int] = {}
    for row in told.years:
        found[row.value or ""] = found.get(row.value or "", 0) + row.found
    kept = sorted(found, key=lambda value: (-found[value], value))[:_MOST_LINES]
    return [row for row in told.years if (row.value or "") in kept]


def _span(altair: Any, years: Sequence[int]) -> Any:
    return altair.Scale(domain=[min(years), max(years)], nice=False) if years else altair.Scale()


def _notes(told: OverTime) -> list[str]:
    asked = [f"{name}: {value}" for name, value in told.filters.items()]
    return [*(["; ".join(asked)] if asked else []), LICENCE]
