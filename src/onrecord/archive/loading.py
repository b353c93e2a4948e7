"""Loading files of the record and lists of people.

What reads files is imported where one is read: questions and the site start sooner without it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from ..model import LoadReport
from ..specimen import folder as specimen_folder
from .opening import Opening

if TYPE_CHECKING:
    from ..store.loader import Progress


class Loading(Opening):
    """What brings words and people into an archive."""

    @classmethod
    def demo(cls, path: Path | str, *, bill: bool = False) -> Self:
        """A small archive at `path`, made from the bundled specimen: an invented parliament's days.

        With `bill`, also the days that take one of its bills through both Houses.
        """
        archive = cls.open(path, create=True)
        archive.load_people([specimen_folder() / "people"])
        archive.load([specimen_folder() / name for name in ("sittings", *(["bill"] if bill else []))])
        return archive

    def load(
        self,
        paths: Sequence[Path | str],
        *,
        progress: Progress | None = None,
        wait: bool = True,
        waiting: Callable[[], None] | None = None,
        accept: bool = False,
    ) -> LoadReport:
        """Load files and folders of the record. A file that cannot be read whole is refused, the others loaded.

        An edition that says less than the one held is kept and does not become the record, unless `accept` is true.
        """
        from ..store.loader import Loader

        with self._writing(wait, waiting) as connection:
            return Loader(connection, self._vault, self._index, accepting=accept).load(paths, progress)

    def load_people(
        self,
        paths: Sequence[Path | str],
        *,
        progress: Progress | None = None,
        wait: bool = True,
        waiting: Callable[[], None] | None = None,
        accept: bool = False,
    ) -> LoadReport:
        """Load lists of people, and write again the sittings that name anybody whose facts they change.

        A list far shorter or longer than its edition before is refused, unless `accept` is true.
        """
        from ..store.lists import load_lists

        with self._writing(wait, waiting) as connection:
            return load_lists(connection, self._vault, paths, progress, self._index, accepting=accept)
