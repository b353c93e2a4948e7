"""What a span of days comes to: units of one service, one House and one day, in the order to ask.

The calendars are asked first, so that a fetch knows how much there is to do and the ledger
which days there should be. A unit asks for nothing until it is its turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ..errors import ChallengeError, SourceError
from . import bills, commons_votes, hansard, lords_votes, questions_statements, whatson
from .bills import Bills
from .commons_votes import CommonsVotes
from .desk import Brought, Desk, Failed
from .hansard import Hansard
from .lords_votes import LordsVotes
from .questions_statements import QuestionsStatements
from .whatson import WhatsOn

HOUSES = ("commons", "lords")


class Order(NamedTuple):
    """What was asked for. `chamber` None is every chamber."""

    start: date
    end: date
    houses: tuple[str, ...] = HOUSES
    chamber: str | None = None

    def wants(self, *chambers: str) -> bool:
        """Whether any of these chambers was asked for."""
        return self.chamber is None or self.chamber in chambers


class Told(NamedTuple):
    """A service says that this chamber sat on that day."""

    service: str
    house: str
    chamber: str
    day: date


Result = Brought | Failed | Told


class Unit(NamedTuple):
    """One service, one House, one day; `bring` asks for it. Without a day it is a calendar, of the days of `span`."""

    service: str
    house: str
    day: date | None
    name: str
    bring: Callable[[], Iterator[Result]]
    span: tuple[date, date] | None = None


def plan(desk: Desk, order: Order) -> list[Unit]:
    """The units of an order, day by day. ChallengeError stops it; a calendar that fails is a unit that fails."""
    units = [unit for house in order.houses for unit in _of_house(desk, order, house)]
    return sorted(units, key=lambda unit: (unit.day or date.min, HOUSES.index(unit.house)))


def _of_house(desk: Desk, order: Order, house: str) -> Iterator[Unit]:
    floor = f"{house}-chamber"
    days: Iterable[date] = ()
    if order.chamber != "written-answers":  # the Hansard API has none
        calendars = {hansard.SERVICE: Hansard(desk).sitting_days, whatson.SERVICE: WhatsOn(desk).sitting_days}
        known = {name: _calendar(name, asks, order, house) for name, asks in calendars.items()}
        yield from (unit for unit, _ in known.values())
        days = known[hansard.SERVICE][1]
    ask = _Asking(desk, order, house)
    for day in days:
        yield ask.unit(hansard.SERVICE, day, ask.hansard)
        if order.wants(floor):
            votes = (commons_votes.SERVICE, ask.commons) if house == "commons" else (lords_votes.SERVICE, ask.lords)
            yield ask.unit(votes[0], day, votes[1])
        if order.wants(*bills.CHAMBERS):
            yield ask.unit(bills.SERVICE, day, ask.bills)
    if order.wants("written-statements", "written-answers"):
        yield from (ask.unit(questions_statements.SERVICE, day, ask.written) for day in _days(order))


def _calendar(
    service: str, asks: Callable[[str, date, date], tuple[date, ...]], order: Order, house: str
) -> tuple[Unit, tuple[date, ...]]:
    """A calendar as a unit that has come or failed, and its days."""
    results: list[Result] = []
    days: tuple[date, ...] = ()
    try:
        days = asks(house, order.start, order.end)
        results += [Told(service, house, f"{house}-chamber", day) for day in days]
    except ChallengeError:
        raise
    except SourceError as error:
        results.append(Failed(error.where, error))
    name = f"{service}/{house}/{order.start}..{order.end}"
    return Unit(service, house, None, name, lambda: iter(results), (order.start, order.end)), days


class _Asking:
    """What each service is asked for one House and day, to be called when it is the unit's turn."""

    def __init__(self, desk: Desk, order: Order, house: str) -> None:
        self._desk, self._order, self._house = desk, order, house

    def unit(self, service: str, day: date, ask: Callable[[str, date], Iterator[Result]]) -> Unit:
        """The unit of a service and day."""
        chamber = [self._order.chamber] if self._order.chamber else []
        name = "/".join([service, self._house, day.isoformat(), *chamber])
        return Unit(service, self._house, day, name, lambda: ask(name, day))

    def hansard(self, name: str, day: date) -> Iterator[Result]:
        service = Hansard(self._desk)
        for part in service.parts(self._house, day):
            if part.chamber and part.items:
                yield Told(hansard.SERVICE, self._house, part.chamber, day)
            if self._order.chamber in (None, part.chamber):
                yield from service.bring(name, part)
        if self._order.wants(f"{self._house}-chamber"):
            yield from service.divisions(name, self._house, day)

    def commons(self, name: str, day: date) -> Iterator[Result]:
        yield from CommonsVotes(self._desk).divisions(name, day)

    def lords(self, name: str, day: date) -> Iterator[Result]:
        yield from LordsVotes(self._desk).divisions(name, day)

    def bills(self, name: str, day: date) -> Iterator[Result]:
        yield from Bills(self._desk).of_day(name, self._house, day)

    def written(self, name: str, day: date) -> Iterator[Result]:
        service = QuestionsStatements(self._desk)
        if self._order.wants("written-statements"):
            yield from service.statements(name, self._house, day)
        if self._order.wants("written-answers"):
            yield from service.questions(name, self._house, day)


def _days(order: Order) -> Iterator[date]:
    day = order.start
    while day <= order.end:
        yield day
        day += timedelta(days=1)
