"""Questions about people."""

from __future__ import annotations

from datetime import date

from ..extracts import members
from ..model import PersonOnDay, PersonRef
from ..people.standing import on_day
from ..store.roll import StoredRoll
from .opening import Opening


class People(Opening):
    """Who somebody is, and what they were on a day."""

    def person(self, member: str, on: date | None = None) -> PersonOnDay:
        """Who that is, and (with `on`) what they were on that day."""
        with self._reading() as connection:
            return on_day(members.find_member(StoredRoll(connection), member), on)

    def find_people(self, text: str, limit: int = 20) -> tuple[PersonRef, ...]:
        """People whose name holds every word of `text`."""
        with self._reading() as connection:
            return members.found(StoredRoll(connection).containing(text, limit) if text.strip() else ())
