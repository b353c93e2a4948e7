"""How often something was said, as a picture: an SVG file drawn here, which needs no script to be seen.

A line runs only through years that follow each other: where nothing is held nothing is drawn, since
a line across the gap would say what nobody knows. A year of which little is held shows hollow.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from ..model import LICENCE, OverTime

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model import YearRate

FEW_WORDS = 50_000
"""Words of a year; fewer are less than one full day of both Houses, and a rate among them says little."""
_MOST_LINES = 8
_WIDTH, _HEIGHT = 720, 360


def chart_svg(told: OverTime) -> str:
    """A line over the years, contributions for each million words; one for each of the most frequent values."""
    import altair  # heavy, and only for pictures
    import vl_convert

    shown = _most_frequent(told)
    rows = [row for value in dict.fromkeys(row.value for row in shown) for row in _drawn(value, shown)]
    drawn = altair.Chart(altair.InlineData(values=rows)).encode(
        x=altair.X("year:Q", title="year", axis=altair.Axis(format="d", tickMinStep=1), scale=_span(altair, shown)),
        y=altair.Y("rate:Q", title="contributions for each million words said"),
        color=altair.Color("value:N", title=told.by) if told.by else altair.Undefined,
    )
    lines = drawn.mark_line().encode(detail="stretch:N")
    points = drawn.mark_point(size=36, filled=True).transform_filter("!datum.few")
    hollow = drawn.mark_point(size=36, fill="white").transform_filter("datum.few")
    title = {"text": f"“{told.query}”", "subtitle": [*_asked(told), *_notes(rows), LICENCE]}
    whole = altair.layer(lines, points, hollow).properties(width=_WIDTH, height=_HEIGHT, title=title)
    return str(vl_convert.vegalite_to_svg(whole.to_json(), allowed_base_urls=[]))


def _drawn(value: str | None, shown: Sequence[YearRate]) -> Iterator[dict[str, Any]]:
    """The points of one line; those of years that follow each other are one stretch of it."""
    years = sorted((row for row in shown if row.value == value), key=lambda row: row.year)
    for first, run in groupby(enumerate(years), key=lambda placed: placed[1].year - placed[0]):
        for _, row in run:
            yield {
                "year": row.year,
                "value": value or "all",
                "rate": row.per_million,
                "stretch": f"{value}/{first}",
                "few": row.words < FEW_WORDS,
            }


def _most_frequent(told: OverTime) -> Sequence[YearRate]:
    if told.by is None:
        return told.years
    found: dict[str, int] = {}
    for row in told.years:
        found[row.value or ""] = found.get(row.value or "", 0) + row.found
    kept = sorted(found, key=lambda value: (-found[value], value))[:_MOST_LINES]
    return [row for row in told.years if (row.value or "") in kept]


def _span(altair: Any, shown: Sequence[YearRate]) -> Any:
    years = [row.year for row in shown]
    return altair.Scale(domain=[min(years), max(years)], nice=False) if years else altair.Scale()


def _asked(told: OverTime) -> list[str]:
    return ["; ".join(f"{name}: {value}" for name, value in told.filters.items())] if told.filters else []


def _notes(rows: Sequence[dict[str, Any]]) -> list[str]:
    """What a reader must know who sees gaps and hollow points."""
    notes = ["years of which nothing is held are left out"] if len({row["stretch"] for row in rows}) > 1 else []
    notes += [f"hollow: fewer than {FEW_WORDS:,} words are held of that year"] if any(r["few"] for r in rows) else []
    return [f"{text[:1].upper()}{text[1:]}." for text in ["; ".join(notes)] if text]
