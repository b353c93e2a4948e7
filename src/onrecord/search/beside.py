"""The index following the record in a process of its own, while a long load goes on.

Making the documents of the index takes as long as a good part of the load, and a machine has
at least two cores. So where much is to come, another process (`search.following`) opens the
archive as any reader does, is told whenever the record is committed, and follows. It holds
the load's own lock too: nobody else writes while it lives, and it ends at once when the load
dies. It is a help and never a need: where it cannot be started, or dies, or the disk is full,
whoever ends the load finds the index behind and brings it up.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

COMMITTED, ENDED = b"c", b"e"


class Beside:
    """The other process. `lock`: the file descriptor that holds the archive's writing lock."""

    def __init__(self, archive: Path, lock: int) -> None:
        module = ("-P", "-m", "onrecord.search.following")  # -P: nothing of the folder one happens to be in
        self._process: subprocess.Popen[bytes] | None = None
        with suppress(OSError):
            self._process = subprocess.Popen(
                [sys.executable, *module, str(archive)],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(lock,),
            )

    def tell(self, what: bytes = COMMITTED) -> None:
        """Say that the record is committed, or that the load has ended."""
        if self._process and self._process.stdin:
            with suppress(OSError):  # it has died: that is seen in the end
                self._process.stdin.write(what)
                self._process.stdin.flush()

    def end(self) -> None:
        """Wait until it has followed all that was committed, and has let go of the index."""
        self.tell(ENDED)
        if self._process:
            with suppress(OSError):
                self._process.communicate()
            self._process = None
