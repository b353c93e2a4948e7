"""The calendar of a month: every day once, under its weekday, with what is held and what is missing."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import KnownDay
from onrecord.web.months import month_shown

HELD, MISSING = KnownDay(date(2019, 8, 12), 2, 0), KnownDay(date(2019, 8, 14), 0, 1)
LONG_AGO = KnownDay(date(1909, 9, 20), 1, 0)


@given(st.dates(date(1803, 1, 1), date(2100, 1, 1)))
def test_each_day_of_the_month_stands_once_under_its_weekday(day: date) -> None:
    month = month_shown([KnownDay(day, 1, 0)], None)
    assert month is not None
    shown = [(place, one.date) for week in month.weeks for place, one in enumerate(week) if one is not None]
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    assert [one for _, one in shown] == [
        day.replace(day=1) + timedelta(days=n) for n in range((following - day.replace(day=1)).days)
    ]
    assert all(place == one.weekday() for place, one in shown)


def test_what_is_held_and_missing_stands_at_its_day() -> None:
    month = month_shown([LONG_AGO, HELD, MISSING], None)
    assert month is not None
    told = {
        one.date: (one.held, one.missing) for week in month.weeks for one in week if one and (one.held or one.missing)
    }
    assert told == {HELD.date: (2, 0), MISSING.date: (0, 1)}
    assert (month.earlier, month.later) == ("from=1909-09-01&to=1909-09-30", "")
    assert month.years == ((1909, "from=1909-09-01&to=1909-09-30"), (2019, "from=2019-08-01&to=2019-08-31"))


def test_an_earlier_month_leads_on_to_the_later_ones_of_the_same_house() -> None:
    month = month_shown([LONG_AGO, HELD], "lords", until=date(1950, 1, 1))
    assert month is not None
    assert (month.first, month.later) == (date(1909, 9, 1), "from=2019-08-01&to=2019-08-31&house=lords")


def test_where_nothing_is_known_there_is_no_calendar() -> None:
    assert month_shown([], None) is None
