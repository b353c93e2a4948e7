"""A division's bars are drawn to the counts that the record prints, however few of the voters are named."""

from __future__ import annotations

from onrecord.model import Division, DivisionVote
from onrecord.web.divisions import sides


def division(counts: dict[str, int], ayes: int, noes: int) -> Division:
    votes = [DivisionVote(None, f"Aye {number}", "aye", "Labour") for number in range(ayes)]
    votes += [DivisionVote(None, f"No {number}", "no", "Conservative") for number in range(noes)]
    return Division("d1", "s1", "1", counts, tuple(votes))


def widths(of: Division) -> dict[str, float]:
    return {side.key: sum(band.width for band in side.bands) for side in sides(of)}


def test_where_few_are_named_the_bars_are_short() -> None:
    assert widths(division({"aye": 320, "no": 160}, ayes=4, noes=16)) == {"aye": 1.25, "no": 5.0}


def test_where_all_are_named_the_larger_side_is_whole() -> None:
    assert widths(division({"aye": 4, "no": 3}, ayes=4, noes=3)) == {"aye": 100.0, "no": 75.0}


def test_without_printed_counts_the_names_tell() -> None:
    assert widths(division({}, ayes=1, noes=2)) == {"aye": 50.0, "no": 100.0}
