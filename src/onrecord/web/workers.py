"""Several processes that serve one address: started together, replaced when one dies, ended together.

Each worker is a fork of the process that holds the address, made before anything is opened,
so that all start at once and share what they were given. A worker that dies is replaced; if
workers die as soon as they are made, the site ends and says so, instead of trying for ever.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from types import FrameType

from ..errors import ArchiveError

MOST_REPLACED = 20
_ENDING = (signal.SIGINT, signal.SIGTERM)


class Workers:
    """`number` forks that each do `work`, until this process is told to end."""

    def __init__(self, number: int, work: Callable[[], None]) -> None:
        self._number, self._work = number, work
        self._running: set[int] = set()
        self._told: int | None = None

    def run(self) -> None:
        """Serve until SIGINT (KeyboardInterrupt then) or SIGTERM (SystemExit). ArchiveError if workers cannot live."""
        before = {one: signal.signal(one, self._end) for one in _ENDING}
        try:
            for _ in range(self._number):
                self._start()
            replaced = self._watch()
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)
        if replaced > MOST_REPLACED:
            raise ArchiveError("the workers of this site end as soon as they start", remedy="try with --workers 1")
        if self._told == signal.SIGINT:
            raise KeyboardInterrupt
        raise SystemExit(128 + signal.SIGTERM)

    def _watch(self) -> int:
        replaced = 0
        while self._running:
            process, _ = os.wait()
            self._running.discard(process)
            if self._told is not None:
                continue
            replaced += 1
            if replaced > MOST_REPLACED:
                self._end(signal.SIGTERM, None)
            else:
                self._start()
        return replaced

    def _start(self) -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)  # a signal must not fall between the fork and its note
        try:
            process = os.fork()
            if process == 0:
                self._be_one()
            self._running.add(process)
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
        if self._told is not None:
            os.kill(process, signal.SIGTERM)

    def _be_one(self) -> None:
        status = 1
        try:
            for one in _ENDING:
                signal.signal(one, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
            self._work()
            status = 0
        except (KeyboardInterrupt, SystemExit):
            status = 0
        finally:
            os._exit(status)

    def _end(self, number: int, _: FrameType | None) -> None:
        self._told = number
        for process in self._running:
            os.kill(process, signal.SIGTERM)


def can_fork() -> bool:
    """Whether this machine can have more than one worker."""
    return hasattr(os, "fork")
