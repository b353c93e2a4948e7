"""Finding a quotation in a contribution word for word.

The pieces of a quotation must follow each other in one contribution. For each place where the first
piece stands the others are taken as early as they come, which leaves out the fewest words. What was
left out decides whether the quoter was fair: a negation, or more than sixty words, is not.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from msgspec import Struct

from .anchors import LONG
from .quoted import Quotation
from .standing import Standing
from .tokens import Token, tokens

MOST_LEFT_OUT = 60


class Found(Struct, frozen=True):
    """Where a quotation stands: characters `start:end` of the contribution, and the words left out between pieces."""

    start: int
    end: int
    elided: tuple[str, ...] = ()
    fair: bool = True


def find_literally(quotation: Quotation, standing: Standing) -> list[Found]:
    """Every place where the quotation's words stand as they are, unbroken."""
    found = _where_it_stands(quotation.literal, standing)
    if found is None:
        found = [
            _at(standing.words, place, len(quotation.literal)) for place in _places(quotation.literal, standing.words)
        ]
    if not found and standing.interrupted:
        found = [_at(standing.own, place, len(quotation.literal)) for place in _places(quotation.literal, standing.own)]
    return found


def _where_it_stands(wanted: Sequence[Token], standing: Standing) -> list[Found] | None:
    """The places, by looking closely only where the index's words stand; None where that cannot tell.

    It cannot for signs, which the index does not know, and in a text in which one character makes several words; of a
    long quotation it takes longer than to look at each word.
    """
    if len(wanted) > LONG or not all(token.plain for token in wanted) or standing.spelling.origins is not None:
        return None
    said = [token.text for token in wanted]
    places = standing.stretches([token.plain for token in wanted])
    return [Found(a, b) for a, b in places if [token.text for token in tokens(standing.text[a:b])] == said]


def find_in_pieces(quotation: Quotation, standing: Standing) -> list[Found]:
    """The places where the pieces follow each other: the fair ones if there are any, least left out first."""
    for words in [standing.words, standing.own] if standing.own is not standing.words else [standing.words]:
        found = sorted(_chains(quotation, words, standing.text), key=lambda one: (not one.fair, len(one.elided)))
        if found:
            return [one for one in found if one.fair == found[0].fair]
    return []


def _chains(quotation: Quotation, words: Sequence[Token], text: str) -> Iterator[Found]:
    pieces = quotation.pieces
    for first in _places(pieces[0].words, words) if pieces else ():
        at, gaps = first + len(pieces[0].words), list[Token]()
        for piece in pieces[1:]:
            following = next(_places(piece.words, words, at), None)
            if following is None:
                break
            gaps += words[at:following]
            at = following + len(piece.words)
        else:
            elided = tuple(text[token.start : token.end] for token in gaps)
            fair = len(gaps) <= MOST_LEFT_OUT and not _negates(gaps) and not any(map(is_negation, quotation.inserted))
            yield Found(words[first].start, words[at - 1].end, elided, fair)


def _places(wanted: Sequence[Token], words: Sequence[Token], start: int = 0) -> Iterator[int]:
    if not wanted:
        return
    first, length = wanted[0].text, len(wanted)
    for place in range(start, len(words) - length + 1):
        if words[place].text == first and all(words[place + i].text == wanted[i].text for i in range(1, length)):
            yield place


def _at(words: Sequence[Token], place: int, length: int) -> Found:
    return Found(words[place].start, words[place + length - 1].end)


def _negates(words: Sequence[Token]) -> bool:
    return any(is_negation(word.text) for word in words)


def negations_in(text: str) -> list[str]:
    """The words of a text that say no, in order.

    >>> negations_in("No, we can't; we never note it")
    ['no', "can't", 'never']
    """
    return [token.text for token in tokens(text) if is_negation(token.text)]


def is_negation(word: str) -> bool:
    """Whether a word, as `tokens` spells it, says no.

    >>> is_negation("can't"), is_negation("never"), is_negation("note")
    (True, True, False)
    """
    return word in _negations() or word.endswith("n't")


@cache
def _negations() -> frozenset[str]:
    data = tomllib.loads(files(__package__).joinpath("negations.toml").read_text(encoding="utf-8"))
    return frozenset(data["words"])
