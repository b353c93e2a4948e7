"""Loading: a file is read whole or refused whole, and one sitting is one transaction.

The order is always the same. The bytes are read and understood; only when every word of
them is accounted for do they go into the vault; then, in one transaction, the document
is noted and each sitting it speaks of is assembled from *all* files held and written. A
process killed at any moment leaves the archive as it was before that transaction or as
it is after it; a file of the vault that no transaction speaks of yet does no harm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from ..errors import BadInputError
from ..formats.detect import read
from ..model import LoadedFile, LoadReport
from ..proceedings.interpret import interpret
from ..reading import Reading, ReadSitting
from ..settings import value
from . import record
from .ahead import ReadingAhead
from .assemble import Edition, assemble
from .decisions import rulings_on
from .hearing import listen
from .roll import StoredRoll
from .schema import documents, editions, sittings
from .told import keys_in, sitting_id, spoken
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


def now() -> str:
    """This moment, in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Loader:
    """Loads files over one open connection; the caller holds the archive's lock."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection, self._vault = connection, vault
        self._roll = StoredRoll(connection)
        self._ahead: ReadingAhead | None = None
        self._recent: dict[str, Reading] = {}  # editions of one sitting come one after the other

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
        finally:
            if self._ahead:
                self._ahead.close()
        return LoadReport(tuple(done), totals(done))

    def derive_stale(self) -> None:
        """Write anew the sittings whose people's facts have changed, each in its own transaction.

        What a killed process left stale is done by the next load.
        """
        self._roll = StoredRoll(self._connection)
        with self._connection.begin():
            query = select(sittings.c.id).where(sittings.c.stale).order_by(sittings.c.date, sittings.c.id)
            stale = [identity for (identity,) in self._connection.execute(query)]
        for identity in stale:
            with self._connection.begin():
                self._derive(identity, {})

    def _load_file(self, path: Path, rest: Sequence[Path]) -> LoadedFile:
        try:
            data = read_bytes(path)
            sha256 = Vault.name_of(data)
            held = self._held(path, sha256)
            if held:
                return held
            if self._ahead is None:  # this one is read here while the second process starts on the rest
                self._ahead = ReadingAhead(rest)
            reading = self._ahead.take(path, data, sha256)
        except BadInputError as error:
            return LoadedFile(str(path), None, "refused", error=str(error))
        return self._keep(path, self._vault.put(data), reading)

    def _held(self, path: Path, sha256: str) -> LoadedFile | None:
        with self._connection.begin():
            row = self._connection.execute(select(documents).where(documents.c.sha256 == sha256)).mappings().first()
            if row is None:
                return None
            stamp = update(documents).where(documents.c.sha256 == sha256).values(last_checked=now())
            self._connection.execute(stamp)
        return LoadedFile(
            str(path),
            row["format"],
            "unchanged",
            sittings=row["sittings"],
            contributions=row["contributions"],
            words=row["words"],
            warnings=tuple(msgspec.json.decode(row["warnings"])),
        )

    def _keep(self, path: Path, sha256: str, reading: Reading) -> LoadedFile:
        contributions = sum(len(spoken(sitting)) for sitting in reading.sittings)
        words = reading.spoken_words
        self._recent[sha256] = reading
        if len(self._recent) > _REMEMBERED:
            del self._recent[next(iter(self._recent))]
        try:
            leading, unresolved = self._write(path, sha256, reading, contributions, words)
        except IntegrityError:
            del self._recent[sha256]
            clash = BadInputError(
                _CLASH, where=str(path), remedy="compare the two files; one of them is not as published"
            )
            return LoadedFile(str(path), None, "refused", error=str(clash))
        return LoadedFile(
            str(path),
            reading.format,
            "loaded" if leading or not reading.sittings else "superseded",
            sittings=len(reading.sittings),
            contributions=contributions,
            words=words,
            unresolved_speakers=unresolved,
            warnings=reading.warnings,
        )

    def _write(self, path: Path, sha256: str, reading: Reading, contributions: int, words: int) -> tuple[bool, int]:
        """Note a file and write its sittings, in one transaction; whether it leads, and how many are unresolved."""
        with self._connection.begin():
            self._note_document(path, sha256, reading, contributions, words)
            leading, unresolved = False, 0
            for sitting in reading.sittings:
                leads, unknown = self._derive(sitting_id(sitting), {sha256: reading})
                leading, unresolved = leading or leads, unresolved + unknown
            self._vault.settle()  # the bytes are safe before the record speaks of them
        return leading, unresolved

    def _note_document(self, path: Path, sha256: str, reading: Reading, contributions: int, words: int) -> None:
        row = {
            "sha256": sha256,
            "path": str(path),
            "format": reading.format,
            "sittings": len(reading.sittings),
            "contributions": contributions,
            "words": words,
            "buckets": msgspec.json.encode(reading.buckets).decode(),
            "warnings": msgspec.json.encode(reading.warnings).decode(),
            "first_seen": now(),
            "last_checked": now(),
        }
        self._connection.execute(insert(documents), [row])
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

    def _derive(self, identity: str, at_hand: dict[str, Reading]) -> tuple[bool, int]:
        """Assemble and write one sitting; says whether a file at hand leads, and how many speakers are unresolved."""
        held = self._editions(identity, at_hand)
        assembled = assemble(held)
        if len(held) > 1 or not at_hand:
            record.erase(self._connection, identity)
        if assembled.sitting is None:
            record.write_superseded(self._connection, held[0].sitting, revision=len(held))
            return False, 0
        sitting = assembled.sitting
        self._roll.prefetch(keys_in(sitting))
        listen(self._connection, self._roll, sitting)
        meaning = interpret(
            sitting, self._roll, rulings_on(self._connection, (said.source_id for said in spoken(sitting)))
        )
        revision = 1 + sum(e.sha256 not in assembled.leading and not e.sitting.only_divisions for e in held)
        record.write(self._connection, assembled, meaning, revision=revision)
        for edition in held:
            self._note_edition(identity, edition.sha256, edition.sha256 in assembled.leading, assembled.changes)
        unresolved = sum(j.unresolved is not None for j in meaning.judgements)
        return not at_hand.keys().isdisjoint(assembled.leading), unresolved

    def _editions(self, identity: str, at_hand: dict[str, Reading]) -> list[Edition]:
        query = select(editions.c.sha256, documents.c.path).join(documents, documents.c.sha256 == editions.c.sha256)
        rows = self._connection.execute(query.where(editions.c.sitting_id == identity).order_by(editions.c.sha256))
        return [Edition(sha256, self._sitting_in(identity, sha256, path, at_hand)) for sha256, path in rows.all()]

    def _sitting_in(self, identity: str, sha256: str, path: str, at_hand: dict[str, Reading]) -> ReadSitting:
        reading = at_hand.get(sha256) or self._recent.get(sha256) or read(self._vault.get(sha256), path)
        return next(s for s in reading.sittings if sitting_id(s) == identity)

    def _note_edition(self, identity: str, sha256: str, leading: bool, changes: dict[str, int]) -> None:
        one = (editions.c.sitting_id == identity) & (editions.c.sha256 == sha256)
        noted = update(editions).where(one).values(leading=leading, changes=changes.get(sha256, 0))
        self._connection.execute(noted)


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
