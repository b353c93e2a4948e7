"""A file that is whole or absent: whoever reads while it is written sees the old one, or the new one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ..errors import UsageError


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to, which takes the place of `path` when all is written. UsageError if that is no place."""
    asked = path.expanduser()
    device = asked.exists() and not (asked.is_file() or asked.is_dir())  # of a pipe, what it leads to has no path
    path = asked.resolve()
    if path.is_dir():
        raise UsageError("the output is a folder", where=str(path), remedy="name a file")
    if device:
        raise UsageError("the output is a device or pipe", where=str(asked), remedy="name a file")
    if not path.parent.is_dir():
        raise UsageError("no such folder", where=str(path.parent), remedy="make it first, or choose another")
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).chmod(_mode_for(path))
            Path(file.name).replace(path)
        except BaseException as problem:
            Path(file.name).unlink(missing_ok=True)
            if isinstance(problem, OSError) and problem.filename is None:
                problem.filename = str(path)  # a write does not say where
            raise


def _mode_for(path: Path) -> int:
    """The permissions a file written here in the usual way would have."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
