"""Loading: a file is read whole or refused whole, and one sitting is one transaction.

The order is always the same. The bytes are read and understood; only when every word of
them is accounted for do they go into the vault; then, in one transaction, the document
is noted and each sitting it speaks of is assembled from *all* files held and written. A
process killed at any moment leaves the archive as it was before that transaction or as
it is after it; a file of the vault that no transaction speaks of yet does no harm.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from ..errors import BadInputError
from ..formats.conservation import buckets_of
from ..model import LoadedFile, LoadReport
from ..reading import Reading
from .ahead import ReadingAhead
from .asking import asked
from .batches import Batches, Follower
from .bill_facts import note_bills
from .clock import now
from .deriving import Derived, Deriving, stale_sittings
from .files import files_in, read_bytes, short_first, size_of
from .gathering import Taken, belongs
from .inserting import insert_many
from .keeping import accept
from .recent import RecentReadings
from .refusals import Refusals
from .schema import documents, editions, removals
from .told import sitting_id, spoken
from .vault import Vault

MUCH = 4_000_000  # bytes to come, from which on another process is worth its start
_CLASH = "it gives words of its own an id that another sitting's words have"
Progress = Callable[[str, int, int], None]
_HELD = """
SELECT format, sittings, contributions, words, warnings,
    (SELECT json_group_array(sitting_id) FROM editions e WHERE e.sha256 = d.sha256) AS sitting_ids,
    EXISTS (SELECT 1 FROM editions e WHERE e.sha256 = d.sha256 AND e.held_back IS NOT NULL) AS waits,
    EXISTS (SELECT 1 FROM removals r WHERE r.sha256 = d.sha256) AS removed
