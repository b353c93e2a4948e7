"""What a check of quotations asks of an index: which few contributions may hold the words.

How a word is compared is settled later, on the record's own text: whoever proposes may propose too
much, and no contribution becomes a match by being proposed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from msgspec import Struct

from .quotation.missing import Lacked


class Narrowed(Struct, frozen=True):
    """Within which contributions to look: those of one person, between two days."""

    person: str | None = None
    start: date | None = None
    end: date | None = None


class Proposals(Protocol):
    """Proposes contributions, by id. Words are those of `normal.normalise`."""

    def holding(self, phrases: Sequence[Sequence[str]], narrowed: Narrowed, limit: int) -> list[str]:
        """Contributions in which each phrase stands."""
        ...

    def like(self, words: Sequence[str], narrowed: Narrowed, *, thorough: bool) -> list[str]:
        """Contributions that share the rarest of these words, most alike first."""
        ...

    def continuing(self, stretch: Sequence[str], lacked: Sequence[Lacked], narrowed: Narrowed) -> list[str]:
        """Contributions in which a stretch stands, and with it words that another lacks, those with most first."""
        ...
