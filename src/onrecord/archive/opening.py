"""Opening an archive and letting go of it; how a question reads and how a load writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from ..errors import ArchiveError, UsageError
from ..settings import archive_folder
from ..store.database import open_engine
from ..store.lock import one_writer
from ..store.vault import Vault

if TYPE_CHECKING:
    from ..search.index import RecordIndex


class Opening:
    """The folder, its database and its vault, opened once and shared by every kind of question."""

    def __init__(self, path: Path, engine: Engine, *, read_only: bool) -> None:
        self.path, self.read_only = path, read_only
        self._engine = engine
        self._vault = Vault(path / "vault")

    @classmethod
    def open(cls, path: Path | str | None = None, *, create: bool = False, read_only: bool = False) -> Self:
        """Open the archive at `path` (default: ONRECORD_ARCHIVE, else the user data folder).

        ArchiveError when there is none and `create` is false, or when it cannot be read by this release.
        """
        folder = archive_folder(path)
        if create:
            with said_plainly(folder):
                folder.mkdir(parents=True, exist_ok=True)
        with said_plainly(folder):
            return cls(folder, open_engine(folder, create=create, read_only=read_only), read_only=read_only)

    def close(self) -> None:
        """Let go of the database. The archive may be opened again."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with said_plainly(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self, wait: bool, waiting: Callable[[], None] | None) -> Iterator[Connection]:
        if self.read_only:
            raise UsageError("this archive was opened for reading only", remedy="open it without read_only")
        with (
            said_plainly(self.path),
            one_writer(self.path, wait=wait, waiting=waiting) as self._index.lock,
            self._engine.connect().execution_options(writes=True, noting=self._vault.folder) as connection,
        ):
            try:
                yield connection
                connection.rollback()  # of what was only read
                with connection.begin():
                    self._follow(connection)
            finally:
                self._index.release()

    @cached_property
    def _index(self) -> RecordIndex:
        from ..search.index import RecordIndex  # only where it is needed: most questions go to the record alone

        return RecordIndex(self.path / "index")

    def _follow(self, connection: Connection) -> None:
        """Bring the index up to the record; the caller holds the archive's lock."""
        self._index.release()
        self._index.stage(connection)
        self._index.settle()
        self._index.release()


@contextmanager
def said_plainly(folder: Path) -> Iterator[None]:
    """What the disk and the database say, as one line with a remedy."""
    try:
        yield
    except OSError as error:
        full = error.errno == 28
        raise ArchiveError(
            "the disk is full" if full else (error.strerror or str(error)).lower(),
            where=str(folder),
            remedy="free some space and run the same command again" if full else "check the folder and its permissions",
        ) from error
    except (OperationalError, sqlite3.OperationalError) as error:
        said = str(error.orig if isinstance(error, OperationalError) else error)
        full = "full" in said
        raise ArchiveError(
            "the disk is full" if full else f"the archive's database says: {said}",
            where=str(folder),
            remedy="free some space and run the same command again" if full else "see that nothing else writes to it",
        ) from error
