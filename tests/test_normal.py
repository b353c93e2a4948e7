"""Normalisation: every character of Unicode, and any text, by rules that are stated here independently."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from onrecord.normal import normalise, pattern_of, pattern_of_any, spelt, words

LETTERS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=6)
AWKWARD = st.text(alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("’'‘–—-\u00ad ﬁ½é́_`…“”")))


def test_every_character_settles_at_once() -> None:
    for code in [*range(0xD800), *range(0xE000, 0x30000)]:
        once = normalise(f"a{chr(code)}b")
        assert normalise(once) == once, hex(code)
        assert [word.text for word in words(f"a{chr(code)}b")] == once.split(), hex(code)


@given(AWKWARD)
def test_it_is_idempotent_and_words_are_its_words(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert [word.text for word in words(text)] == (once.split(" ") if once else [])


@given(AWKWARD)
def test_words_hold_letters_and_figures_only_and_none_is_empty(text: str) -> None:
    assert all(word.text.isalnum() for word in words(text))


@given(AWKWARD)
def test_each_word_leads_back_to_the_characters_that_make_it(text: str) -> None:
    found = words(text)
    for word in found:
        assert 0 <= word.start < word.end <= len(text)
        assert word.text in normalise(text[word.start : word.end]).split(" ")
    assert [word.start for word in found] == sorted(word.start for word in found)


@given(AWKWARD)
def test_case_and_the_form_of_accents_do_not_matter(text: str) -> None:
    assert normalise(unicodedata.normalize("NFD", text)) == normalise(unicodedata.normalize("NFC", text))
    assert normalise(text.casefold()) == normalise(text)


@given(
    st.lists(LETTERS, min_size=1), st.sampled_from([" ", "-", "–", "—", ", ", "\n\n", "\u00a0", " “", "” ", "…", "_"])
)
def test_what_is_neither_letter_nor_figure_parts_words(parts: list[str], between: str) -> None:
    assert normalise(between.join(parts)).split() == parts


@given(LETTERS, LETTERS, st.sampled_from("'’‘ʼ`´"))
def test_an_apostrophe_inside_a_word_is_dropped_and_a_quotation_mark_around_it_is_not_part_of_it(
    one: str, other: str, mark: str
) -> None:
    assert normalise(f"{one}{mark}{other}") == one + other
    assert normalise(f"{mark}{one}{mark} {mark}{other}{mark}") == f"{one} {other}"


@given(st.lists(LETTERS, min_size=2), st.sampled_from(["\u00ad", "\u200b", "\u200d", "\ufeff", "\u0301"]))
def test_what_has_no_shape_of_its_own_changes_nothing(parts: list[str], invisible: str) -> None:
    assert normalise(invisible.join(parts)) == "".join(parts)


@given(AWKWARD, st.data())
def test_patterns_find_each_word_where_words_has_it_and_nothing_else(text: str, data: st.DataObject) -> None:
    found, spelling = words(text), spelt(text)
    if not found:
        return
    sought = data.draw(st.sampled_from([word.text for word in found]))
    places = [(word.start, word.end) for word in found if word.text == sought]
    for pattern in (pattern_of([sought]), pattern_of_any([sought, "zyzzyva"])):
        assert [spelling.place(*match.span()) for match in re.finditer(pattern, spelling.text)] == places
    first = found.index(next(word for word in found if word.text == sought))
    phrase = [word.text for word in found[first : first + 3]]
    match = re.search(pattern_of(phrase), spelling.text)
    assert match is not None
    assert spelling.place(*match.span())[0] == found[first].start
    begun = re.search(pattern_of([sought[:1]], beginning=True), spelling.text)
    assert begun is not None
