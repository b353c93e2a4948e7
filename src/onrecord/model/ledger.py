"""What became of each file, and what the archive holds (contract sections 2 and 9)."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from .spells import SPELL


class LoadedFile(Struct, frozen=True):
    """What became of one file: `status` is loaded, unchanged, superseded or refused.

    `sitting_ids` are the sittings it speaks of, as the ledger calls them.
    """

    path: str
    format: str | None
    status: str
    sittings: int = 0
    contributions: int = 0
    words: int = 0
    unresolved_speakers: int = 0
    warnings: tuple[str, ...] = ()
    error: str | None = None
    sitting_ids: tuple[str, ...] = ()


class LoadReport(Struct, frozen=True):
    """What a load did, file by file, and in all. A sitting that comes in several files is one of `totals`."""

    files: tuple[LoadedFile, ...]
    totals: dict[str, int]


class HeldSource(Struct, frozen=True):
    """A file that a sitting was read from.

    `shared`: words of a file with several sittings that are not speech and belong to none of them alone.
    """

    format: str
    sha256: str
    first_seen: str
    last_checked: str
    path: str = ""
    edition: str = ""
    shared: dict[str, int] = {}


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
    first_seen: str | None = None
    last_checked: str | None = None
    last_changed: str | None = None


class KnownDay(Struct, frozen=True):
    """A day of which a sitting is known: how many are held, and how many are known and not held."""

    date: date
    held: int
    missing: int


class Gap(Struct, frozen=True, rename=SPELL):
    """What is missing between two things held: numbers `first` to `last`, `count` of them.

    `kind`: columns, divisions, statements, committee-sittings or questions; `scope` the bill or the answering body
    that the numbers belong to. `start` and `end` are the days of the sittings on either side. `firm` is false where
    numbers have holes by themselves: questions are withdrawn, or not reached.
    """

    kind: str
    house: str
    chamber: str
    start: date
    end: date
    first: int
    last: int
    count: int
    scope: str | None = None
    firm: bool = True


class HeldVolume(Struct, frozen=True, rename=SPELL):
    """What is held of a volume: sittings from the day `start` to `end`, in columns `first` to `last`.

    Whether it goes on behind `last` nothing held says. `followed` is the first day held of a volume after it, by which
    it had ended.
    """

    house: str
    chamber: str
    volume: int
    start: date
    end: date
    first: int
    last: int
    sittings: int
    followed: date | None = None


class Refused(Struct, frozen=True):
    """A file of which nothing was taken, and why: `what` is wrong, `place` in the file, and the `remedy`.

    `path` is as it was named when it was last looked at, or the address it came from. `kind`: record or people.
    """

    path: str
    kind: str
    what: str
    place: str
    remedy: str
    sha256: str | None
    first_seen: str
    last_checked: str

    @property
    def name(self) -> str:
        """The file's own name, without its folder; an address as it is."""
        return self.path if "://" in self.path else self.path.replace("\\", "/").rstrip("/").rpartition("/")[2]


class Ledger(Struct, frozen=True):
    """What is held, and what is known to exist and is not: as sittings that are `missing`, and as `gaps`.

    `refused` are files that were not read: nobody knows of which day, so they stand where every sitting was asked for.
    `total` counts sittings; without a page asked for, all of them are one page.
    """

    sittings: tuple[HeldSitting, ...]
    totals: dict[str, int]
    gaps: tuple[Gap, ...] = ()
    volumes: tuple[HeldVolume, ...] = ()
    refused: tuple[Refused, ...] = ()
    total: int = 0
    page: int | None = None
    pages: int | None = None
    next: str | None = None

    @property
    def complete(self) -> bool:
        """Whether something is held, and nothing that is known to exist is missing."""
        whole = all(sitting.state in ("held", "removed") for sitting in self.sittings)
        return bool(self.sittings) and whole and not any(gap.firm for gap in self.gaps)
