"""One load at a time: a second one waits, saying so, or gives up with one line.

The lock is the operating system's own, so a killed process leaves none behind.
"""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import BusyError


@contextmanager
def one_writer(folder: Path, *, wait: bool, waiting: Callable[[], None] | None = None) -> Iterator[int]:
    """Hold the archive's writing lock; yields the descriptor that holds it.

    `waiting` is called once when another load holds it.
    """
    with (folder / "lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if not wait:
                raise BusyError(
                    "another load is at work on this archive",
                    where=str(folder),
                    remedy="wait until it has ended, or leave out --no-wait",
                ) from error
            if waiting:
                waiting()
            fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()
