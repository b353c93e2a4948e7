"""The vault: every file that was ever loaded, byte for byte, under its sha256.

Bytes first, because everything else can be made again from them and nothing can bring
them back. A file is written beside its place and moved there in one step, so that a
killed process leaves a whole file or none; what is there already is never written again.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from ..errors import ArchiveError

INCOMING = ".incoming-"  # what is being written, and has no name yet


class Vault:
    """A folder of files named after their content."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pending: list[Future[None]] = []
        self._disk: ThreadPoolExecutor | None = None

    @staticmethod
    def name_of(data: bytes) -> str:
        """The name under which `data` would be kept."""
        return hashlib.sha256(data).hexdigest()

    def put(self, data: bytes, sha256: str | None = None) -> str:
        """Begin to keep `data`; returns its sha256, if not known. It is safe on the disk once `settle` has returned."""
        sha256 = sha256 or self.name_of(data)
        place = self._place(sha256)
        if not place.exists():
            self._disk = self._disk or ThreadPoolExecutor(max_workers=1)
            self._pending.append(self._disk.submit(_write_whole, place, data))
        return sha256

    def settle(self) -> None:
        """Wait until all that was put is safe. OSError when the disk is full: what did not fit has left nothing."""
        if self._disk:
            self._disk.shutdown()
            self._disk = None
        pending, self._pending = self._pending, []
        for written in pending:
            written.result()

    def held(self) -> Iterator[str]:
        """The sha256 of every file kept."""
        if self.folder.is_dir():
            for shelf in self.folder.iterdir():
                if shelf.is_dir():
                    yield from (file.name for file in shelf.iterdir() if not file.name.startswith(INCOMING))

    def sweep(self) -> int:
        """Take away what killed processes left unfinished; the caller holds the archive's lock."""
        left = list(self.folder.glob(f"*/{INCOMING}*"))
        for file in left:
            file.unlink(missing_ok=True)
        return len(left)

    def get(self, sha256: str) -> bytes:
        """The bytes kept under `sha256`. Raises ArchiveError when they are gone or changed."""
        self.settle()
        try:
            data = self._place(sha256).read_bytes()
        except OSError as error:
            raise _damaged(self._place(sha256), "cannot be read") from error
        if self.name_of(data) != sha256:
            raise _damaged(self._place(sha256), "no longer matches its sha256")
        return data

    def _place(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256


def _write_whole(place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=INCOMING)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        Path(name).replace(place)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _damaged(place: Path, how: str) -> ArchiveError:
    return ArchiveError(
        f"a file of the vault {how}", where=str(place), remedy="restore it from a backup, or load the original again"
    )
