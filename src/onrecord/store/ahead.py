"""Reading ahead: while one file is being written into the record, a second process reads the next.

Reading a file and checking its every word costs as much as deciding who spoke and writing
it down, and a machine has at least two cores. The second process is handed paths, and
answers with what each file was read as, or why it was refused. It is a help and never a
need: where it cannot be started, dies, or read other bytes than we did, the file is read
here as if it had never been. It is a fork of this process where nothing else runs in it
(no start-up, and a fork among threads is unsafe), else a fresh interpreter.
"""

from __future__ import annotations

import hashlib
import os
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

import msgspec
from msgspec import Struct

from ..errors import BadInputError
from ..formats.detect import read
from ..reading import Reading
from .files import read_bytes

WORTHWHILE = 2  # files; starting a process takes as long as reading one or two
_LENGTH = struct.Struct(">Q")


class Outcome(Struct, frozen=True):
    """What became of one file: the reading, or the refusal in its three parts."""

    path: str
    sha256: str
    reading: Reading | None = None
    refusal: tuple[str, str, str] | None = None


class ReadingAhead:
    """Reads `paths` in their order in a process of its own, one file ahead of whoever takes them."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._expected = [str(path) for path in paths]
        self._second: _Second | None = None
        if len(paths) > WORTHWHILE:
            self._second = _forked(self._expected) if threading.active_count() == 1 else _spawned(self._expected)

    def take(self, path: Path, data: bytes, sha256: str) -> Reading:
        """What the file is read as. BadInputError if it cannot be read whole."""
        outcome = self._next(str(path))
        if outcome is None or outcome.sha256 != sha256:
            return read(data, str(path))
        if outcome.refusal:
            what, where, remedy = outcome.refusal
            raise BadInputError(what, where=where, remedy=remedy)
        assert outcome.reading is not None
        return outcome.reading

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
            self._expected.remove(outcome.path)
            if outcome.path == path:
                return outcome
        return None


class _Second(NamedTuple):
    """The second process: where its answers come from, and how it is ended."""

    stream: IO[bytes]
    end: Callable[[], None]


def _forked(paths: Sequence[str]) -> _Second | None:
    if not hasattr(os, "fork"):
        return _spawned(paths)
    answers, out = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.close(answers)
            with os.fdopen(out, "wb") as stream:
                _serve(paths, stream)
        finally:
            os._exit(0)  # nothing of the first process is tidied up, or closed, by the second
    os.close(out)

    def end() -> None:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)

    return _Second(os.fdopen(answers, "rb"), end)


def _spawned(paths: Sequence[str]) -> _Second | None:
    command = [sys.executable, "-m", "onrecord.store.ahead"]
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert process.stdin is not None
        assert process.stdout is not None
        with process.stdin as asked:
            asked.write(msgspec.msgpack.encode(paths))
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


def outcome_of(path: str) -> Outcome:
    """Read one file as the second process does."""
    sha256 = ""
    try:
        data = read_bytes(Path(path))
        sha256 = hashlib.sha256(data).hexdigest()
        return Outcome(path, sha256, read(data, path))
    except BadInputError as refused:
        return Outcome(path, sha256, refusal=(refused.what, refused.where, refused.remedy))


def _serve(paths: Sequence[str], out: IO[bytes]) -> None:
    for path in paths:
        answer = msgspec.msgpack.encode(outcome_of(path))
        out.write(_LENGTH.pack(len(answer)))
        out.write(answer)
        out.flush()


if __name__ == "__main__":
    try:
        _serve(msgspec.msgpack.decode(sys.stdin.buffer.read(), type=list[str]), sys.stdout.buffer)
    except BrokenPipeError:  # nobody waits for the rest
        sys.stderr.close()
