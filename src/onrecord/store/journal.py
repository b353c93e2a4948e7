"""The journal of an archive: what no file of the vault tells, one line of JSON each, for ever.

The vault has the bytes. It does not say under which name and when they came, which address
a debate was given, or what the keeper decided. That is written here, beside the bytes and
before the database speaks of it, so that an archive of which only the vault is left can be
made again whole. A line is only ever added. One that a killed process or a full disk left
unfinished is passed over; what it would have said was never promised to anybody.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

FILE = "journal.jsonl"
Entry = dict[str, Any]


class Journal:
    """The journal in the folder of a vault. Whoever writes holds the archive's lock."""

    def __init__(self, vault: Path) -> None:
        self.path = vault / FILE

    def note(self, entries: Sequence[Entry]) -> None:
        """Add entries, all or none, and return when they are safe. OSError when the disk is full."""
        if not entries:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("ab+") as file:
            length = file.seek(0, os.SEEK_END)
            try:
                lines = b"".join(msgspec.json.encode(entry) + b"\n" for entry in entries)
                file.write(lines if _ends_well(file, length) else b"\n" + lines)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                with suppress(OSError):
                    os.ftruncate(file.fileno(), length)
                raise

    def entries(self) -> Iterator[Entry]:
        """Every entry in order; unfinished lines are passed over."""
        for line in self._lines():
            with suppress(msgspec.DecodeError):
                entry = msgspec.json.decode(line)
                if isinstance(entry, dict):
                    yield entry

    def unfinished(self) -> int:
        """How many lines were never finished."""
        return sum(1 for line in self._lines() if line.strip()) - sum(1 for _ in self.entries())

    def _lines(self) -> Iterator[bytes]:
        with suppress(FileNotFoundError), self.path.open("rb") as file:
            yield from file


def _ends_well(file: Any, length: int) -> bool:
    if not length:
        return True
    file.seek(length - 1)
    ends = file.read(1) == b"\n"
    file.seek(0, os.SEEK_END)
    return bool(ends)
