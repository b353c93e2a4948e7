"""Questions that a page asks beyond one debate: counts, divisions, departments, and how fresh the answers are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..extracts import activity, coverage, department_pages, division_lists, held_from, numbered, people_list
from ..extracts.places import Asked
from ..model import (
    Activity,
    Coverage,
    Departments,
    DepartmentWhole,
    Divisions,
    DivisionWhole,
    Errata,
    Held,
    HeldFrom,
    HeldSitting,
    Numbered,
    PersonOnDay,
    SpeakingPeople,
    Voice,
)
from ..store.changes import last_sequence
from ..store.roll import StoredRoll
from .opening import Opening


class Browsing(Opening):
    """Lists and counts."""

    def activity(self, member: str) -> Activity:
        """A person's counts by year and department, whom they answered most, and their newest debates."""
        with self._reading() as connection:
            return activity.activity(connection, StoredRoll(connection), member)

    def people(
        self, text: str = "", *, page: int = 1, per_page: int = 100, cursor: str | None = None
    ) -> SpeakingPeople:
        """Everybody who speaks in the record held and whose name holds every word of `text`, by surname.

        Of every list the page that follows an earlier one is told by that one's `next`, given as `cursor`.
        """
        with self._reading() as connection:
            return people_list.people_list(connection, StoredRoll(connection), text, Asked(page, per_page, cursor))

    def speaking(self, day: date, chamber: str) -> tuple[Voice, ...]:
        """Who spoke in a sitting and how much, most words first."""
        with self._reading() as connection:
            return activity.speaking(connection, StoredRoll(connection), day, chamber)

    def divisions(
        self,
        start: date | None = None,
        end: date | None = None,
        house: str | None = None,
        *,
        page: int = 1,
        per_page: int = 50,
        cursor: str | None = None,
    ) -> Divisions:
        """The divisions between two days, newest first."""
        with self._reading() as connection:
            return division_lists.division_list(connection, start, end, house, Asked(page, per_page, cursor))

    def division(self, id: str) -> DivisionWhole:
        """One division with its debate, by any id that it has or had."""
        with self._reading() as connection:
            return division_lists.division(connection, StoredRoll(connection), id)

    def departments(self) -> Departments:
        """Every department that a debate held involves."""
        with self._reading() as connection:
            return department_pages.departments(connection)

    def department(
        self, name: str, *, chamber: str | None = None, page: int = 1, per_page: int = 50, cursor: str | None = None
    ) -> DepartmentWhole:
        """A department under every name it bore: its ministers, and a page of its debates, all or of one chamber."""
        with self._reading() as connection:
            asked = Asked(page, per_page, cursor)
            return department_pages.department(connection, StoredRoll(connection), name, asked, chamber)

    def coverage(self) -> Coverage:
        """What is held of each chamber, in each state, and why speakers are unresolved."""
        with self._reading() as connection:
            return coverage.coverage(connection)

    def held(self) -> tuple[Held, ...]:
        """How much is held of each chamber, in each state."""
        with self._reading() as connection:
            return coverage.held(connection)

    def held_from(self, places: Iterable[tuple[str, str, date]]) -> HeldFrom | None:
        """From what these sittings (House, chamber, day) were read, and since when that is held; None for nothing."""
        with self._reading() as connection:
            return held_from.held_from(connection, places)

    def known_from(self, person: PersonOnDay) -> HeldFrom | None:
        """From which lists a person is known, and since when they are held; None for none."""
        with self._reading() as connection:
            return held_from.known_from(connection, person)

    def newest_sittings(self, number: int = 11) -> tuple[HeldSitting, ...]:
        """The newest sittings held."""
        with self._reading() as connection:
            return coverage.newest_sittings(connection, number)

    def newest(self) -> date | None:
        """The day of the newest sitting held."""
        with self._reading() as connection:
            return coverage.newest(connection)

    def index_lag(self) -> int:
        """How many changes of the record the search does not know yet."""
        followed, _ = self._index.now()
        with self._reading() as connection:
            return last_sequence(connection) - max(followed, 0)

    def errata(self) -> Errata:
        """What was withdrawn, suppressed or removed, and the corrections that the record prints."""
        with self._reading() as connection:
            return coverage.errata(connection)

    def numbered(self, number: str, *, house: str | None = None, day: date | None = None) -> Numbered:
        """Everything with a number (a UIN, HCWS265), newest first; NotHeldError for nothing."""
        with self._reading() as connection:
            return numbered.numbered(connection, StoredRoll(connection), number, house, day)