FROM documents d WHERE d.sha256 = ?
"""


class Loader:
    """Loads files over one open connection; the caller holds the archive's lock. `follower` keeps step with it."""

    def __init__(
        self, connection: Connection, vault: Vault, follower: Follower | None = None, *, accepting: bool = False
    ) -> None:
        self._connection, self._vault, self._accepting = connection, vault, accepting
        self._batches = Batches(connection, follower, vault)
        self._ahead: ReadingAhead | None = None
        self._to_come: deque[tuple[int, Path]] = deque()
        self._gathered: list[Taken] = []
        self._checked: list[str] = []
        self._done: dict[int, LoadedFile] = {}
        self._refusals = Refusals(connection)
        self._recent = RecentReadings()
        self._deriving = Deriving(connection, vault, self._recent)

    def load(self, paths: Sequence[Path | str], progress: Progress | None = None) -> LoadReport:
        """Load every file named; those that cannot be read whole are refused, the others loaded."""
        self._vault.sweep()
        self.derive_stale()
        with self._batches.step():
            self._refusals.sweep(paths)
        with _seldom_collected():
            return self._load(list(files_in(paths)), progress)

    def _load(self, files: Sequence[Path], progress: Progress | None) -> LoadReport:
        self._to_come = deque(short_first(files))
        try:
            while self._to_come:
                place, path = self._to_come.popleft()
                if progress:
                    progress(str(path), len(files) - len(self._to_come) - 1, len(files))
                self._load_file(path, place)
            done = self.finish()
        finally:
            if self._ahead:
                self._ahead.close()
        became = [done[number] for number in range(len(files))]
        return LoadReport(tuple(became), totals(became))

    def finish(self) -> dict[int, LoadedFile]:
        """Take in what is gathered and commit it; what became of each file since the last time, by its place."""
        self._take_in()
        self._note_checked()
        self.derive_stale()
        done, self._done = self._done, {}
        return done

    def derive_stale(self) -> None:
        """Write anew the sittings whose people's facts have changed, each in its own transaction.

        What a killed process left stale is done by the next load.
        """
        self._batches.close()
        self._deriving = Deriving(self._connection, self._vault, self._recent)
        with self._batches.step():
            stale = stale_sittings(self._connection)
        for identity in stale:
            with self._batches.step():
                self._deriving.derive(identity, {})
        self._batches.close()

    def _load_file(self, path: Path, place: int) -> None:
        sha256 = None
        try:
            data = read_bytes(path)
            sha256 = Vault.name_of(data)
            held = self._held(path, sha256)
            if held:
                self._done[place] = held
                return
            if self._ahead is None:  # this one is read here while the second process starts on the rest
                self._ahead = self._begin_ahead()
            reading = self._ahead.take(path, data, sha256)
        except BadInputError as error:
            self._refuse(path, place, sha256, error)
            return
        self.keep(Taken(path, self._vault.put(data, sha256), len(data), reading, place))

    def _begin_ahead(self) -> ReadingAhead:
        """Let others do what they can beside us, now that there is something new."""
        to_come = [path for _, path in self._to_come]
        held = asked(self._connection, "SELECT sha256, path FROM documents")
        ahead = ReadingAhead(to_come, {sha256 for sha256, _ in held})  # first: as a fork it shares what is open
        if sum(map(size_of, {*to_come} - {Path(path) for _, path in held})) >= MUCH:
            self._batches.beside()
        return ahead

    def _refuse(self, path: Path, place: int, sha256: str | None, error: BadInputError) -> None:
        self._done[place] = LoadedFile(str(path), None, "refused", error=str(error))
        with self._batches.step():
            self._refusals.note(path, sha256, error)

    def keep(self, file: Taken) -> None:
        """Take into the record what a file of the vault was read as; parts of sittings are gathered first."""
        if not belongs(file, self._gathered):
            self._take_in()
        self._gathered.append(file)

    def _take_in(self) -> None:
        """Take in what is gathered, all together, or each alone if one of them does not go with the others."""
        gathered, self._gathered = self._gathered, []
        try:
            became = self._write(gathered) if gathered else {}
        except IntegrityError:
            if len(gathered) == 1:
                alone = gathered[0]
                self._refuse(alone.path, alone.place, alone.sha256, _clashing(alone))
                return
            for file in gathered:
                self._gathered = [file]
                self._take_in()
            return
        last = {identity: file for file in gathered for identity in file.sittings}
        for file in gathered:
            mine = {identity: became[identity] for identity in file.sittings}
            unresolved = sum(one.unresolved for identity, one in mine.items() if last[identity] is file)  # once
            self._done[file.place] = _loaded(file, list(mine.values()), unresolved)
            self._recent.keep(file.sha256, file.size, file.reading)
            self._batches.begin()
            self._refusals.settle(file.path, file.sha256)

    def _held(self, path: Path, sha256: str) -> LoadedFile | None:
        twin = next((file for file in self._gathered if file.sha256 == sha256), None)
        if twin:
            return _told_of(twin._replace(path=path), "unchanged", twin.reading.warnings)
        self._batches.begin()
        row = self._connection.exec_driver_sql(_HELD, (sha256,)).first()
        if row is None:
            return None
        self._checked.append(sha256)
        self._refusals.settle(path, sha256)
        waiting = self._waiting(sha256) if row.waits else {}
        if self._accepting:
            self._accept(sha256, waiting)
        warnings = [*msgspec.json.decode(row.warnings), *(self._not_counted(sha256) if row.removed else ())]
        return LoadedFile(
            str(path),
            row.format,
            "loaded" if waiting and self._accepting else "unchanged",
            sittings=row.sittings,
            contributions=row.contributions,
            words=row.words,
            warnings=(*warnings, *map(_held_back, () if self._accepting else waiting.values())),
            sitting_ids=tuple(dict.fromkeys(msgspec.json.decode(row.sitting_ids))),
        )

    def _accept(self, sha256: str, waiting: Iterable[str]) -> None:
        with self._batches.step():
            accept(self._connection, sha256)
            for identity in waiting:
                self._deriving.derive(identity, {})

    def _note_checked(self) -> None:
        """Note when the files that were held already were looked at, all at once."""
        checked, self._checked = self._checked, []
        if checked:
            with self._batches.step():
                sql = "UPDATE documents SET last_checked = ? WHERE sha256 = ?"
                self._connection.exec_driver_sql(sql, [(now(), sha256) for sha256 in checked])

    def _waiting(self, sha256: str) -> dict[str, str]:
        """The sittings of which this file's word is held back, and what it lacks."""
        query = select(editions.c.sitting_id, editions.c.held_back).where(editions.c.sha256 == sha256)
        rows = self._connection.execute(query.where(editions.c.held_back.is_not(None)))
        return {row.sitting_id: row.held_back for row in rows}

    def _not_counted(self, sha256: str) -> list[str]:
        rows = self._connection.execute(select(removals).where(removals.c.sha256 == sha256))
        return [
            f"removed from {row.sitting_id} on {row.at[:10]} ({row.reason}): bring it back with `remove --undo`"
            for row in rows
        ]

    def _write(self, files: Sequence[Taken]) -> dict[str, Derived]:
        """Note files and write the sittings they are of, all or nothing; what each sitting became."""
        at_hand = {file.sha256: file.reading for file in files}
        identities = dict.fromkeys(identity for file in files for identity in file.sittings)
        with self._batches.step():
            for file in files:
                insert_many(self._connection, documents, [_document(file)])
                self._note_editions(file.sha256, file.reading)
                note_bills(self._connection, file.sha256, file.reading)
                if self._accepting:
                    accept(self._connection, file.sha256)
            became = {identity: self._deriving.derive(identity, at_hand) for identity in identities}
        return became

    def _note_editions(self, sha256: str, reading: Reading) -> None:
        rows = [
            {
                "sitting_id": sitting_id(sitting),
                "sha256": sha256,
                "edition": sitting.edition,
                "residue": sitting.residue,
                "whole": sitting.whole,
                "leading": False,
                "changes": 0,
                "witness": False,
                "buckets": msgspec.json.encode(buckets_of(sitting)).decode() if len(reading.sittings) > 1 else None,
            }
            for sitting in reading.sittings
        ]
        insert_many(self._connection, editions, rows)


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Python looks for cycles among all it holds again and again; readings hold millions of things and no cycle."""
    usual = gc.get_threshold()
    gc.set_threshold(1_000_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _document(file: Taken) -> dict[str, Any]:
    return {
        "sha256": file.sha256,
        "path": str(file.path),
        "format": file.reading.format,
        "sittings": len(file.reading.sittings),
        "contributions": _spoken_in(file.reading),
        "words": file.reading.spoken_words,
        "buckets": msgspec.json.encode(file.reading.buckets).decode(),
        "warnings": msgspec.json.encode(file.reading.warnings).decode(),
        "first_seen": now(),
        "last_checked": now(),
        **file.seen,
    }


def _spoken_in(reading: Reading) -> int:
    return sum(len(spoken(sitting)) for sitting in reading.sittings)


def _loaded(file: Taken, became: Sequence[Derived], unresolved: int) -> LoadedFile:
    lacks = [_held_back(one.held_back[file.sha256]) for one in became if file.sha256 in one.held_back]
    leading = any(file.sha256 in one.leading for one in became)
    status = "loaded" if leading or not file.reading.sittings else "superseded"
    return _told_of(file, status, (*file.reading.warnings, *lacks), unresolved)


def _told_of(file: Taken, status: str, warnings: tuple[str, ...], unresolved: int = 0) -> LoadedFile:
    return LoadedFile(
        str(file.path),
        file.reading.format,
        status,
        sittings=len(file.reading.sittings),
        contributions=_spoken_in(file.reading),
        words=file.reading.spoken_words,
        unresolved_speakers=unresolved,
        warnings=warnings,
        sitting_ids=tuple(dict.fromkeys(file.sittings)),
    )


def _clashing(file: Taken) -> BadInputError:
    remedy = "compare the two files; one of them is not as published"
    return BadInputError(_CLASH, where=str(file.path), remedy=remedy)


def _held_back(lacks: str) -> str:
    return f"kept, but not the record, since it says less than the edition held ({lacks}): load it with --accept"


def totals(files: Sequence[LoadedFile]) -> dict[str, int]:
    """The sums that end a report: files by what became of them, and the sittings they are of, each counted once."""
    counted = {status: sum(f.status == status for f in files) for status in _STATUSES}
    taken = [f for f in files if f.status == "loaded"]
    return {
        "files": len(files),
        **counted,
        "sittings": len({identity for f in taken for identity in f.sitting_ids}),
        "contributions": sum(f.contributions for f in taken),
        "words": sum(f.words for f in taken),
        "unresolved_speakers": sum(f.unresolved_speakers for f in taken),
    }


_STATUSES = ("loaded", "unchanged", "superseded", "refused")
