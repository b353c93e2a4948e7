"""One archive for each thread that answers requests.

A database connection belongs to one thread, and opening an archive is cheap; so each
worker thread opens its own, read-only, when it first needs it, and all are closed when
the site stops. A site never writes.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..archive import Archive

Opener = Callable[[Path], "Archive"]


def open_read_only(path: Path) -> Archive:
    """The archive at `path`, for reading. ArchiveError if there is none."""
    from ..archive import Archive

    return Archive.open(path, read_only=True)


class Archives:
    """Hands each thread its own open archive."""

    def __init__(self, path: Path, opener: Opener = open_read_only) -> None:
        self._path, self._opener = path, opener
        self._own = threading.local()
        self._opened: list[Archive] = []
        self._lock = threading.Lock()

    def here(self) -> Archive:
        """This thread's archive, opened on first use."""
        archive: Archive | None = getattr(self._own, "archive", None)
        if archive is None:
            archive = self._own.archive = self._opener(self._path)
            with self._lock:
                self._opened.append(archive)
        return archive

    def close(self) -> None:
        """Close every archive that was opened."""
        with self._lock:
            opened, self._opened = self._opened, []
            self._own = threading.local()
        for archive in opened:
            archive.close()
