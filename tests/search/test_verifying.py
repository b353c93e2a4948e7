"""Verdicts on quotations of the specimen, with proposals from a plain scan: no index is involved."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.errors import UsageError
from onrecord.model import Contribution, Speaker, Verification
from onrecord.search.proposals import Narrowed
from onrecord.search.verifying import Verifier
from onrecord.store.roll import StoredRoll

from .scanning import Scan, every_contribution


class Checker:
    """Verifies against the specimen."""

    def __init__(self, archive: Archive, connection: object) -> None:
        self.said = [c for c in every_contribution(archive) if c.text]
        self._verifier = Verifier(connection, StoredRoll(connection), Scan(archive))  # type: ignore[arg-type]

    def __call__(self, quote: str, person: str | None = None) -> Verification:
        return self._verifier.verify(quote, Narrowed(person))


@pytest.fixture(scope="module")
def check(specimen_archive: Path) -> Iterator[Checker]:
    with Archive.open(specimen_archive, read_only=True) as archive, archive._engine.connect() as connection:
        yield Checker(archive, connection)


def person_of(contribution: Contribution) -> str | None:
    return contribution.speaker.person_id if isinstance(contribution.speaker, Speaker) else None


def test_whatever_stands_there_is_verbatim(check: Checker) -> None:
    for contribution in check.said:
        if not any(character.isalnum() for character in contribution.text):
            continue
        if contribution.paragraphs[0].kind == "quoted-error":  # found where it was said
            continue
        words = contribution.text.split()
        quote = " ".join(words[: 3 + len(words) // 2])
        found = check(quote)
        assert found.verdict == "verbatim", (quote, found)
        assert contribution.id in {match.contribution.id for match in found.matches} or len(found.matches) == 20


def test_a_changed_word_is_never_verbatim_and_the_right_passage_comes_first(check: Checker) -> None:
    chosen = random.Random(3)
    tried = 0
    for contribution in check.said:
        words = contribution.text.split()
        if len(words) < 14 or "[" in contribution.text:  # a word in brackets would be the quoter’s
            continue
        start = chosen.randrange(len(words) - 12)
        quote = words[start : start + 12]
        quote[chosen.randrange(1, 11)] = "lighthouse-keepers"
        found = check(" ".join(quote))
        assert found.verdict == "altered"
        best = [m for m in found.matches if m.similarity == found.matches[0].similarity]  # some words are said twice
        assert contribution.id in {match.contribution.id for match in best}
        assert "lighthouse-keepers" in " ".join(text for kind, text in found.matches[0].diff if kind == "added")
        assert found.matches[0].similarity < 1
        tried += 1
    assert tried > 40


def test_the_place_of_a_match_is_the_words_in_the_contributions_text(check: Checker) -> None:
    found = check("NOBODY died. The inquiry was asked why")
    [match] = found.matches
    assert match.contribution.text[match.start : match.end] == "Nobody died. The inquiry was asked why"


def test_words_of_somebody_else_are_attributed_elsewhere(check: Checker) -> None:
    said = next(c for c in check.said if c.text.startswith("They keep the window."))
    other = next(c for c in check.said if person_of(c) not in (None, person_of(said)))
    quote = "They keep the window. The inquiry was quite clear"
    assert check(quote, person_of(said)).verdict == "verbatim"
    found = check(quote, person_of(other))
    assert found.verdict == "attributed-elsewhere"
    assert found.matches[0].contribution.id == said.id


def test_what_is_left_out_is_said(check: Checker) -> None:
    found = check("They keep the window … theirs was the only one that was open")
    assert found.verdict == "verbatim"
    assert " ".join(found.elided).startswith("The inquiry was quite clear")


def test_a_word_changed_in_a_piece_is_told(check: Checker) -> None:
    found = check("They sold the window … theirs was the only one")
    assert found.verdict == "altered"
    diff = found.matches[0].diff
    assert ("missing", "keep") in diff
    assert ("added", "sold") in diff
    assert ("same", "…") in diff


def test_leaving_out_a_not_is_altered(check: Checker) -> None:
    said = next(c for c in check.said if "It is not. I have it here" in c.text)
    found = check("It is … I have it here")
    assert found.verdict == "altered"
    assert found.matches[0].contribution.id == said.id
    assert "not" in found.elided


def test_a_not_left_out_or_put_in_is_called_out(check: Checker) -> None:
    whole = next(c.text for c in check.said if " not " in c.text and "…" not in c.text and "[" not in c.text)
    words = whole.split()
    place = words.index("not")
    around = words[max(0, place - 6) : place + 7]
    without = " ".join(word for word in around if word != "not")
    assert "leaves out “not”" in check(without).why
    turned = " ".join([*around[:3], "never", *around[3:]])
    assert "puts in “never”" in check(turned).why
    changed = check(" ".join([*around[:-1], "lamplight"]))
    assert changed.verdict == "altered"
    assert "turns round" not in changed.why


def test_a_quotation_that_joins_two_speakers_is_not_verbatim(check: Checker) -> None:
    tried = 0
    for one, two in pairwise(check.said):
        if tried == 25:
            break
        if one.section.id != two.section.id or len(one.text.split()) < 8 or len(two.text.split()) < 8:
            continue
        found = check(" ".join([*one.text.split()[-6:], *two.text.split()[:6]]))
        assert found.verdict == "altered"
        assert found.crosses == (one.id, two.id)
        tried += 1
    assert tried > 20


def test_dots_between_two_speakers_join_nothing(check: Checker) -> None:
    one = next(c for c in check.said if "Has the Minister" in c.text or "If she will make a statement" in c.text)
    two = check.said[check.said.index(one) + 1]
    quote = f"{' '.join(one.text.split()[:6])} … {' '.join(two.text.split()[:6])}"
    found = check(quote)
    assert found.verdict == "altered"
    assert found.crosses == (one.id, two.id)


def test_nonsense_is_not_found(check: Checker) -> None:
    found = check("seventeen purple elephants danced upon the Chancellor's roof")
    assert (found.verdict, found.matches) == ("not-found", ())


@pytest.mark.parametrize("quote", ["", "…", "“”", "[...]"])
def test_a_quotation_without_words_is_wrong_usage(check: Checker, quote: str) -> None:
    with pytest.raises(UsageError, match="no words"):
        check(quote)


def test_a_word_of_the_quoters_is_said(check: Checker) -> None:
    found = check("They keep the window [at Great Wickering]. The inquiry was quite clear")
    assert found.verdict == "verbatim"
    assert found.inserted == ("at", "great", "wickering")
    assert found.matches[0].inserted == found.inserted


def test_pieces_in_another_order_are_altered_and_the_longest_is_shown(check: Checker) -> None:
    found = check("Nobody died. The inquiry was asked why … brought ashore by the lifeboat and")
    assert (found.verdict, found.why.split(",")[0]) == ("altered", "The pieces stand in one contribution")
    match = found.matches[0]
    assert match.contribution.text[match.start : match.end] == "Nobody died. The inquiry was asked why"
    assert match.diff == (
        ("same", "Nobody died. The inquiry was asked why"),
        ("added", "brought ashore by the lifeboat and"),
    )
    assert match.similarity == round(7 / 13, 4)
    assert check("purple elephants danced … upon seventeen lobsters").verdict == "not-found"
