"""Which sittings a listing is about: by days, House, chamber, Parliament and session, the same for every list."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct
from sqlalchemy import Select

from ..store.schema import sittings
from .parliaments import parliament_between
from .sessions import session_between


class SittingFilters(Struct, frozen=True):
    """What narrows a listing; all of it at once. `parliament` is the year of its election, `session` as 2023-24."""

    start: date | None = None
    end: date | None = None
    house: str | None = None
    chamber: str | None = None
    parliament: str | None = None
    session: str | None = None

    def days(self) -> tuple[date, date]:
        """The first and last day meant. UsageError for a Parliament or session that is not known."""
        spans = [(self.start or date.min, self.end or date.max)]
        spans += [parliament_between(self.parliament)] if self.parliament else []
        spans += [session_between(self.session)] if self.session else []
        return max(first for first, _ in spans), min(last for _, last in spans)

    def narrow(self, query: Select[Any]) -> Select[Any]:
        """The query, which reads the table of sittings, for these sittings alone."""
        first, last = self.days()
        query = query.where(sittings.c.date >= first, sittings.c.date <= last)
        if self.house:
            query = query.where(sittings.c.house == self.house)
        return query.where(sittings.c.chamber == self.chamber) if self.chamber else query

    def admit(self, house: str, chamber: str, day: date) -> bool:
        """Whether a sitting is meant.

        >>> asked = SittingFilters(house="lords", session="2008-09")
        >>> asked.admit("lords", "grand-committee", date(2009, 10, 26)), asked.admit("lords", "lords-chamber", date.max)
        (True, False)
        """
        first, last = self.days()
        return first <= day <= last and self.house in (None, house) and self.chamber in (None, chamber)
