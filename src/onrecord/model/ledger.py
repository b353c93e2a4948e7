"""What became of each file, and what the archive holds (contract sections 2 and 9)."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class LoadedFile(Struct, frozen=True):
    """What became of one file: `status` is loaded, unchanged, superseded or refused."""

    path: str
    format: str | None
    status: str
    sittings: int = 0
    contributions: int = 0
    words: int = 0
    unresolved_speakers: int = 0
    warnings: tuple[str, ...] = ()
    error: str | None = None


class LoadReport(Struct, frozen=True):
    """What a load did, file by file, and in all."""

    files: tuple[LoadedFile, ...]
    totals: dict[str, int]


class HeldSource(Struct, frozen=True):
    """A file that a sitting was read from."""

    format: str
    sha256: str
    first_seen: str
    last_checked: str
    path: str = ""
    edition: str = ""


class HeldSitting(Struct, frozen=True):
    """One line of the coverage ledger (contract section 9). `state`: held, superseded, missing,
    removed. `warnings` are what its files are wanting in ("a selection of the debate", "voters not named")."""

    id: str
    house: str
    chamber: str
    date: date
    volume: int | None
    contributions: int
    words: int
    unresolved_speakers: int
    divisions: int
    columns: tuple[str, str] | None
    sources: tuple[HeldSource, ...]
    revision: int
    state: str
    buckets: dict[str, int]
    warnings: tuple[str, ...] = ()


class Ledger(Struct, frozen=True):
    """What is held, and what is known to exist and is not."""

    sittings: tuple[HeldSitting, ...]
    totals: dict[str, int]
