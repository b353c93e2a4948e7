"""Days as lists write them, and the day a list is true up to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.people.days import exact_day, first_day, last_day, list_day

DAYS = st.dates(date(1800, 1, 1), date(2999, 12, 31))


@given(DAYS)
def test_a_whole_day_is_itself_with_or_without_a_clock(day: date) -> None:
    assert first_day(day.isoformat()) == last_day(f"{day.isoformat()}T00:00:00") == day


@given(st.integers(1800, 2999))
def test_a_year_alone_is_never_shortened(year: int) -> None:
    assert first_day(str(year)) == date(year, 1, 1)
    assert last_day(str(year)) == date(year, 12, 31)


@pytest.mark.parametrize("text", ["", None, "9999-12-31", "0001-01-01T00:00:00"])
def test_no_day_is_no_day(text: str | None) -> None:
    assert first_day(text) is None
    assert last_day(text) is None


def test_a_day_that_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match="day"):
        first_day("2009-02-31")


def test_the_files_name_says_when_before_its_content() -> None:
    inside = [date(2014, 5, 6), None]
    assert list_day("peers.2015-03-31.xml", inside) == "2015-03-31"
    assert list_day("peers.xml", inside) == "2014-05-06"
    assert list_day("members-2022.csv") == "2022"
    assert list_day("people.xml") == ""


def test_a_year_alone_vouches_for_no_single_day() -> None:
    assert exact_day("2022") is None
    assert exact_day("2022-03-04") == date(2022, 3, 4)
