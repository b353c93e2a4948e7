"""The age of a day, against a calendar walked month by month."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.age import ago

DAYS = st.dates(date(1803, 11, 29), date(2100, 12, 31))


@given(DAYS, st.integers(2, 6))
def test_within_a_week_days_are_counted(then: date, days: int) -> None:
    assert ago(then, then + timedelta(days)) == f"{days} days ago"


@given(DAYS.filter(lambda day: (day.month, day.day) != (2, 29)), st.integers(2, 90))
def test_an_anniversary_is_full_years(then: date, years: int) -> None:
    assert ago(then, then.replace(year=then.year + years)) == f"{years} years ago"


@given(DAYS, st.integers(2, 100_000))
def test_what_is_to_come_is_as_far_as_what_is_past(then: date, days: int) -> None:
    now = then + timedelta(days)
    assert ago(now, then) == "in " + ago(then, now).removesuffix(" ago")


def test_no_unit_between_the_two_is_skipped() -> None:
    assert ago(date(2020, 1, 1), date(2022, 1, 9)) == "2 years ago"
