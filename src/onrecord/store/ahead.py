"""Reading ahead: while one file is being written into the record, a second process reads the next.

Reading a file and checking its every word costs as much as deciding who spoke and writing
it down, and a machine has at least two cores. The second process is handed paths and what is
held already, which it passes over, and answers with what each file was read as, or why it was
refused. It is some files ahead, since long and short ones alternate. It is a help and never a
need: where it cannot be started, dies, or read other bytes than we did, the file is read
here as if it had never been. It is a fork of this process where nothing else runs in it
(no start-up, and a fork among threads is unsafe), else a fresh interpreter.
"""

from __future__ import annotations

import gc
import hashlib
import os
import signal
import struct
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

import msgspec
from msgspec import Struct

from ..errors import BadInputError
from ..reading import Reading
from .files import read_bytes
from .understood import understood

WORTHWHILE = 2  # files; starting a process takes as long as reading one or two
MOST_WAITING = 16 * 1024 * 1024  # bytes of answers that lie ready: enough to even out long files among short ones
_LENGTH = struct.Struct(">Q")


class Outcome(Struct, frozen=True):
    """What became of one file: the reading, or the refusal in its three parts; neither, where it is held already."""

    path: str
    sha256: str
    reading: Reading | None = None
    refusal: tuple[str, str, str] | None = None


class ReadingAhead:
    """Reads `paths` in their order in a process of its own. `held`: the files, by their hash, that need no reading."""

    def __init__(self, paths: Sequence[Path], held: Collection[str] = ()) -> None:
        self._expected = dict.fromkeys(map(str, paths))  # in order
        self._second: _Second | None = None
        if len(paths) > WORTHWHILE:
            work = _Work(tuple(self._expected), frozenset(held))
            self._second = _forked(work) if threading.active_count() == 1 else _spawned(work)

    def take(self, path: Path, data: bytes, sha256: str) -> Reading:
        """What the file is read as. BadInputError if it cannot be read whole."""
        outcome = self._next(str(path))
        if outcome is None or outcome.sha256 != sha256:
            return understood(data, str(path))
        if outcome.refusal:
            what, where, remedy = outcome.refusal
            raise BadInputError(what, where=where, remedy=remedy)
        return outcome.reading or understood(data, str(path))

    def close(self) -> None:
        """End the second process, whatever it is doing."""
        if self._second:
            self._second.stream.close()
            self._second.end()
            self._second = None

    def _next(self, path: str) -> Outcome | None:
        """The outcome for `path`; those before it, which nobody asked for, are passed over."""
        while self._second and path in self._expected:
            outcome = _received(self._second.stream)
            if outcome is None:
                self.close()
                return None
            del self._expected[outcome.path]
            if outcome.path == path:
                return outcome
        return None


class _Second(NamedTuple):
    """The second process: where its answers come from, and how it is ended."""

    stream: IO[bytes]
    end: Callable[[], None]


class _Work(Struct, frozen=True):
    """What the second process is to do."""

    paths: tuple[str, ...]
    held: frozenset[str]


def _forked(work: _Work) -> _Second | None:
    if not hasattr(os, "fork"):
        return _spawned(work)
    answers, out = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.close(answers)
            with os.fdopen(out, "wb") as stream:
                _serve(work, stream)
        finally:
            os._exit(0)  # nothing of the first process is tidied up, or closed, by the second
    os.close(out)

    def end() -> None:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)

    return _Second(os.fdopen(answers, "rb"), end)


def _spawned(work: _Work) -> _Second | None:
    command = [sys.executable, "-P", "-m", "onrecord.store.ahead"]  # -P: no module of the folder one is in
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert process.stdin is not None
        assert process.stdout is not None
        with process.stdin as asked:
            asked.write(msgspec.msgpack.encode(work))
    except OSError:
        return None

    def end() -> None:
        process.kill()
        process.wait()

    return _Second(process.stdout, end)


def _received(stream: IO[bytes]) -> Outcome | None:
    try:
        (length,) = _LENGTH.unpack(stream.read(_LENGTH.size))
        return msgspec.msgpack.decode(stream.read(length), type=Outcome)
    except (OSError, struct.error, msgspec.MsgspecError):
        return None


def outcome_of(path: str, held: Collection[str] = ()) -> Outcome:
    """Read one file as the second process does, unless its bytes are held."""
    sha256 = ""
    try:
        data = read_bytes(Path(path))
        sha256 = hashlib.sha256(data).hexdigest()
        return Outcome(path, sha256, None if sha256 in held else understood(data, path))
    except BadInputError as refused:
        return Outcome(path, sha256, refusal=(refused.what, refused.where, refused.remedy))


def _serve(work: _Work, out: IO[bytes]) -> None:
    """Read every file; another thread sends the answers, so that reading need not wait until one is taken."""
    gc.disable()  # a reading has no cycles, and looking for them in millions of small things takes a tenth of the time
    ready = _Answers()
    sending = threading.Thread(target=_send, args=(ready, out))
    sending.start()
    try:
        for path in work.paths:
            ready.put(msgspec.msgpack.encode(outcome_of(path, work.held)))
    finally:  # whatever became of reading, nobody waits for an answer that will not come
        ready.put(b"")
        sending.join()


class _Answers:
    """Answers that lie ready, in their order; whoever puts waits while they are too many."""

    def __init__(self) -> None:
        self._lying: deque[bytes] = deque()
        self._size = 0
        self._changed = threading.Condition()

    def put(self, answer: bytes) -> None:
        with self._changed:
            self._changed.wait_for(lambda: not self._lying or self._size + len(answer) <= MOST_WAITING)
            self._lying.append(answer)
            self._size += len(answer)
            self._changed.notify_all()

    def get(self) -> bytes:
        with self._changed:
            self._changed.wait_for(lambda: self._lying)
            answer = self._lying.popleft()
            self._size -= len(answer)
            self._changed.notify_all()
            return answer


def _send(ready: _Answers, out: IO[bytes]) -> None:
    try:
        while answer := ready.get():
            out.write(_LENGTH.pack(len(answer)))
            out.write(answer)
            out.flush()
    except OSError:  # nobody waits for the rest
        os._exit(0)


if __name__ == "__main__":
    _serve(msgspec.msgpack.decode(sys.stdin.buffer.read(), type=_Work), sys.stdout.buffer)
