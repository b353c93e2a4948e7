"""The calendar service (What's On): on which days each House sits, past and planned.

It is the second witness of the sitting days, beside the Hansard API's own calendar: a day
that only one of them knows is worth a look.
"""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from msgspec import Struct

from ..settings import value
from .desk import Desk

SERVICE = "whatson"


class SittingDate(Struct, frozen=True, rename="pascal"):
    date: str


class SittingDates(Struct, frozen=True, rename="pascal"):
    sitting_dates: list[SittingDate]


class WhatsOn:
    """Asks the calendar service by way of a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._base = f"{value('whatson_url').rstrip('/')}/calendar"

    def sitting_days(self, house: str, start: date, end: date) -> tuple[date, ...]:
        """The days from `start` to `end` on which a House sat or will sit, weekends included."""
        span = urlencode({"startDate": start, "endDate": end})
        route = f"{self._base}/proceduraldates/{house.title()}/sittingdates.json"
        told = self._desk.ask(f"{route}?{span}", SittingDates)
        days = {date.fromisoformat(each.date[:10]) for each in told.sitting_dates}
        return tuple(sorted(day for day in days if start <= day <= end))
