"""Loading: a file is read whole or refused whole, and one sitting is one transaction.

The order is always the same. The bytes are read and understood; only when every word of
them is accounted for do they go into the vault; then, in one transaction, the document
is noted and each sitting it speaks of is assembled from *all* files held and written. A
process killed at any moment leaves the archive as it was before that transaction or as
it is after it; a file of the vault that no transaction speaks of yet does no harm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from ..errors import BadInputError
from ..model import LoadedFile, LoadReport
from ..proceedings.volume import with_persons_of_print
from ..reading import Reading
from ..settings import value
from .ahead import ReadingAhead
from .batches import Batches, Follower
from .clock import now
from .deriving import Derived, Deriving
from .keeping import accept
from .schema import documents, editions, removals, sittings
from .told import sitting_id, spoken
from .vault import Vault

_CLASH = "it gives words of its own an id that another sitting's words have"
_REMEMBERED = 6  # readings kept at hand: an edition's neighbours, and no more memory than that
Progress = Callable[[str, int, int], None]


def files_in(paths: Iterable[Path | str]) -> Iterator[Path]:
    """The files named, and those in the folders named, in a fixed order; hidden ones aside."""
    for path in map(Path, paths):
        if path.is_dir():
            yield from _files_below(path)
        else:
            yield path


def _files_below(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield folder  # read_bytes will say why, for this folder alone
        return
    for entry in entries:
        if not entry.name.startswith("."):
            yield from _files_below(entry) if entry.is_dir() else (entry,)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. BadInputError with the reason when it cannot be read or is too large."""
    limit = int(value("max_file_bytes"))
    try:
        if path.stat().st_size > limit:
            raise BadInputError(
                f"the file is larger than {limit:,} bytes", where=str(path), remedy="raise ONRECORD_MAX_FILE_BYTES"
            )
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BadInputError(reason, where=str(path), remedy="check the path and its permissions") from error


