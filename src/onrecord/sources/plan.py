"""What a span of days comes to: units of one service, one House and one day, in the order to ask.

The calendars are asked first, so that a fetch knows how much there is to do and the ledger
which days there should be. A unit asks for nothing until it is its turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from ..errors import ChallengeError, SourceError
from . import hansard
from .desk import Brought, Desk, Failed
from .hansard import Hansard

HOUSES = ("commons", "lords")


class Order(NamedTuple):
    """What was asked for. `chamber` None is every chamber."""

    start: date
    end: date
    houses: tuple[str, ...] = HOUSES
    chamber: str | None = None


class Told(NamedTuple):
    """A service says that this chamber sat on that day."""

    service: str
    house: str
    chamber: str
    day: date


class Unit(NamedTuple):
    """One service, one House, one day; `bring` asks for it. A unit without a day is a calendar that failed."""

    service: str
    house: str
    day: date | None
    name: str
    bring: Callable[[], Iterator[Brought | Failed | Told]]


def plan(desk: Desk, order: Order) -> list[Unit]:
    """The units of an order, day by day. ChallengeError stops it; a calendar that fails is a unit that fails."""
    units = [unit for house in order.houses for unit in _hansard(desk, order, house)]
    return sorted(units, key=lambda unit: (unit.day or date.min, HOUSES.index(unit.house)))


def _hansard(desk: Desk, order: Order, house: str) -> Iterator[Unit]:
    service = Hansard(desk)
    try:
        days = service.sitting_days(house, order.start, order.end)
    except ChallengeError:
        raise
    except SourceError as error:
        yield _failing(hansard.SERVICE, house, error)
        return
    for day in days:
        name = _name(hansard.SERVICE, house, day, order.chamber)
        yield Unit(hansard.SERVICE, house, day, name, _day_of(service, name, house, day, order.chamber))


def _day_of(
    service: Hansard, name: str, house: str, day: date, chamber: str | None
) -> Callable[[], Iterator[Brought | Failed | Told]]:
    def bring() -> Iterator[Brought | Failed | Told]:
        floor = f"{house}-chamber"
        if chamber is None:
            yield Told(hansard.SERVICE, house, floor, day)
        for part in service.parts(house, day):
            if part.chamber and part.items:
                yield Told(hansard.SERVICE, house, part.chamber, day)
            if chamber in (None, part.chamber):
                yield from service.bring(name, part)
        if chamber in (None, floor):
            yield from service.divisions(name, house, day)

    return bring


def _failing(service: str, house: str, error: SourceError) -> Unit:
    def bring() -> Iterator[Brought | Failed | Told]:
        yield Failed(error.where, error)

    return Unit(service, house, None, f"{service}/{house}/calendar", bring)


def _name(service: str, house: str, day: date, chamber: str | None) -> str:
    return "/".join([service, house, day.isoformat(), *([chamber] if chamber else [])])
