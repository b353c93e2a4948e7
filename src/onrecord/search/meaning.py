"""What a query means to the index: each part of it as tantivy takes it, and in plain words for `--explain`.

A word stands for its forms (`stems`), a phrase for itself. Two words near each other are
two phrases with room between, one for each order. Only words asked for weigh in the
score; days and what is taken away choose and do not weigh.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import tantivy
from tantivy import Occur, Query

from .fields import index_schema
from .language import All, Any, Asked, Days, Near, Not, Phrase, Prefix, Word
from .stems import Form, forms

if TYPE_CHECKING:
    from collections.abc import Sequence

_FAR = 12  # times as many contributions, for each form of the more common word; measured over a million
_STEMMED = ("text", "title")


class Meaning:
    """Turns what was asked into queries of one state of the index."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher

    def query(self, asked: Asked) -> Query:
        """The index's query for `asked`."""
        match asked:
            case Word():
                return self._word(asked)
            case Prefix():
                return Query.regex_query(index_schema(), asked.field, f"{asked.text}.*")
            case Phrase():
                return phrase(asked.words, asked.field)
            case Near():
                return self._near(asked)
            case Days():
                return days(asked.first.toordinal(), asked.last.toordinal())
            case Not():
                return without(everything(), self.query(asked.what))
            case All():
                return self._all(asked)
            case Any():
                return any_of([self.query(part) for part in asked.parts])

    def within(self, asked: Asked | None, chosen: Sequence[Query]) -> Query:
        """The index's query for `asked` among what was chosen.

        One word is asked for form by form: the index then leaps from one contribution chosen to the next, and need
        not go through all that have any form.
        """
        if isinstance(asked, Word) and chosen:
            return any_of([all_of([form, *chosen]) for form in self._forms(asked)])
        return all_of([*([self.query(asked)] if asked else []), *chosen])

    def words_of(self, asked: Word | Prefix) -> tuple[Form, ...]:
        """The words of the index that a word or a beginning stands for."""
        if isinstance(asked, Prefix):
            found = self._searcher.terms_with_prefix(asked.field, asked.text)
            return tuple(Form(text, count, 1.0) for text, count in found)
        if asked.field not in _STEMMED:
            return (Form(asked.text, self._searcher.doc_freq(asked.field, asked.text), 1.0),)
        return forms(self._searcher, asked.text, asked.field)

    def _word(self, asked: Word) -> Query:
        return any_of(self._forms(asked))

    def _forms(self, asked: Word) -> list[Query]:
        return [_weighted(term(form.text, asked.field), form.weight) for form in self.words_of(asked)]

    def _all(self, asked: All) -> Query:
        words = [part for part in asked.parts if isinstance(part, Word)]
        rarest = min(words, key=self._found, default=None)
        wanted = [(Occur.Must, self._beside(part, rarest)) for part in asked.parts if not isinstance(part, Not)]
        gone = [(Occur.MustNot, self.query(part.what)) for part in asked.parts if isinstance(part, Not)]
        return Query.boolean_query([*(wanted or [(Occur.Must, everything())]), *gone])

    def _beside(self, part: Asked, rarest: Word | None) -> Query:
        """The query for a part of what is asked, where all of it must be met.

        Of a word that is far more common than the rarest, each form is looked for only where that stands. All
        contributions that have any form would be gone through else, for the few that have both.
        """
        if not isinstance(part, Word) or rarest is None or part is rarest:
            return self.query(part)
        forms = self._forms(part)
        if len(forms) < 2 or self._found(part) < _FAR * len(forms) * self._found(rarest):
            return any_of(forms)
        where = unweighed(self._word(rarest))
        return any_of([all_of([form, where]) for form in forms])

    def _found(self, word: Word) -> int:
        """In how many contributions a word stands at most."""
        return sum(form.found for form in self.words_of(word))

    def _near(self, asked: Near) -> Query:
        field, room = asked.one.field, asked.distance
        ones = [form.text for form in self.words_of(asked.one)]
        others = [form.text for form in self.words_of(asked.other)]
        pairs = dict.fromkeys(frozenset((one, other)) for one in ones for other in others)
        return any_of([near for pair in pairs for near in _within(sorted(pair), field, room)] if room else [])


def _within(pair: Sequence[str], field: str, room: int) -> list[Query]:
    """Two words at most `room` words from each other. A word with itself: each distance is asked for,

    since a phrase with room in it would be met by one word standing alone.
    """
    if len(pair) == 2:
        return [phrase(pair, field, room - 1), phrase(pair[::-1], field, room - 1)]
    word = pair[0]
    return [Query.phrase_query(index_schema(), field, [(0, word), (apart, word)]) for apart in range(1, room + 1)]


def term(text: str, field: str) -> Query:
    """Contributions in which a field holds exactly this word or value."""
    return Query.term_query(index_schema(), field, text)


def phrase(words: Sequence[str], field: str, slop: int = 0) -> Query:
    """Contributions in which these words follow each other; with `slop`, with room between them."""
    if len(words) == 1:
        return term(words[0], field)
    return Query.phrase_query(index_schema(), field, list(words), slop)


def days(first: int, last: int) -> Query:
    """Contributions of the days between two, as ordinal numbers."""
    return unweighed(
        Query.range_query(index_schema(), "day", tantivy.FieldType.Integer, lower_bound=first, upper_bound=last)
    )


def any_of(queries: Sequence[Query]) -> Query:
    """What matches one of the queries; nothing for none."""
    if not queries:
        return _nothing()
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, query) for query in queries])


def all_of(queries: Sequence[Query]) -> Query:
    """What matches each of the queries; everything for none."""
    if not queries:
        return everything()
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, query) for query in queries])


def without(query: Query, gone: Query) -> Query:
    """What matches the one query and not the other."""
    return Query.boolean_query([(Occur.Must, query), (Occur.MustNot, gone)])


def unweighed(query: Query) -> Query:
    """A query that chooses and does not weigh."""
    return Query.const_score_query(query, 0.0)


def everything() -> Query:
    """Every contribution (and not the index's own mark)."""
    return unweighed(
        Query.range_query(index_schema(), "day", tantivy.FieldType.Integer, lower_bound=1, upper_bound=4_000_000)
    )


def _nothing() -> Query:
    return Query.empty_query()


def _weighted(query: Query, weight: float) -> Query:
    return query if weight == 1.0 else Query.boost_query(query, weight)
