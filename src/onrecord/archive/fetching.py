"""Fetching from the official services, and loading what came.

A span of days is cut into units: one service, one House, one day. A unit's answers are put
down beside the archive, loaded, noted with the address each came from, and only then
forgotten; so a fetch that was interrupted goes on where it stopped, without asking for
anything twice. What one unit lacks does not stop the others. A challenge stops everything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from ..errors import ChallengeError, SourceError, UsageError
from ..model import FetchedUnit, FetchReport, LoadedFile, LoadReport
from ..settings import services
from ..sources.desk import Brought, Desk, Failed
from ..sources.plan import HOUSES, Order, Told, Unit, plan
from ..store import arrivals
from ..store.lock import one_writer
from ..store.refusals import forget_addresses, note_addresses
from ..store.vault import Vault
from .loading import Loading

if TYPE_CHECKING:
    from ..store.loader import Progress

INCOMING = "incoming"
CACHE = "http-cache.sqlite"


class Fetching(Loading):
    """What brings sittings from the official services."""

    def fetch(
        self,
        start: date,
        end: date,
        *,
        house: str | None = None,
        chamber: str | None = None,
        progress: Progress | None = None,
        wait: bool = True,
        waiting: Callable[[], None] | None = None,
    ) -> FetchReport:
        """Bring the sittings from `start` to `end` and load them; goes on where an interrupted call stopped."""
        order = Order(start, end, (house,) if house else HOUSES, chamber)
        with self._desk(wait, waiting) as desk:
            run = _Run(self, desk, wait, waiting)
            try:
                units = plan(desk, order)
                for number, unit in enumerate(units):
                    desk.came = _counting(progress, unit.name, number, len(units))
                    run.take(unit)
            except ChallengeError as challenge:
                run.stopped = str(challenge)
            return run.report()

    @contextmanager
    def _desk(self, wait: bool, waiting: Callable[[], None] | None) -> Iterator[Desk]:
        if self.read_only:
            raise UsageError("this archive was opened for reading only", remedy="open it without read_only")
        from ..sources.client import Client  # the libraries for HTTP are loaded where something is fetched

        folder = self.path / INCOMING
        folder.mkdir(parents=True, exist_ok=True)
        with one_writer(folder, wait=wait, waiting=waiting), Client(services(), self.path / CACHE) as client:
            yield Desk(client, folder)


class _Waits(TypedDict):
    """What to do while another load is at work."""

    wait: bool
    waiting: Callable[[], None] | None


class _Run:
    """One call of fetch: takes unit after unit, and remembers what became of each."""

    def __init__(self, archive: Fetching, desk: Desk, wait: bool, waiting: Callable[[], None] | None) -> None:
        self._archive, self._desk, self._wait, self._waiting = archive, desk, wait, waiting
        self._units: list[FetchedUnit] = []
        self._files: list[LoadedFile] = []
        self.stopped: str | None = None

    def take(self, unit: Unit) -> None:
        """Fetch a unit and load what came, unless that was done before an interruption."""
        if unit.day and self._desk.is_done(unit.name):
            self._note(unit, "resumed")
            return
        came: list[Brought] = []
        failed: list[Failed] = []
        told: list[Told] = []
        try:
            for result in unit.bring():
                if isinstance(result, Brought):
                    came.append(result)
                elif isinstance(result, Failed):
                    failed.append(result)
                else:
                    told.append(result)
        except ChallengeError:
            self._note(unit, "stopped", len(came))
            raise
        except SourceError as error:
            failed.append(Failed(error.where, error))
        files = self._load(unit, came, failed, told)
        self._files += files
        if unit.day and not failed and all(file.status != "refused" for file in files):
            self._desk.note_done(unit.name)
        status = "fetched" if not failed else "partial" if came else "failed"
        self._note(unit, status, len(came), tuple(str(each.error) for each in failed))

    def _load(self, unit: Unit, came: list[Brought], failed: list[Failed], told: list[Told]) -> list[LoadedFile]:
        waits = _Waits(wait=self._wait, waiting=self._waiting)
        files = self._archive.load([each.file for each in came], **waits).files if came else ()
        held = [each for each, file in zip(came, files, strict=True) if file.status != "refused"]
        for each in came:
            if each not in held:
                self._desk.drop(each)  # the service may give a better one
        with self._archive._writing(**waits) as connection, connection.begin():
            note_addresses(connection, ((each.url, str(each.file)) for each in came if each not in held))
            forget_addresses(connection, (each.url for each in held))
            arrivals.note_origins(connection, map(origin, held))
            if unit.span and not failed:
                arrivals.forget_expected(connection, unit.service, unit.house, *unit.span)
            for (service, house), sittings in _by_service(told).items():
                arrivals.note_expected(connection, service, house, sittings)
            arrivals.note_fetched(connection, unit.name, [each.url for each in failed])
        return list(files)

    def _note(self, unit: Unit, status: str, answers: int = 0, failed: tuple[str, ...] = ()) -> None:
        self._units.append(FetchedUnit(unit.service, unit.house, unit.day, status, answers, failed))

    def report(self) -> FetchReport:
        """What became of it all. Nothing is left on the desk when nothing is wanting."""
        whole = not self.stopped and all(unit.status in ("fetched", "resumed") for unit in self._units)
        if whole and all(file.status != "refused" for file in self._files):
            self._desk.clear()
        from ..store.loader import totals

        load = LoadReport(tuple(self._files), totals(self._files))
        return FetchReport(tuple(self._units), load, counts(self._units), self.stopped)


def _counting(progress: Progress | None, name: str, number: int, of: int) -> Callable[[int, int], None] | None:
    """Tell of each answer of a unit as it comes: a day of written answers takes minutes."""
    if progress is None:
        return None
    progress(name, number, of)
    return lambda came, wanted: progress(f"{name}: {came} of {wanted}", number, of)


def counts(units: Sequence[FetchedUnit]) -> dict[str, int]:
    """The sums that end a report."""
    return {
        "units": len(units),
        "answers": sum(unit.answers for unit in units),
        "failed": sum(len(unit.failed) for unit in units),
    }


def origin(each: Brought) -> tuple[str, str, str]:
    """The address that a file came from, its sha256, and where it lies for now."""
    return each.url, Vault.name_of(each.file.read_bytes()), str(each.file)


def _by_service(told: list[Told]) -> dict[tuple[str, str], list[tuple[str, date]]]:
    sittings: dict[tuple[str, str], list[tuple[str, date]]] = defaultdict(list)
    for each in told:
        sittings[each.service, each.house].append((each.chamber, each.day))
    return sittings
