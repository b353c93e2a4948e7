"""Which days belong to which Parliament: every one since 1900, none beginning before the last had ended."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from importlib.resources import files
from itertools import pairwise

import pytest

from onrecord.errors import UsageError
from onrecord.extracts.parliaments import parliament_between

ROWS = tomllib.loads(files("onrecord.extracts").joinpath("parliaments.toml").read_text(encoding="utf-8"))["parliament"]


def test_parliaments_follow_each_other_within_months_and_within_the_law() -> None:
    """At most five years from 1911 on, seven before; the two wars prolonged two of them by Acts of their own."""
    for one, following in pairwise(ROWS):
        assert one["first"] < one["last"] < following["first"] < one["last"] + timedelta(days=100)
        prolonged = one["name"] in ("1910-12", "1935")
        assert one["last"] - one["first"] < timedelta(days=366 * (10 if prolonged else 6))
        assert following["name"] > one["name"]


def test_each_is_named_by_the_year_of_its_election_and_two_of_a_year_by_the_month() -> None:
    assert parliament_between("1906")[0] < date(1909, 2, 16) < parliament_between("1906")[1]
    assert parliament_between("1983")[0] < date(1985, 12, 16) < parliament_between("1983")[1]
    assert parliament_between("1974-02")[1] < parliament_between("1974-10")[0]
    with pytest.raises(UsageError, match="1974-02, 1974-10"):
        parliament_between("1974")