class Loader:
    """Loads files over one open connection; the caller holds the archive's lock. `follower` keeps step with it."""

    def __init__(
        self, connection: Connection, vault: Vault, follower: Follower | None = None, *, accepting: bool = False
    ) -> None:
        self._connection, self._vault, self._accepting = connection, vault, accepting
        self._batches = Batches(connection, follower)
        self._ahead: ReadingAhead | None = None
        self._recent: dict[str, Reading] = {}  # editions of one sitting come one after the other
        self._deriving = Deriving(connection, vault, self._recent)

    def load(self, paths: Sequence[Path | str], progress: Progress | None = None) -> LoadReport:
        """Load every file named; those that cannot be read whole are refused, the others loaded."""
        self.derive_stale()
        files = list(files_in(paths))
        done = []
        try:
            for number, path in enumerate(files):
                if progress:
                    progress(str(path), number, len(files))
                done.append(self._load_file(path, files[number + 1 :]))
            self.finish()
        finally:
            if self._ahead:
                self._ahead.close()
        return LoadReport(tuple(done), totals(done))

    def finish(self) -> None:
        """Commit what is gathered."""
        self._batches.close()

    def derive_stale(self) -> None:
        """Write anew the sittings whose people's facts have changed, each in its own transaction.

        What a killed process left stale is done by the next load.
        """
        self._deriving = Deriving(self._connection, self._vault, self._recent)
        with self._batches.step():
            query = select(sittings.c.id).where(sittings.c.stale).order_by(sittings.c.date, sittings.c.id)
            stale = [identity for (identity,) in self._connection.execute(query)]
        for identity in stale:
            with self._batches.step():
                self._deriving.derive(identity, {})
        self._batches.close()

    def _load_file(self, path: Path, rest: Sequence[Path]) -> LoadedFile:
        try:
            data = read_bytes(path)
            sha256 = Vault.name_of(data)
            held = self._held(path, sha256)
            if held:
                return held
            if self._ahead is None:  # this one is read here while the second process starts on the rest
                self._ahead = ReadingAhead(rest)
            reading = with_persons_of_print(self._ahead.take(path, data, sha256))
        except BadInputError as error:
            return LoadedFile(str(path), None, "refused", error=str(error))
        return self.keep(path, self._vault.put(data), reading)

    def _held(self, path: Path, sha256: str) -> LoadedFile | None:
        with self._batches.step():
            row = self._connection.execute(select(documents).where(documents.c.sha256 == sha256)).mappings().first()
            if row is None:
                return None
            stamp = update(documents).where(documents.c.sha256 == sha256).values(last_checked=now())
            self._connection.execute(stamp)
            waiting = self._waiting(sha256)
            if self._accepting:
                accept(self._connection, sha256)
                for identity in waiting:
                    self._deriving.derive(identity, {})
            warnings = [*msgspec.json.decode(row["warnings"]), *self._not_counted(sha256)]
        return LoadedFile(
            str(path),
            row["format"],
            "loaded" if waiting and self._accepting else "unchanged",
            sittings=row["sittings"],
            contributions=row["contributions"],
            words=row["words"],
            warnings=(*warnings, *map(_held_back, () if self._accepting else waiting.values())),
        )

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

    def keep(self, path: Path, sha256: str, reading: Reading, seen: Mapping[str, str] | None = None) -> LoadedFile:
        """Take into the record what a file of the vault was read as; `seen`: since when, if not since now."""
        self._recent[sha256] = reading
        if len(self._recent) > _REMEMBERED:
            del self._recent[next(iter(self._recent))]
        try:
            became = self._write(self._document(path, sha256, reading) | dict(seen or {}), reading)
        except IntegrityError:
            del self._recent[sha256]
            clash = BadInputError(
                _CLASH, where=str(path), remedy="compare the two files; one of them is not as published"
            )
            return LoadedFile(str(path), None, "refused", error=str(clash))
        lacks = [_held_back(one.held_back[sha256]) for one in became if sha256 in one.held_back]
        leading = any(sha256 in one.leading for one in became)
        return LoadedFile(
            str(path),
            reading.format,
            "loaded" if leading or not reading.sittings else "superseded",
            sittings=len(reading.sittings),
            contributions=_spoken_in(reading),
            words=reading.spoken_words,
            unresolved_speakers=sum(one.unresolved for one in became),
            warnings=(*reading.warnings, *lacks),
        )

    def _write(self, document: dict[str, Any], reading: Reading) -> list[Derived]:
        """Note a file and write its sittings, all or nothing; what each became."""
        sha256 = document["sha256"]
        with self._batches.step():
            self._connection.execute(insert(documents), [document])
            self._note_editions(sha256, reading)
            if self._accepting:
                accept(self._connection, sha256)
            became = [self._deriving.derive(sitting_id(sitting), {sha256: reading}) for sitting in reading.sittings]
            self._vault.settle()  # the bytes are safe before the record speaks of them
        return became

    def _document(self, path: Path, sha256: str, reading: Reading) -> dict[str, Any]:
        return {
            "sha256": sha256,
            "path": str(path),
            "format": reading.format,
            "sittings": len(reading.sittings),
            "contributions": _spoken_in(reading),
            "words": reading.spoken_words,
            "buckets": msgspec.json.encode(reading.buckets).decode(),
            "warnings": msgspec.json.encode(reading.warnings).decode(),
            "first_seen": now(),
            "last_checked": now(),
        }

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
            }
            for sitting in reading.sittings
        ]
        if rows:
            self._connection.execute(insert(editions), rows)


def _spoken_in(reading: Reading) -> int:
    return sum(len(spoken(sitting)) for sitting in reading.sittings)


def _held_back(lacks: str) -> str:
    return f"kept, but not the record, since it says less than the edition held ({lacks}): load it with --accept"


def totals(files: Sequence[LoadedFile]) -> dict[str, int]:
    """The sums that end a report."""
    counted = {status: sum(f.status == status for f in files) for status in _STATUSES}
    taken = [f for f in files if f.status == "loaded"]
    return {
        "files": len(files),
        **counted,
        "sittings": sum(f.sittings for f in taken),
        "contributions": sum(f.contributions for f in taken),
        "words": sum(f.words for f in taken),
        "unresolved_speakers": sum(f.unresolved_speakers for f in taken),
    }


_STATUSES = ("loaded", "unchanged", "superseded", "refused")
