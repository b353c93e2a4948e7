"""A bill's way through both Houses as a picture: a stop for each stage, in the order of the table below it.

A bill's days lie in clusters with months between, so a scale of dates would be mostly empty and
leave no room for names. The picture therefore shows the order, with the days written at each stop;
stops that are not held are hollow, since what is missing is the first thing a lawyer asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from ..model import BillStage
from .wording import MONTHS, short_date


class Stop(NamedTuple):
    """A stage in one House, on one day or several; `held` is `all`, `some` or `none`."""

    stage: str
    days: str
    held: str


class Leg(NamedTuple):
    """The stages that a bill takes in one House before it goes to the other."""

    house: str
    stops: tuple[Stop, ...]


def way(stages: Sequence[BillStage]) -> tuple[Leg, ...]:
    """The way of a bill, House by House; days of one stage that follow each other are one stop."""
    legs = groupby(stages, key=lambda stage: stage.house)
    return tuple(
        Leg(house, tuple(_stop(name, list(days)) for name, days in groupby(leg, key=lambda stage: stage.stage)))
        for house, leg in legs
    )


def _stop(name: str | None, days: Sequence[BillStage]) -> Stop:
    dates = sorted({each.date for each in days if each.date})
    held = [each.held for each in days]
    return Stop(
        name or "Debate",
        span_of(dates[0], dates[-1]) if dates else "",
        "all" if all(held) else "some" if any(held) else "none",
    )


def span_of(first: date, last: date) -> str:
    """From a day to a day, no longer than it needs to be.

    >>> span_of(date(2019, 8, 12), date(2019, 8, 12)), span_of(date(2019, 8, 12), date(2019, 8, 20))
    ('12 August 2019', '12–20 August 2019')
    >>> span_of(date(2019, 8, 30), date(2019, 9, 2)), span_of(date(2019, 12, 30), date(2020, 1, 2))
    ('30 August – 2 September 2019', '30 December 2019 – 2 January 2020')
    """
    if first == last:
        return short_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{short_date(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {short_date(last)}"
    return f"{short_date(first)} – {short_date(last)}"
