"""Proposals from the full-text index, as it stands when asked.

Verbatim words are asked for as phrases. For altered words the rarest few decide: eight words, and if
nothing near comes of it, twenty, and runs of words side by side. Of a long phrase three stretches are asked for, and
of many phrases the longest few: what they propose is compared whole by whoever checks it.
"""

from __future__ import annotations

from collections.abc import Sequence

import tantivy
from tantivy import Query

from .candidates import continuing, holding, sharing, sharing_runs
from .filters import between
from .meaning import phrase, term, unweighed
from .proposals import Narrowed
from .quotation.missing import Lacked

_STRETCH = 60  # words of a phrase that are asked for as one
_MOST_PHRASES = 20


class IndexProposals:
    """Proposes contributions from one state of the index."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher

    def holding(self, phrases: Sequence[Sequence[str]], narrowed: Narrowed, limit: int) -> list[str]:
        """Contributions in which each phrase stands."""
        longest = sorted(phrases, key=len, reverse=True)[:_MOST_PHRASES] if len(phrases) > _MOST_PHRASES else phrases
        asked = [stretch for words in longest if words for stretch in _stretches(words)]
        if not asked:
            return []
        where = [*(phrase(words, "text") for words in asked[1:]), *_filters(narrowed)]
        return [one.id for one in holding(self._searcher, asked[0], limit=limit, where=where)]

    def like(self, words: Sequence[str], narrowed: Narrowed, *, thorough: bool) -> list[str]:
        """Contributions that share the rarest of these words or runs of them, most alike first."""
        where = _filters(narrowed)
        if thorough:
            found = sharing_runs(self._searcher, words, limit=20, where=where)
            found += sharing(self._searcher, words, rare=20, limit=60, where=where)
        else:
            found = sharing(self._searcher, words, rare=8, limit=16, where=where)
        return list(dict.fromkeys(one.id for one in found))

    def continuing(self, stretch: Sequence[str], lacked: Sequence[Lacked], narrowed: Narrowed) -> list[str]:
        """Contributions in which a stretch stands, and with it words that another lacks, those with most first."""
        return [one.id for one in continuing(self._searcher, stretch, lacked, where=_filters(narrowed))]


def _stretches(words: Sequence[str]) -> list[list[str]]:
    """A phrase, or of a long one its beginning, middle and end."""
    if len(words) <= 3 * _STRETCH:
        return [list(words)]
    middle = (len(words) - _STRETCH) // 2
    return [list(words[at : at + _STRETCH]) for at in (0, middle, len(words) - _STRETCH)]


def _filters(narrowed: Narrowed) -> list[Query]:
    filters = [unweighed(term(narrowed.person, "person"))] if narrowed.person else []
    if narrowed.start or narrowed.end:
        filters.append(unweighed(between(narrowed.start, narrowed.end)))
    return filters
