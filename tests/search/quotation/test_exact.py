"""Verbatim is verbatim: what may differ, what may be left out and put in, and what never may."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading import Paragraph, Span
from onrecord.search.quotation.exact import Found, find_in_pieces, find_literally
from onrecord.search.quotation.quoted import read_quotation
from onrecord.search.quotation.standing import Standing

SAID = "We’re told that the pots—all 41 of them—cost £5.2 million. That was not true, and nobody believed it."


def standing(*paragraphs: str) -> Standing:
    return Standing("c1", [Paragraph("text", text) for text in paragraphs])


def literally(quote: str, *paragraphs: str) -> list[Found]:
    return find_literally(read_quotation(quote), standing(*(paragraphs or (SAID,))))


def in_pieces(quote: str, *paragraphs: str) -> list[Found]:
    return find_in_pieces(read_quotation(quote), standing(*(paragraphs or (SAID,))))


@pytest.mark.parametrize(
    "quote",
    [
        "the pots—all 41 of them—cost £5.2 million",
        "The Pots - all 41 of them - cost £5.2 million.",
        "“the pots, all 41 of them, cost £5.2 million”",
        "we're told\nthat the pots",
        "All 41 of them!",
        "the po\u00adts",
    ],
)
def test_dress_may_differ(quote: str) -> None:
    assert len(literally(quote)) == 1


@pytest.mark.parametrize(
    "quote",
    [
        "the pots—all 42 of them",
        "cost 5.2 million",
        "cost £52 million",
        "cost $5.2 million",
        "were told that the pots",
        "that was true",
        "the pots all of them",
        "nobody believed it was",
    ],
)
def test_words_and_figures_may_not(quote: str) -> None:
    assert literally(quote) == []


def test_the_place_is_where_the_words_are() -> None:
    [found] = literally("not true, and NOBODY")
    assert SAID[found.start : found.end] == "not true, and nobody"


def test_a_quotation_may_run_over_paragraphs() -> None:
    [found] = literally("the end. The beginning", "That is the end.", "The beginning is here.")
    assert (found.start, found.end) == (8, 31)


def test_brackets_and_dots_are_tried_literally_first() -> None:
    text = "I said— [Interruption.] I said so... twice."
    assert literally("I said— [Interruption.] I said so...", text)
    assert in_pieces("I said— [Interruption.] I said so...", text) == [] or literally("said so... twice", text)


def test_what_is_left_out_is_told() -> None:
    [found] = in_pieces("We’re told … of them")
    assert found == Found(0, SAID.index("—cost"), ("that", "the", "pots", "all", "41"), True)


def test_the_fewest_words_are_left_out() -> None:
    [best, *_] = in_pieces("a b … c", "a b d c. a b e f c. a b c.")
    assert best.elided == ()


@pytest.mark.parametrize("dots", ["…", "...", ". . .", "[…]", "[...]", "…."])
def test_every_kind_of_dots_parts(dots: str) -> None:
    assert in_pieces(f"the pots {dots} cost £5.2 million")[0].elided == ("all", "41", "of", "them")


def test_leaving_out_a_negation_is_unfair() -> None:
    [found] = in_pieces("That was … true")
    assert found.elided == ("not",)
    assert not found.fair


def test_leaving_out_a_short_negation_is_unfair() -> None:
    [found] = in_pieces("I … go", "I can’t go")
    assert not found.fair


def test_sixty_words_may_be_left_out_and_no_more() -> None:
    def between(count: int) -> Found:
        return in_pieces("start … end", f"start {'word ' * count}end")[0]

    assert between(60).fair
    assert not between(61).fair


def test_words_put_in_are_told_and_a_negation_put_in_is_unfair() -> None:
    quotation = read_quotation("the pots [of Gannet Point] cost")
    assert quotation.inserted == ("of", "gannet", "point")
    [found] = in_pieces("the pots [of Gannet Point] all 41")
    assert found.fair
    [found] = in_pieces("nobody believed [never] it")
    assert not found.fair


def test_a_changed_capital_is_no_insertion() -> None:
    quotation = read_quotation("[T]hat was not true")
    assert quotation.inserted == ()
    assert len(find_in_pieces(quotation, standing(SAID))) == 1


def test_pieces_must_follow_each_other() -> None:
    assert in_pieces("nobody believed … the pots") == []


def test_an_interjection_is_stepped_over_and_belongs_to_nobody_quoted() -> None:
    text = "I shall not [Hon. Members: “Go on!”] give way."
    start, end = text.index("["), text.index("]") + 1
    broken = Standing("c1", [Paragraph("text", text, spans=(Span("interjection", start, end),))])
    [found] = find_literally(read_quotation("I shall not give way"), broken)
    assert (found.start, found.end) == (0, len(text) - 1)
    [shouted] = find_literally(read_quotation("Go on!"), broken)
    assert broken.voice(shouted.start, shouted.end) == "interjection"
    assert broken.voice(found.start, found.end) is None


WORDS = st.lists(
    st.sampled_from(["pots", "Pots", "the", "can’t", "cant", "£5", "5", "no", "été", "fog-bound"]), min_size=1
)


@given(WORDS, WORDS, WORDS)
def test_any_stretch_of_a_text_is_found_in_it(before: list[str], quote: list[str], after: list[str]) -> None:
    text = " ".join([*before, *quote, *after])
    places = find_literally(read_quotation(" ".join(quote)), standing(text))
    start = len(" ".join([*before, ""]))
    assert any(text[p.start : p.end].strip("£") == " ".join(quote).strip("£") and p.start <= start + 1 for p in places)


@given(WORDS, WORDS, WORDS, WORDS)
def test_any_two_stretches_are_found_with_what_is_between(
    first: list[str], between: list[str], second: list[str], after: list[str]
) -> None:
    text = " ".join([*first, *between, *second, *after])
    assert in_pieces(f"{' '.join(first)} … {' '.join(second)}", text)


@given(WORDS, st.integers(0, 50), st.sampled_from(["lamp", "fifty", "%"]))
def test_a_word_put_in_is_never_verbatim(words: list[str], place: int, word: str) -> None:
    quote = [*words[: place % (len(words) + 1)], word, *words[place % (len(words) + 1) :]]
    assert literally(" ".join(quote), " ".join(words)) == []
