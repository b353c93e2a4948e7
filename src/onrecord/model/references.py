"""References made and read (contract sections 7 and 9)."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from .licence import LICENCE
from .record import Contribution


class MadeReference(Struct, frozen=True):
    """A reference to a contribution, in a style: `oscola`, `official-report`, `bibtex` or `csl-json`.

    `passage` is the address of the words marked in it, as a text fragment; None unless they were asked for.
    """

    reference: str
    style: str
    contribution: Contribution
    passage: str | None = None
    licence: str = LICENCE


class ReferencePoint(Struct, frozen=True):
    """What a reference was understood to say. `part` is the stream's mark (W, WS, WH, WA …), empty for the chamber's
    own columns; `also` holds further columns of a reference that names several ranges; `number` a UIN or HCWS265."""

    house: str | None
    date: date | None
    volume: int | None
    column: str | None
    column_end: str | None
    part: str
    also: tuple[tuple[str, str], ...] = ()
    committee: str | None = None
    number: str | None = None


class CitedContribution(Contribution, frozen=True):
    """A contribution to which a reference leads.

    `inferred`: its source marks only where it starts, which is before the column."""

    inferred: bool = False


class ReadReference(Struct, frozen=True):
    """Where a reference leads; `warnings` say what is not held, and on what the reference and the record differ."""

    reference: str
    read: ReferencePoint
    contributions: tuple[CitedContribution, ...]
    warnings: tuple[str, ...]
    licence: str = LICENCE
