"""A rare word beside a common one is looked for another way: with the same hits and the same scores."""

from __future__ import annotations

from itertools import product
from pathlib import Path

from onrecord import Archive
from onrecord.search.language import All, Not, Word
from onrecord.search.meaning import Meaning, all_of, without
from onrecord.search.stems import forms

COMMON = ("the", "a", "light", "say", "member", "have", "be", "in")


def test_a_rare_word_beside_a_common_one_changes_nothing_but_the_way(specimen_archive: Path) -> None:
    with Archive.open(specimen_archive, read_only=True) as archive, archive._searching() as (_, searcher):
        meaning = Meaning(searcher)
        rare = [text for text, found in searcher.terms_with_prefix("text", "", limit=5_000) if found == 1][::25]
        several = [word for word in COMMON if len(forms(searcher, word, "text")) > 1]
        other_ways = 0
        for one, other in product(rare, several):
            words = Word(one), Word(other)
            plain = all_of([meaning._word(word) for word in words])
            asked, expected = searcher.search(meaning.query(All(words)), 100), searcher.search(plain, 100)
            assert [address for _, address in asked.hits] == [address for _, address in expected.hits]
            assert [round(score, 4) for score, _ in asked.hits] == [round(score, 4) for score, _ in expected.hits]
            but = searcher.search(meaning.query(All((words[1], Not(words[0])))), 500, count=True)
            gone = searcher.search(without(meaning._word(words[1]), meaning._word(words[0])), 500, count=True)
            assert but.count == gone.count  # type: ignore[attr-defined]
            other_ways += meaning._found(words[1]) >= 12 * len(meaning.words_of(words[1])) * meaning._found(words[0])
        assert several
        assert other_ways > 20, "else nothing was compared"
