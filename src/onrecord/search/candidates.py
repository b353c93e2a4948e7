"""Where a quotation may stand: the few contributions that share its rarest words.

A rare word says more than ten common ones, so the rarest are asked for, any of them, and the best are
looked at closely by whoever checks the quotation. Eight words are enough for nearly all, and an index answers for
single words without looking at every contribution that has one. Where nothing near is found, ask again with
twenty, and for runs of words: a long speech has so many that none of them weighs much. A record repeats itself,
and of many places that have the rare words some are cut short: `continuing` finds those that go on as the quotation
does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import tantivy
from tantivy import Query

from .fields import id_of, index_schema
from .meaning import all_of, any_of, phrase, term
from .quotation.missing import Lacked

_TRIED = 6  # words that are looked for beside a stretch
_RUN = 3  # words side by side
_EFFORT, _MOST_EFFORT = 50_000, 200_000  # contributions that are looked at for runs, and at most for what a few need
_FEWEST = 4  # runs asked for, even if that is more effort


class Candidate(NamedTuple):
    """A contribution that may hold the words, and how much it shares with them."""

    id: str
    score: float


def sharing(
    searcher: tantivy.Searcher, words: Sequence[str], *, rare: int = 8, limit: int = 20, where: Sequence[Query] = ()
) -> list[Candidate]:
    """The contributions that share most with the rarest of these normalised words, best first."""
    found = {word: searcher.doc_freq("text", word) for word in dict.fromkeys(words)}
    known = sorted((word for word in found if found[word]), key=lambda word: (found[word], word))
    return _best(searcher, any_of([term(word, "text") for word in known[:rare]]), where, limit) if known else []


def sharing_runs(
    searcher: tantivy.Searcher, words: Sequence[str], *, limit: int = 20, where: Sequence[Query] = ()
) -> list[Candidate]:
    """The contributions that share most runs of these normalised words, as far as the runs are not all too common."""
    found = {word: searcher.doc_freq("text", word) for word in dict.fromkeys(words)}
    runs = dict.fromkeys(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
    asked, effort = list[Query](), 0
    for rarest, run in sorted((min(found[word] for word in run), run) for run in runs):
        effort += rarest
        if effort > (_EFFORT if len(asked) >= _FEWEST else _MOST_EFFORT):
            break
        if rarest:
            asked.append(Query.const_score_query(phrase(run, "text"), 1.0))
    return _best(searcher, any_of(asked), where, limit) if asked else []


def continuing(
    searcher: tantivy.Searcher,
    stretch: Sequence[str],
    lacked: Sequence[Lacked],
    *,
    limit: int = 5,
    where: Sequence[Query] = (),
) -> list[Candidate]:
    """The contributions in which a stretch of words stands, and words that another lacks beside what precedes or
    follows them: those with most of them first."""
    found = {word: searcher.doc_freq("text", word) for word in {*stretch, *(one.word for one in lacked)}}
    rarest = sorted((one for one in lacked if found[one.word]), key=lambda one: found[one.word])[:_TRIED]
    asked, effort = list[Query](), 0
    for one in rarest:
        effort += min(found[one.word], *(found[word] for word in stretch))
        if effort > _MOST_EFFORT:
            break
        asked.append(_with(stretch, one))
    return _best(searcher, any_of(asked), where, limit) if asked else []


def _with(stretch: Sequence[str], one: Lacked) -> Query:
    placed = Query.phrase_query(index_schema(), "text", list(one.placed))
    whole = placed if one.beside_stretch else all_of([phrase(stretch, "text"), placed])
    return Query.const_score_query(whole, 1.0)


def holding(
    searcher: tantivy.Searcher, words: Sequence[str], *, limit: int = 20, where: Sequence[Query] = ()
) -> list[Candidate]:
    """The contributions in which these normalised words stand in this order, unbroken."""
    return _best(searcher, phrase(words, "text"), where, limit) if words else []


def _best(searcher: tantivy.Searcher, query: Query, where: Sequence[Query], limit: int) -> list[Candidate]:
    hits = searcher.search(all_of([query, *where]), limit, count=False).hits
    keys = searcher.fast_field_values("key", [address for _, address in hits]) if hits else []
    return [Candidate(id_of(int(key)), float(hit[0])) for key, hit in zip(keys, hits, strict=True) if key is not None]
