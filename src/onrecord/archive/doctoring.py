"""How an archive is, what can be mended, and a copy of it while it is in use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from ..errors import ArchiveError
from ..model import BackedUp, Check, Health
from ..settings import archive_folder
from ..store.journal import Journal
from ..store.kept import not_in_journal, only_in_journal
from ..store.lock import one_writer
from ..store.schema import documents, lists, refusals, sittings
from ..store.vault import Vault
from .opening import Opening, said_plainly

if TYPE_CHECKING:
    from ..store.rebuilding import Progress


class Doctoring(Opening):
    """Looking after an archive."""

    def backup(self, destination: Path | str, *, progress: Progress | None = None) -> BackedUp:
        """Copy the archive, while others read it and load into it, to a folder that does not exist yet."""
        from ..store.backup import back_up  # with all that a rebuilding needs

        place = Path(destination).expanduser()
        with said_plainly(place):
            back_up(self.path, place, progress)
        with type(self).open(place, read_only=True) as copy, copy._reading() as connection:
            counts = _counts(connection)
        size = sum(file.stat().st_size for file in place.rglob("*") if file.is_file())
        return BackedUp(str(place), counts["sittings"], counts["files"] + counts["lists"], size)

    def doctor(self) -> Health:
        """Look at everything and change nothing: the database, the vault, the journal, what follows from them."""
        from ..store.examining import examined

        with self._reading() as connection:
            checks = [*examined(connection, self.path, self._vault), self._index_check(connection)]
            return Health(all(check.ok for check in checks), tuple(checks), _counts(connection))

    def _index_check(self, connection: Connection) -> Check:
        found = self._index.behind(connection)
        return Check("index", not found, (found,) if found else ())

    @classmethod
    def repair(
        cls,
        path: Path | str | None = None,
        *,
        progress: Progress | None = None,
        wait: bool = True,
        waiting: Callable[[], None] | None = None,
    ) -> Health:
        """Make the database and the index of an archive anew from its vault, and look at the outcome.

        ArchiveError, and nothing is touched, where that would lose words which only the database has.
        """
        from ..store.rebuilding import rebuild

        folder = archive_folder(path)
        if not (folder / "vault").is_dir():
            raise ArchiveError(
                "there is no vault here", where=str(folder), remedy="name the folder of an archive with --archive"
            )
        with said_plainly(folder), one_writer(folder, wait=wait, waiting=waiting):
            did = [*_completed(cls, folder), *_swept(folder)]
            done = rebuild(folder, progress)
            did.append(f"the database was made anew from {done.files:,} files of the vault")
        with cls.open(folder) as archive:
            archive._index.clear()
            with archive._writing(wait, waiting):
                did.append("the index was made anew")
            with archive._reading() as connection:
                journal = Journal(archive._vault.folder)
                journal.note(not_in_journal(connection, journal))
            health = archive.doctor()
        unread = (Check("files that could not be read", not done.unread, done.unread),)
        return Health(health.ok and not done.unread, (*health.checks, *unread), health.counts, tuple(did))


def _completed(cls: type[Doctoring], folder: Path) -> list[str]:
    """Write into the journal what only the database knows, as long as there is one that can be trusted."""
    from ..store.rebuilding import lost

    try:
        archive = cls.open(folder)
    except ArchiveError:
        return ["there was no database that could be read"]
    with archive, archive._reading() as connection:
        if connection.exec_driver_sql("PRAGMA quick_check").scalar() != "ok":
            return ["the database was damaged"]
        if gone := lost(connection, archive._vault):
            raise ArchiveError(
                f"{gone[0]}" + (f", and {len(gone) - 1} more" if len(gone) > 1 else ""),
                where=str(folder),
                remedy="put these files back first: what follows from them would be lost",
            )
        journal = Journal(archive._vault.folder)
        lines = [*not_in_journal(connection, journal), *only_in_journal(connection, journal)]
        journal.note(lines)
    return (
        [f"the journal and the database differed in {len(lines):,} lines: now the journal says the same"]
        if lines
        else []
    )


def _swept(folder: Path) -> list[str]:
    from ..store.rebuilding import REBUILT

    left = Vault(folder / "vault").sweep() + (folder / REBUILT).exists()
    return [f"{left:,} leftovers of killed processes were taken away"] if left else []


def _counts(connection: Connection) -> dict[str, int]:
    counted = {
        "sittings": select(func.count()).select_from(sittings),
        "contributions": select(func.coalesce(func.sum(sittings.c.contributions), 0)),
        "words": select(func.coalesce(func.sum(sittings.c.words), 0)),
        "files": select(func.count()).select_from(documents),
        "lists": select(func.count()).select_from(lists),
        "refused": select(func.count()).select_from(refusals),
    }
    return {name: int(connection.execute(query).scalar() or 0) for name, query in counted.items()}
