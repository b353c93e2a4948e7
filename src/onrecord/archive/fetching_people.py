"""Fetching the roll: the Members service, and the list that joins its ids with all others.

Everything is brought before anything is loaded, because the roll is built from all lists at
once. What came before an interruption is not asked for again on the same day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from ..errors import ChallengeError, SourceError
from ..model import FetchedUnit, FetchReport, LoadedFile, LoadReport
from ..people.departments import department_of
from ..sources import members, people_list
from ..sources.desk import Brought, Failed
from ..sources.members import Members
from ..sources.people_list import bring_people_list
from ..store import arrivals
from ..store.refusals import forget_addresses, note_addresses
from .fetching import Fetching, counts, origin

if TYPE_CHECKING:
    from ..store.loader import Progress

_UNIT = "people"
_Bring = Callable[[], Iterator[Brought | Failed]]


class FetchingPeople(Fetching):
    """What brings the roll from the official services."""

    def fetch_people(
        self,
        *,
        house: str | None = None,
        start: date | None = None,
        end: date | None = None,
        today: date | None = None,
        progress: Progress | None = None,
        wait: bool = True,
        waiting: Callable[[], None] | None = None,
    ) -> FetchReport:
        """Bring everybody who was a Member between two days, and load the lists into the roll.

        `today` is the day of which the answers are true, should it not be the one on the clock.
        """
        from ..store.loader import totals

        on = today or date.today()
        with self._desk(wait, waiting) as desk:
            service = Members(desk, on)
            asks: dict[str, _Bring] = {
                members.SERVICE: lambda: service.bring(_UNIT, house, start, end),
                people_list.SERVICE: lambda: bring_people_list(desk, _UNIT, on),
            }
            if progress:
                desk.came = lambda came, wanted: progress("the roll", came, wanted)
            units, came, stopped = _brought(asks)
            files = self._load_lists(came, progress, wait, waiting)
            for each, file in zip(came, files, strict=True):
                if file.status == "refused":
                    desk.drop(each)  # the service may give a better one
            if not stopped and all(unit.status == "fetched" for unit in units):
                desk.forget(_UNIT)
            notes = () if stopped else _unknown_departments(service, on)
            return FetchReport(tuple(units), LoadReport(tuple(files), totals(files)), counts(units), stopped, notes)

    def _load_lists(
        self, came: list[Brought], progress: Progress | None, wait: bool, waiting: Callable[[], None] | None
    ) -> list[LoadedFile]:
        if not came:
            return []
        paths = [each.file for each in came]
        files = self.load_people(paths, progress=progress, wait=wait, waiting=waiting).files
        held = [each for each, file in zip(came, files, strict=True) if file.status != "refused"]
        with self._writing(wait, waiting) as connection, connection.begin():
            note_addresses(connection, ((each.url, str(each.file)) for each in came if each not in held))
            forget_addresses(connection, (each.url for each in held))
            arrivals.note_origins(connection, map(origin, held))
        return list(files)


def _unknown_departments(service: Members, on: date) -> tuple[str, ...]:
    """The departments that the service names and our dated list does not: it has aged, or they are new."""
    try:
        named = service.departments()
    except SourceError as error:
        return (f"the departments could not be compared: {error}",)
    unknown = [name for name in named if department_of(name, on) is None]
    return tuple(f"the service names a department that On Record does not know: {name}" for name in unknown)


def _brought(asks: dict[str, _Bring]) -> tuple[list[FetchedUnit], list[Brought], str | None]:
    """What each service gave, all that came, and why we stopped if we did."""
    units: list[FetchedUnit] = []
    everything: list[Brought] = []
    stopped = None
    for service, bring in asks.items():
        came: list[Brought] = []
        failed: list[str] = []
        try:
            for result in bring():
                if isinstance(result, Brought):
                    came.append(result)
                else:
                    failed.append(str(result.error))
        except ChallengeError as challenge:
            stopped = str(challenge)
        except SourceError as error:
            failed.append(str(error))
        status = "stopped" if stopped else "fetched" if not failed else "partial" if came else "failed"
        units.append(FetchedUnit(service, None, None, status, len(came), tuple(failed)))
        everything += came
        if stopped:
            break
    return units, everything, stopped
