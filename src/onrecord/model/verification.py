"""The check of a quotation (contract section 6)."""

from __future__ import annotations

from msgspec import Struct

from .licence import LICENCE
from .people import PersonRef
from .record import Contribution


class QuotationMatch(Struct, frozen=True):
    """A passage of the record beside a quotation.

    `similarity`: the share of words that agree, 0 to 1. `start:end`: characters of the contribution's text.
    `diff`: stretches that are the `same`, `missing` from the quotation, or `added` by it. `voice`: what the words
    are if they are not the speaker's own (`interjection`, `procedural`, `quotation`). `elided` and `inserted`: words
    the quoter left out and put in, and said so. `before`, `after`: the sentences around; `after` begins with the
    punctuation behind the passage. `quoting`: the passage stands inside quotation marks in the record. `revision`:
    the edition that had these words, where today's has not.
    """

    contribution: Contribution
    similarity: float
    start: int
    end: int
    diff: tuple[tuple[str, str], ...]
    corrected_by: tuple[str, ...] = ()
    voice: str | None = None
    elided: tuple[str, ...] = ()
    inserted: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    quoting: bool = False
    revision: int | None = None


class Verification(Struct, frozen=True):
    """What the record says of a quotation; the best match first.

    `verdict`: `verbatim`, `altered`, `attributed-elsewhere` or `not-found`; `why` says it in a sentence.
    `elided`, `inserted`: those of the best match. `crosses`: the contributions that the quotation joins, if it does.
    """

    quote: str
    verdict: str
    matches: tuple[QuotationMatch, ...]
    why: str = ""
    elided: tuple[str, ...] = ()
    inserted: tuple[str, ...] = ()
    crosses: tuple[str, ...] = ()
    licence: str = LICENCE


class ArticleQuotation(Struct, frozen=True):
    """A quotation found in an article: characters `start:end` of it, and who is named near (a hint, not trusted).

    `hint_agrees`: whether one of those named spoke the best match; None where nobody is named or nothing matches.
    """

    start: int
    end: int
    hint: tuple[PersonRef, ...]
    hint_agrees: bool | None
    verification: Verification
