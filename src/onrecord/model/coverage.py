"""What is held and what is not known, in figures; and what was taken back or corrected."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from .excerpts import DebateRef
from .history import Withdrawn
from .ledger import Gap, Refused
from .record import Contribution


class Held(Struct, frozen=True):
    """Sittings of one chamber in one state (held, superseded, missing, removed)."""

    house: str
    chamber: str
    state: str
    sittings: int
    contributions: int
    words: int
    unresolved_speakers: int
    first: date
    newest: date


class UnresolvedReason(Struct, frozen=True):
    """Why somebody who speaks could not be told, and of how many contributions that holds."""

    reason: str
    contributions: int


class Coverage(Struct, frozen=True):
    """The ledger in figures. `refused` are the files of which nothing was taken, the newest first.

    `gaps` is what is missing between things held, and before the first of a volume, as numbers tell.
    """

    held: tuple[Held, ...]
    unresolved: tuple[UnresolvedReason, ...]
    newest: date | None
    gaps: tuple[Gap, ...] = ()
    refused: tuple[Refused, ...] = ()


class Errata(Struct, frozen=True):
    """What was taken back, newest first, and the corrections printed in the record."""

    gone: tuple[Withdrawn, ...]
    corrections: tuple[DebateRef, ...]


class Numbered(Struct, frozen=True):
    """Everything that bears a number (a UIN, HCWS265): numbers restart each session, so there may be several."""

    number: str
    contributions: tuple[Contribution, ...]
