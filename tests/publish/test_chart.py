"""The picture of how often something was said: it draws what is held, and nothing between."""

from __future__ import annotations

import re

from onrecord.model import OverTime, YearRate
from onrecord.publish.chart import chart_svg

FULL, LITTLE = 4_000_000, 9_000


def rate(year: int, words: int = FULL) -> YearRate:
    return YearRate(year, None, 12, words, 12e6 / words)


def drawn(*years: YearRate) -> str:
    return chart_svg(OverTime(query="fog", filters={}, by=None, years=years))


def lines_in(svg: str) -> list[int]:
    """The years that each line runs through, counted from its points."""
    paths = re.findall(r'aria-roledescription="line mark"[^>]*? d="([^"]+)"', svg)
    return sorted(len(re.findall(r"[ML]", path)) for path in paths)


def test_no_line_runs_over_years_of_which_nothing_is_held() -> None:
    assert lines_in(drawn(rate(1998), rate(1999), rate(2000), rate(2019), rate(2020))) == [2, 3]
    assert lines_in(drawn(rate(1998), rate(1999))) == [2]


def test_gaps_and_years_of_which_little_is_held_are_said() -> None:
    assert "nothing is held" in drawn(rate(1998), rate(2000))
    assert "nothing is held" not in drawn(rate(1998), rate(1999))
    assert "hollow" in drawn(rate(1998, LITTLE), rate(1999)).lower()
    assert "hollow" not in drawn(rate(1998), rate(1999)).lower()
