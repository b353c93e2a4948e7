"""Quotations of hundreds of words: found where they stand, in time that grows with their length and no faster."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.errors import UsageError
from onrecord.reading import Paragraph
from onrecord.search.indexed import IndexProposals
from onrecord.search.proposals import Narrowed
from onrecord.search.quotation.anchors import LONG, shared, window
from onrecord.search.quotation.nearest import likeness, nearest
from onrecord.search.quotation.quoted import read_quotation
from onrecord.search.quotation.standing import Standing
from onrecord.search.verifying import LONGEST

VOCABULARY = [f"w{number}" for number in range(400)]


def speech(chance: random.Random, length: int) -> list[str]:
    return [chance.choice(VOCABULARY) for _ in range(length)]


def altered(chance: random.Random, words: list[str]) -> list[str]:
    """Every seventh word, about, left out, exchanged or followed by another; the ends stay."""
    out: list[str] = []
    for place, word in enumerate(words):
        change = chance.randrange(21) if 5 < place < len(words) - 5 else 20
        out += {0: [], 1: ["zebra"], 2: [word, "zebra"]}.get(change, [word])
    return out


@pytest.mark.parametrize("seed", range(12))
def test_the_passage_of_a_long_quotation_begins_and_ends_where_it_does(seed: int) -> None:
    chance = random.Random(seed)
    before, said, after = speech(chance, 700), speech(chance, LONG + 300), speech(chance, 500)
    text = " ".join([*before, *said, *after])
    quote = " ".join(altered(chance, said))
    found = nearest(read_quotation(quote).literal, quote, Standing("c1", [Paragraph("text", text)]))
    assert found is not None
    assert text[found.start : found.end] == " ".join(said)
    assert " ".join(part for kind, part in found.diff if kind != "added") == " ".join(said)
    assert " ".join(part for kind, part in found.diff if kind != "missing") == quote


def test_what_has_the_words_is_more_alike_than_what_has_the_same_words_mixed() -> None:
    chance = random.Random(1)
    said = speech(chance, LONG + 100)
    mixed = chance.sample(said, len(said))
    quote = read_quotation(" ".join(altered(chance, said))).literal
    right, wrong = (likeness(quote, Standing("c", [Paragraph("text", " ".join(words))])) for words in (said, mixed))
    assert right > 50 > wrong


def test_nothing_in_common_is_nowhere() -> None:
    assert window("abcdef", "xyz" * 40) is None
    assert window("aaaaaaaa", "aaaaaaaa") is None, "what stands everywhere tells nothing"
    assert shared("", "abc") == 0


def test_of_a_long_phrase_stretches_and_of_many_pieces_a_few_are_asked_for(specimen_archive: Path) -> None:
    """Whatever is proposed holds the words; a contribution that holds all of them is among it."""
    with Archive.open(specimen_archive, read_only=True) as archive, archive._searching() as (_, searcher):
        proposals = IndexProposals(searcher)
        plain = ["nobody", "died", "the", "inquiry", "was", "asked", "why"]
        assert proposals.holding([plain], Narrowed(), 5)
        assert proposals.holding([plain] * 200, Narrowed(), 5) == proposals.holding([plain], Narrowed(), 5)
        assert proposals.holding([plain * 200], Narrowed(), 5) == []


def test_a_quotation_of_any_length_has_a_verdict_or_is_too_long(specimen_archive: Path) -> None:
    words = "Nobody died. The inquiry was asked why "
    with Archive.open(specimen_archive, read_only=True) as archive:
        for quote in (words * 2_000, "the " * 20_000, "[a] " * 20_000, "the … " * 15_000, "x" * 100_000):
            assert archive.verify(quote).verdict != "verbatim"
        with pytest.raises(UsageError, match="longer than 200,000 characters"):
            archive.verify("a" * (LONGEST + 1))
