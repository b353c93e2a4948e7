"""Where a quotation may stand: the few contributions that share its rarest words and pairs of words.

A rare word says more than ten common ones, and two words side by side more than both
apart. So the rarest are asked for, any of them, and the best are looked at closely by
whoever checks the quotation. Eight words and four pairs are enough for nearly all; where
nothing near is found, ask again with twenty and eight. A record repeats itself, and of many places that
have the rare words some are cut short: the first and the last three words tell them from the whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import tantivy
from tantivy import Query

from .fields import id_of
from .meaning import all_of, any_of, phrase, term

_END, _COMMON = 3, 50


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
    ends = [end for end in dict.fromkeys((tuple(words[:_END]), tuple(words[-_END:]))) if _cheap(searcher, end, found)]
    parts = (
        [phrase(end, "text") for end in ends]
        + [term(word, "text") for word in known[:rare]]
        + _said_together(searcher, sides, pairs)
    )
    return _best(searcher, any_of(parts), where, limit) if parts else []


def _said_together(searcher: tantivy.Searcher, sides: Sequence[Sequence[str]], most: int) -> list[Query]:
    """The first of these pairs that stand side by side anywhere: a wrong word is rare beside its neighbours."""
    known: list[Query] = []
    for pair in sides[: most * 4]:
        query = phrase(pair, "text")
        if searcher.search(query, 1, count=False).hits:
            known.append(query)
        if len(known) == most:
            break
    return known


def _cheap(searcher: tantivy.Searcher, end: Sequence[str], found: Mapping[str, int]) -> bool:
    """Whether an end of the quotation is worth asking for: somewhere, and not made of words that stand everywhere."""
    return len(end) == _END and 0 < min(found[word] for word in end) <= searcher.num_docs // _COMMON


def holding(
    searcher: tantivy.Searcher, words: Sequence[str], *, limit: int = 20, where: Sequence[Query] = ()
) -> list[Candidate]:
    """The contributions in which these normalised words stand in this order, unbroken."""
    return _best(searcher, phrase(words, "text"), where, limit) if words else []


def _best(searcher: tantivy.Searcher, query: Query, where: Sequence[Query], limit: int) -> list[Candidate]:
    hits = searcher.search(all_of([query, *where]), limit, count=False).hits
    keys = searcher.fast_field_values("key", [address for _, address in hits]) if hits else []
    return [Candidate(id_of(int(key)), float(hit[0])) for key, hit in zip(keys, hits, strict=True) if key is not None]
