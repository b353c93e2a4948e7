"""What was corrected, by what, and how that is known."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from .licence import LICENCE


class CorrectionSide(Struct, frozen=True):
    """A contribution on one side of a correction: the words said, or the words as they should have been."""

    id: str
    permalink: str
    date: date
    chamber: str
    house: str
    title: str
    speaker: str | None
    citation: str | None
    text: str


class Correction(Struct, frozen=True):
    """One correction. `status`: `linked` (both sides are held), `unmatched` (`reason` says why what is corrected is
    not known) or `possible` (somebody seems to correct; never taken for a correction).

    `quoted` are the words that it reprints as wrong, `reference` where it says they stand, `basis` how the
    corrected words were found: `field` (the service says so), `column and text`, `text`, `column`, `near text`.
    """

    status: str
    by: CorrectionSide
    corrected: CorrectionSide | None
    quoted: str | None
    reference: str | None
    basis: str | None
    reason: str | None


class Corrections(Struct, frozen=True):
    """A page of corrections, the newest first."""

    total: int
    page: int | None
    pages: int
    corrections: tuple[Correction, ...]
    next: str | None = None
    licence: str = LICENCE
