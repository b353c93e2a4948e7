"""The questions and statements service: written questions with their answers, and written statements.

Its lists cut every text at some 255 characters, so they only tell the ids; each question and
statement is asked for by itself. The numbers printed on them (UIN, HCWS) begin anew each
session, and the service hides earlier sessions unless told otherwise. A question belongs
to a day in three ways: it was tabled then, answered then, or its answer was corrected then.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode

from msgspec import Struct

from ..settings import value
from .desk import Brought, Desk, Failed, Wanted
from .paging import Page, every_id

SERVICE = "questions-statements"
_PAGE = 50
_OF_A_DAY = ("tabledWhen", "answeredWhen", "correctedWhen")


class Id(Struct, frozen=True):
    id: int


class Entry(Struct, frozen=True):
    value: Id


class Listed(Struct, frozen=True, rename="camel"):
    results: list[Entry]
    total_results: int


class QuestionsStatements:
    """Asks the questions and statements service by way of a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._base = f"{value('questions_statements_url').rstrip('/')}/api"

    def questions(self, unit: str, house: str, day: date) -> Iterator[Brought | Failed]:
        """The written questions that were tabled, answered or corrected on a day, each whole."""
        ids = [id for when in _OF_A_DAY for id in self._ids("writtenquestions/questions", when, house, day)]
        return self._each(unit, "question", "writtenquestions/questions", ids)

    def statements(self, unit: str, house: str, day: date) -> Iterator[Brought | Failed]:
        """The written statements of a day, each whole."""
        ids = self._ids("writtenstatements/statements", "madeWhen", house, day)
        return self._each(unit, "statement", "writtenstatements/statements", ids)

    def _ids(self, route: str, when: str, house: str, day: date) -> list[str]:
        asked = {f"{when}From": day, f"{when}To": day, "house": house.title(), "sessionStatus": "Any", "take": _PAGE}
        base = f"{self._base}/{route}?{urlencode(asked)}"

        def page(skip: int) -> Page:
            listed = self._desk.ask(f"{base}&skip={skip}", Listed)
            return Page([str(entry.value.id) for entry in listed.results], listed.total_results)

        return every_id(page, base)

    def _each(self, unit: str, what: str, route: str, ids: list[str]) -> Iterator[Brought | Failed]:
        whole = "expandMember=true&sessionStatus=Any"
        wanted = [Wanted(f"{what}-{id}.json", f"{self._base}/{route}/{id}?{whole}") for id in dict.fromkeys(ids)]
        return self._desk.bring(unit, wanted)
