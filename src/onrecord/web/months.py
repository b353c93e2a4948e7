"""The sittings of a month as a calendar, and the years that anything is held of.

A list of two centuries finds nobody a day. A reader knows about when something was said: a
month shows at a glance which days are held and which are known to be missing, and the years
lead to every other month.
"""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from urllib.parse import urlencode

from msgspec import Struct

from ..model import KnownDay


class Month(Struct, frozen=True):
    """A month: its weeks from Monday (None where another month's day stands), and what asks for other months."""

    first: date
    weeks: tuple[tuple[KnownDay | None, ...], ...]
    earlier: str
    later: str
    years: tuple[tuple[int, str], ...]

    @property
    def wanting(self) -> bool:
        """Whether anything of this month is known and not held."""
        return any(day.missing for week in self.weeks for day in week if day)


def month_shown(days: Sequence[KnownDay], house: str | None, *, until: date | None = None) -> Month | None:
    """The latest month of which a sitting up to `until` is known, else the first; None where none is.

    `days`: all that are known, the earliest first.
    """
    months = list(dict.fromkeys(_first(one.date) for one in days))
    if not months:
        return None
    first = next((month for month in reversed(months) if until is None or month <= until), months[0])
    at = months.index(first)
    latest = [list(of_year)[-1] for _, of_year in groupby(months, key=lambda month: month.year)]
    return Month(
        first,
        _weeks(first, {one.date: one for one in days}),
        _query(months[at - 1], house) if at else "",
        _query(months[at + 1], house) if at + 1 < len(months) else "",
        tuple((month.year, _query(month, house)) for month in latest),
    )


def _weeks(first: date, known: dict[date, KnownDay]) -> tuple[tuple[KnownDay | None, ...], ...]:
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    return tuple(
        tuple(known.get(day, KnownDay(day, 0, 0)) if day.month == first.month else None for day in week)
        for week in weeks
    )


def _first(day: date) -> date:
    return day.replace(day=1)


def _query(first: date, house: str | None) -> str:
    """What asks for a month."""
    last = _first(first + timedelta(days=31)) - timedelta(days=1)
    return urlencode({"from": first.isoformat(), "to": last.isoformat()} | ({"house": house} if house else {}))
