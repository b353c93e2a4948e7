"""Which words of the index are forms of one word: "taxes" for "tax", "happily" for "happy".

The index holds words as they stand. Which of them share a stem (Snowball's English, as in
tantivy) is found out when a query is asked: all words with one stem begin alike, but for
their last letter, so the index is asked for words with that beginning. Exceptions of the
stemmer that begin otherwise are few and listed. Each form is weighed as if all were one
word, so that a rare form does not lift a contribution above the rest.
"""

from __future__ import annotations

from functools import cache
from math import log
from typing import NamedTuple

import tantivy

# Snowball's own exceptions ("dying" is a form of "die"), https://snowballstem.org/algorithms/english/stemmer.html
_OTHERWISE = {"die": ("dying",), "lie": ("lying",), "tie": ("tying",), "sky": ("skies",), "news": ("newses",)}
_LONGEST_LIST = 50_000
_MOST_KNOWN = 10_000


class Form(NamedTuple):
    """A word of the index, in how many contributions it stands, and its weight beside a word as frequent as all."""

    text: str
    found: int
    weight: float


def stem(word: str) -> str:
    """The stem of a normalised word.

    >>> stem("taxes"), stem("happily"), stem("2019")
    ('tax', 'happili', '2019')
    """
    stems = _stemmer().analyze(word)
    return stems[0] if stems else word


def forms(searcher: tantivy.Searcher, word: str, field: str) -> tuple[Form, ...]:
    """The words of a field with the stem of `word`, most frequent first; none where the index has none."""
    known = _known.of(searcher)
    if (word, field) not in known:
        known[word, field] = _forms(searcher, word, field)
    return known[word, field]


class _Known:
    """The forms found out so far for one state of the index: the one that was asked last."""

    def __init__(self) -> None:
        self._now: tuple[tantivy.Searcher | None, dict[tuple[str, str], tuple[Form, ...]]] = None, {}

    def of(self, searcher: tantivy.Searcher) -> dict[tuple[str, str], tuple[Form, ...]]:
        """What is known for this state, to be added to."""
        state, known = self._now
        if state is not searcher or len(known) > _MOST_KNOWN:
            known = {}
            self._now = searcher, known
        return known


_known = _Known()


def _forms(searcher: tantivy.Searcher, word: str, field: str) -> tuple[Form, ...]:
    wanted = stem(word)
    beginning = wanted[:-1] if len(wanted) > 2 else wanted
    known = dict(searcher.terms_with_prefix(field, beginning, limit=_LONGEST_LIST))
    for other in (*_OTHERWISE.get(wanted, ()), word):
        known.setdefault(other, searcher.doc_freq(field, other))
    stems = _stemmer().analyze(" ".join(known))
    alike = [(text, known[text]) for text, its in zip(known, stems, strict=True) if its == wanted and known[text]]
    return _weighed(alike, searcher.num_docs)


def _weighed(alike: list[tuple[str, int]], documents: int) -> tuple[Form, ...]:
    together = _rarity(min(sum(found for _, found in alike), documents), documents)
    ordered = sorted(alike, key=lambda pair: (-pair[1], pair[0]))
    return tuple(Form(text, found, together / _rarity(found, documents)) for text, found in ordered)


def _rarity(found: int, documents: int) -> float:
    """The part of a BM25 score that a word's rarity gives, as tantivy counts it."""
    found = min(found, documents)
    return log(1 + (documents - found + 0.5) / (found + 0.5)) or 1e-9


@cache
def _stemmer() -> tantivy.TextAnalyzer:
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).filter(tantivy.Filter.stemmer("english")).build()
