"""Where a quotation may stand: the few contributions that share its rarest words and pairs of words.

A rare word says more than ten common ones, and two words side by side more than both
apart. So the rarest are asked for, any of them, and the best are looked at closely by
whoever checks the quotation. Eight words and four pairs are enough for nearly all; where
nothing near is found, ask again with twenty and eight.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import tantivy
from tantivy import Query

from .fields import id_of
from .meaning import all_of, any_of, phrase, term


class Candidate(NamedTuple):
    """A contribution that may hold the words, and how much it shares with them."""

    id: str
    score: float


def candidates(
    searcher: tantivy.Searcher,
    words: Sequence[str],
    *,
    rare: int = 8,
    pairs: int = 4,
    limit: int = 20,
    where: Sequence[Query] = (),
) -> list[Candidate]:
    """The contributions that share most with these normalised words, best first; `where` as `filters.chosen_by`."""
    found = {word: searcher.doc_freq("text", word) for word in dict.fromkeys(words)}
    known = sorted((word for word in found if found[word]), key=lambda word: (found[word], word))
    together = dict.fromkeys(pairwise(words))
    sides = sorted(
        (pair for pair in together if found[pair[0]] and found[pair[1]]),
        key=lambda pair: (min(found[pair[0]], found[pair[1]]) * max(found[pair[0]], found[pair[1]]), pair),
    )
    parts = [term(word, "text") for word in known[:rare]] + [phrase(pair, "text") for pair in sides[:pairs]]
    return _best(searcher, any_of(parts), where, limit) if parts else []


def holding(
    searcher: tantivy.Searcher, words: Sequence[str], *, limit: int = 20, where: Sequence[Query] = ()
) -> list[Candidate]:
    """The contributions in which these normalised words stand in this order, unbroken."""
    return _best(searcher, phrase(words, "text"), where, limit) if words else []


def _best(searcher: tantivy.Searcher, query: Query, where: Sequence[Query], limit: int) -> list[Candidate]:
    hits = searcher.search(all_of([query, *where]), limit, count=False).hits
    keys = searcher.fast_field_values("key", [address for _, address in hits]) if hits else []
    return [Candidate(id_of(int(key)), float(hit[0])) for key, hit in zip(keys, hits, strict=True) if key is not None]
