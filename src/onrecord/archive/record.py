"""Questions about the record: what is held, a debate whole, a member's words."""

from __future__ import annotations

from datetime import date

from ..errors import UsageError
from ..extracts import debates, earlier, history, ledger, member_excerpts
from ..extracts.places import Asked
from ..extracts.sitting_filters import SittingFilters
from ..model import Debate, DebateHistory, DebateRef, Excerpts, KnownDay, Ledger
from ..store.roll import StoredRoll
from .opening import Opening


class Record(Opening):
    """Sittings, debates and excerpts."""

    def sittings(
        self,
        start: date | None = None,
        end: date | None = None,
        house: str | None = None,
        *,
        chamber: str | None = None,
        parliament: str | None = None,
        session: str | None = None,
        page: int = 1,
        per_page: int | None = None,
        cursor: str | None = None,
    ) -> Ledger:
        """The coverage ledger between two days, newest first: whole, or so many sittings of it a page."""
        chosen = SittingFilters(start, end, house, chamber, parliament, session)
        asked = Asked(page, per_page, cursor) if per_page else None
        with self._reading() as connection:
            return ledger.ledger(connection, chosen, asked)

    def days_known(self, house: str | None = None) -> tuple[KnownDay, ...]:
        """Every day of which a sitting is held, or known to have been; the earliest first."""
        with self._reading() as connection:
            return ledger.days_known(connection, house)

    def debates_on(self, day: date, chamber: str) -> tuple[DebateRef, ...]:
        """The debates of one sitting, in the order of the record."""
        with self._reading() as connection:
            return debates.debates_on(connection, day, chamber)

    def find_debates(self, text: str, limit: int = 20) -> tuple[DebateRef, ...]:
        """Debates under whose headings every word of `text` stands, newest first."""
        with self._reading() as connection:
            return debates.debates_titled(connection, text, limit)

    def debate(self, id: str, *, edition: int | None = None, as_of: date | None = None) -> Debate:
        """One section whole, by any id, alias or address that it or anything in it has or had.

        As it stands today; with `edition` as it stood in the edition of that number (`history` lists them), with
        `as_of` as it stood in the newest edition that this archive had seen by the end of that day.
        """
        if edition is not None and as_of is not None:
            raise UsageError("an edition and a day were both asked for", remedy="choose one of the two")
        with self._reading() as connection:
            roll = StoredRoll(connection)
            if edition is None and as_of is None:
                return debates.debate(connection, roll, id)
            return earlier.debate_then(connection, roll, self._vault, id, edition=edition, as_of=as_of)

    def history(self, id: str) -> DebateHistory:
        """How a debate read before: its editions, and word for word what changed; of a contribution, that alone."""
        with self._reading() as connection:
            return history.debate_history(connection, StoredRoll(connection), id)

    def excerpts(
        self,
        member: str,
        *,
        department: str | None = None,
        debate: str | None = None,
        bill: str | None = None,
        with_member: str | None = None,
        start: date | None = None,
        end: date | None = None,
        parliament: str | None = None,
        session: str | None = None,
        chamber: str | None = None,
        context: str = "reply",
        before: int = 1,
        after: int = 1,
        page: int = 1,
        per_page: int = 10,
        cursor: str | None = None,
    ) -> Excerpts:
        """A member's words with just enough context, newest debate first (contract section 4)."""
        query = member_excerpts.Query(
            member, department, debate, bill, with_member, start, end, parliament, session, chamber,
            context, before, after, page, per_page, cursor,
        )  # fmt: skip
        with self._reading() as connection:
            return member_excerpts.member_excerpts(connection, StoredRoll(connection), query)
