"""Making an archive's database again from its vault alone: the bytes, and the journal beside them.

Nothing is taken from the old database. The journal tells what each file is called and
since when it is held, which addresses were given, and what was decided; the bytes tell all
the rest. A file of the vault that the journal does not know (it was put there and the
process was killed) is read too, and loaded if it can be: it harms nobody and loses nothing.
The new database is made beside the old one and takes its place in one step.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert, select

from ..errors import ArchiveError, BadInputError
from ..formats.detect import read
from ..people.detect import read_people
from ..people.facts import PeopleReading
from .asking import FILE
from .database import open_engine
from .gathering import Taken
from .journal import Journal
from .kept import KEPT, put_back, told_by
from .lists import build_roll, list_row
from .loader import Loader
from .schema import documents, lists
from .understood import understood
from .vault import Vault

REBUILT = "rebuilding"
Progress = Callable[[str, int, int], None]
Row = dict[str, Any]


class Rebuilt(NamedTuple):
    """How many files were read again, and what of the vault could not be."""

    files: int
    unread: tuple[str, ...]


def rebuild(folder: Path, progress: Progress | None = None) -> Rebuilt:
    """Make the database of the archive in `folder` anew. The caller holds the archive's lock."""
    beside = folder / REBUILT
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir()
    engine = open_engine(beside, create=True, read_only=False)
    try:
        with engine.connect().execution_options(writes=True) as connection:
            done = _Rebuilding(connection, Vault(folder / "vault"), progress).run()
    finally:
        engine.dispose()  # the last one to leave puts everything into the one file
    for old in (folder / f"{FILE}-wal", folder / f"{FILE}-shm"):
        old.unlink(missing_ok=True)
    (beside / FILE).replace(folder / FILE)
    shutil.rmtree(beside, ignore_errors=True)
    return done


class _Rebuilding:
    def __init__(self, connection: Connection, vault: Vault, progress: Progress | None) -> None:
        self._connection, self._vault, self._progress = connection, vault, progress
        self._told = told_by(Journal(vault.folder).entries())
        self._unread: list[str] = []

    def run(self) -> Rebuilt:
        known_lists = list(self._told["lists"].values())
        known_documents = list(self._told["documents"].values())
        found_lists, found_documents = self._unknown()
        with self._connection.begin():
            for name, table in KEPT.items():
                if name not in ("documents", "lists"):
                    put_back(self._connection, table, self._told[name].values())
        self._put_lists([*known_lists, *found_lists])
        files = [*known_documents, *found_documents]
        loader = Loader(self._connection, self._vault)
        for number, row in enumerate(files):
            if self._progress:
                self._progress(row["path"], number, len(files))
            self._put_document(loader, row, number)
        self._unread += [file.error for file in loader.finish().values() if file.error]
        return Rebuilt(len(known_lists) + len(found_lists) + len(files), tuple(self._unread))

    def _unknown(self) -> tuple[list[Row], list[Row]]:
        """Files of the vault that the journal does not know: lists of people, and files of the record."""
        told = {key[0] for name in ("documents", "lists") for key in self._told[name]}
        people: list[Row] = []
        record: list[Row] = []
        for sha256 in sorted(set(self._vault.held()) - told):
            try:
                data = self._vault.get(sha256)
            except ArchiveError as error:
                self._unread.append(str(error))
                continue
            kind = _kind_of(data, sha256)
            if kind is None:
                self._unread.append(f"{sha256} is neither a file of the record nor a list of people")
            else:
                (people if kind == "list" else record).append({"sha256": sha256, "path": sha256})
        return people, record

    def _put_lists(self, rows: Sequence[Row]) -> None:
        readings: dict[str, tuple[PeopleReading, Row]] = {}
        for row in rows:
            try:
                readings[row["sha256"]] = read_people(self._vault.get(row["sha256"]), row["path"]), row
            except (ArchiveError, BadInputError) as error:
                self._unread.append(str(error))
        if not readings:
            return
        with self._connection.begin():
            made = [list_row(one, reading, row["path"]) | _dates(row) for one, (reading, row) in readings.items()]
            self._connection.execute(insert(lists), made)
            build_roll(self._connection, [reading for reading, _ in readings.values()])

    def _put_document(self, loader: Loader, row: Row, place: int) -> None:
        sha256 = row["sha256"]
        try:
            data = self._vault.get(sha256)
            reading = understood(data, row["path"])
        except (ArchiveError, BadInputError) as error:
            self._unread.append(str(error))
            return
        seen = _dates(row) | {"path": row["path"]}
        loader.keep(Taken(Path(row["path"]), sha256, len(data), reading, place, seen))


def _dates(row: Row) -> dict[str, str]:
    return {name: row[name] for name in ("first_seen", "last_checked") if row.get(name)}


def lost(connection: Connection, vault: Vault) -> list[str]:
    """Files that the record speaks of and that the vault has not, or has otherwise: what no rebuilding brings back."""
    told: list[str] = []
    for sha256 in _spoken_of(connection):
        try:
            vault.get(sha256)
        except ArchiveError as error:
            told.append(str(error))
    return told


def _spoken_of(connection: Connection) -> Iterable[str]:
    for table in (documents, lists):
        yield from connection.execute(select(table.c.sha256).order_by(table.c.sha256)).scalars().all()


def _kind_of(data: bytes, name: str) -> str | None:
    try:
        read(data, name)
    except BadInputError:
        pass
    else:
        return "record"
    try:
        read_people(data, name)
    except BadInputError:
        return None
    return "list"
