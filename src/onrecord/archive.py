"""The one door to an archive, for the command line, the site, the API and scripts.

    with Archive.open("my-archive") as archive:
        page = archive.excerpts("James Cleverly", department="Home Office")

An archive is a folder. Opening it costs a millisecond; every method is one question and
answers with a struct of `model`, which msgspec turns into the contract's JSON. Each call
sees the record as it stands at that moment, whole sittings only, while a load goes on.
An `Archive` may be used from one thread at a time; open one for each thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from .errors import ArchiveError, UsageError
from .extracts import debates, ledger, member_excerpts, members
from .model import Debate, DebateRef, Excerpts, Ledger, LoadReport, PersonOnDay, PersonRef
from .people.on_day import on_day
from .settings import archive_folder
from .specimen import folder as specimen_folder
from .store.database import open_engine
from .store.lists import load_lists
from .store.loader import Loader, Progress
from .store.lock import one_writer
from .store.roll import StoredRoll
from .store.vault import Vault


class Archive:
    """A folder that holds a record: its database, and the vault of every file it was read from."""

    def __init__(self, path: Path, engine: Engine, *, read_only: bool) -> None:
        self.path, self.read_only = path, read_only
        self._engine = engine
        self._vault = Vault(path / "vault")

    @classmethod
    def open(cls, path: Path | str | None = None, *, create: bool = False, read_only: bool = False) -> Archive:
        """Open the archive at `path` (default: ONRECORD_ARCHIVE, else the user data folder).

        ArchiveError when there is none and `create` is false, or when it cannot be read by this release.
        """
        folder = archive_folder(path)
        if create:
            with _said_plainly(folder):
                folder.mkdir(parents=True, exist_ok=True)
        with _said_plainly(folder):
            return cls(folder, open_engine(folder, create=create, read_only=read_only), read_only=read_only)

    @classmethod
    def demo(cls, path: Path | str) -> Archive:
        """A small archive at `path`, made from the bundled specimen: an invented parliament's days."""
        archive = cls.open(path, create=True)
        archive.load_people([specimen_folder() / "people"])
        archive.load([specimen_folder() / "sittings"])
        return archive

    # --- loading

    def load(
        self,
        paths: Sequence[Path | str],
        *,
        progress: Progress | None = None,
        wait: bool = True,
        waiting: Callable[[], None] | None = None,
    ) -> LoadReport:
        """Load files and folders of the record. A file that cannot be read whole is refused, the others loaded."""
        with self._writing(wait, waiting) as connection:
            return Loader(connection, self._vault).load(paths, progress)

    def load_people(
        self,
        paths: Sequence[Path | str],
        *,
        progress: Progress | None = None,
        wait: bool = True,
        waiting: Callable[[], None] | None = None,
    ) -> LoadReport:
        """Load lists of people, and write again the sittings that name anybody whose facts they change."""
        with self._writing(wait, waiting) as connection:
            return load_lists(connection, self._vault, paths, progress)

    # --- people

    def person(self, member: str, on: date | None = None) -> PersonOnDay:
        """Who that is, and (with `on`) what they were on that day."""
        with self._reading() as connection:
            return on_day(members.find_member(StoredRoll(connection), member), on)

    def find_people(self, text: str, limit: int = 20) -> tuple[PersonRef, ...]:
        """People whose name holds every word of `text`."""
        with self._reading() as connection:
            return members.found(StoredRoll(connection).containing(text, limit) if text.strip() else ())

    # --- the record

    def sittings(self, start: date | None = None, end: date | None = None, house: str | None = None) -> Ledger:
        """The coverage ledger between two days, newest first."""
        with self._reading() as connection:
            return ledger.ledger(connection, start, end, house)

    def debates_on(self, day: date, chamber: str) -> tuple[DebateRef, ...]:
        """The debates of one sitting, in the order of the record."""
        with self._reading() as connection:
            return debates.debates_on(connection, day, chamber)

    def find_debates(self, text: str, limit: int = 20) -> tuple[DebateRef, ...]:
        """Debates under whose headings every word of `text` stands, newest first."""
        with self._reading() as connection:
            return debates.debates_titled(connection, text, limit)

    def debate(self, id: str) -> Debate:
        """One section whole, by any id, alias or address that it or anything in it has or had."""
        with self._reading() as connection:
            return debates.debate(connection, StoredRoll(connection), id)

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
    ) -> Excerpts:
        """A member's words with just enough context, newest debate first (contract section 4)."""
        query = member_excerpts.Query(
            member, department, debate, bill, with_member, start, end, parliament, session, chamber,
            context, before, after, page, per_page,
        )  # fmt: skip
        with self._reading() as connection:
            return member_excerpts.member_excerpts(connection, StoredRoll(connection), query)

    # --- opening and closing

    def close(self) -> None:
        """Let go of the database. The archive may be opened again."""
        self._engine.dispose()

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _said_plainly(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self, wait: bool, waiting: Callable[[], None] | None) -> Iterator[Connection]:
        if self.read_only:
            raise UsageError("this archive was opened for reading only", remedy="open it without read_only")
        with (
            _said_plainly(self.path),
            one_writer(self.path, wait=wait, waiting=waiting),
            self._engine.connect().execution_options(writes=True) as connection,
        ):
            yield connection


@contextmanager
def _said_plainly(folder: Path) -> Iterator[None]:
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
    except OperationalError as error:
        full = "full" in str(error.orig)
        raise ArchiveError(
            "the disk is full" if full else f"the archive's database says: {error.orig}",
            where=str(folder),
            remedy="free some space and run the same command again" if full else "see that nothing else writes to it",
        ) from error
