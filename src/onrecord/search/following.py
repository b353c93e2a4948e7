"""What the process beside a long load does: it follows the record as far as it is committed.

It reads the archive as any reader does, but by the database's driver alone: it is started for
each load, and what else a reader imports takes as long as indexing some days. What it is told
comes byte by byte (`search.beside`); bytes that have come meanwhile are one, since it follows as
far as the record goes. A pipe that ends without a word is a load that was killed: the process
ends on the spot, and what it had prepared goes with it.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from typing import IO

from ..store.asking import alone
from .beside import ENDED
from .index import RecordIndex

SHOWN_SECONDS = 2.0  # a commit of the index takes as long as preparing hundreds of contributions


def follow(archive: Path, told: IO[bytes]) -> None:
    """Follow the record of `archive`, until told that the load has ended."""
    words: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(told, words), daemon=True).start()
    record, index, shown = alone(archive), RecordIndex(archive / "index"), monotonic()
    ended = False
    while not ended:
        ended = ENDED in _all_of(words)
        record.execute("BEGIN")
        index.stage(record)
        record.rollback()
        if monotonic() - shown >= SHOWN_SECONDS:
            index.settle()
            shown = monotonic()
    index.settle()
    index.release()
    record.close()


def _listen(told: IO[bytes], words: SimpleQueue[bytes]) -> None:
    while word := told.read(1):
        words.put(word)
        if word == ENDED:
            return
    os._exit(1)


def _all_of(words: SimpleQueue[bytes]) -> bytes:
    """All that has come; waits for the first."""
    come = words.get()
    while not words.empty():
        come += words.get()
    return come


if __name__ == "__main__":
    gc.disable()  # documents have no cycles, and looking for them takes a twentieth of the time
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the load is interrupted, and says when it has ended
    follow(Path(sys.argv[1]), sys.stdin.buffer)
