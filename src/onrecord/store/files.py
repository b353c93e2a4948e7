"""Which files a load means, and their bytes: the edge at which the disk is not trusted.

People point `load` at whole folders. A folder may link to itself, hold a pipe that never
ends or a file larger than the machine; none of that may hang or fill it. So each folder is
walked once, only plain files are read, and never more of one than the setting allows.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import BadInputError, UsageError
from ..settings import number

LONG = 250_000  # bytes: a whole day is longer, and most of what is told of it elsewhere (its divisions) is shorter
_ARCHIVE = "record.sqlite"  # what makes a folder an archive: its vault holds copies of what was loaded


def files_in(paths: Iterable[Path | str]) -> Iterator[Path]:
    """The files named, and those in the folders named, in a fixed order; hidden ones aside, and archives of ours.

    UsageError for an empty name, which would mean the folder one is in: a script's variable is empty.
    """
    named = list(paths)
    if not all(str(path).strip() for path in named):
        raise UsageError("a path is empty", remedy="name a file or a folder; the one you are in is .")
    for path in map(Path, named):
        if path.is_dir():
            yield from _files_below(path, set())
        else:
            yield path


def _files_below(folder: Path, walked: set[Path]) -> Iterator[Path]:
    """The files below a folder; a folder that was walked already, by whatever name, is passed over."""
    try:
        real = folder.resolve()
        entries = sorted(folder.iterdir()) if real not in walked else []
    except OSError:
        yield folder  # read_bytes will say why, for this folder alone
        return
    walked.add(real)
    for entry in entries:
        if not (entry.name.startswith(".") or (entry / _ARCHIVE).is_file()):
            yield from _files_below(entry, walked) if entry.is_dir() else (entry,)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. BadInputError with the reason when it cannot be read or is too large.

    What is no plain file is not read: a pipe or a device may never end.
    """
    limit = number("max_file_bytes")
    try:
        with open(path, "rb", opener=_without_waiting) as stream:
            told = os.fstat(stream.fileno())
            if not stat.S_ISREG(told.st_mode):
                raise BadInputError("not a plain file", where=str(path), remedy="copy what it holds into one")
            data = stream.read(limit + 1) if told.st_size <= limit else None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BadInputError(reason, where=str(path), remedy="check the path and its permissions") from error
    if data is None or len(data) > limit:
        what = f"the file is larger than {limit:,} bytes"
        raise BadInputError(what, where=str(path), remedy="raise ONRECORD_MAX_FILE_BYTES")
    return data


def _without_waiting(path: str, flags: int) -> int:
    """Open without waiting for whoever would write into a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def short_first(paths: Iterable[Path]) -> list[tuple[int, Path]]:
    """Each path with its place, the long ones last, by their length.

    While one is taken in another process reads the next, and a day is written once with what is told of it elsewhere.
    """

    def length(placed: tuple[int, Path]) -> int:
        size = size_of(placed[1])
        return size if size > LONG else 0

    return sorted(enumerate(paths), key=length)


def size_of(path: Path) -> int:
    """The bytes of a file; 0 for what cannot be looked at, which is told when it is read."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
