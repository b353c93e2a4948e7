"""From places where a quotation stands to the verdict on it, and the sentence that says why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from heapq import nlargest
from itertools import pairwise

from msgspec import Struct

from .exact import Found, find_in_pieces, find_literally, negations_in
from .nearest import Nearest, likeness, nearest
from .quoted import Quotation
from .standing import Standing
from .tokens import Token

_ABOUT = 15  # points of a hundred
_LOOKED_AT = 3  # passages that are compared word for word
ALIKE = 0.6  # share of words that must agree before a passage is called an altered quotation
MOST_PIECES = 50  # beyond which they are not looked for one by one
_TURNS = ("missing", "added")
WHY = {
    "verbatim": "These words stand in the record.",
    "elided": "These words stand in the record, with what the quotation says it leaves out or puts in.",
    "unfair": "The words stand there, but what the quotation leaves out or puts in changes what was said.",
    "altered": "The record differs from the quotation in words.",
    "earlier": "The words stood in an earlier edition of the record and were changed since.",
    "order": "The pieces stand in one contribution, but do not follow each other in it as they are quoted.",
    "crosses": "The quotation joins words of different contributions.",
    "elsewhere": "The words stand in the record, but not as words of the member named.",
    "not-found": "Nothing in this archive reads like it.",
}


def turned(diff: Sequence[tuple[str, str]]) -> str:
    """The sentence that calls out a negation which a quotation leaves out or puts in; "" where it does neither.

    >>> turned((("same", "We shall"), ("missing", "not"), ("same", "build")))
    'It leaves out “not”, which turns round what was said.'
    """
    negations = {kind: [no for part, text in diff if part == kind for no in negations_in(text)] for kind in _TURNS}
    lost, put = Counter(negations["missing"]), Counter(negations["added"])
    told = [
        f"{does} {' and '.join(f'“{word}”' for word in words)}"
        for does, words in (("leaves out", lost - put), ("puts in", put - lost))
        if words
    ]
    return f"It {' and '.join(told)}, which turns round what was said." if told else ""


class Standings(Struct, frozen=True):
    """Where one contribution has the quotation's words: `fair` says whether as a quotation may have them."""

    standing: Standing
    found: Found
    fair: bool

    @property
    def voice(self) -> str | None:
        """Whose words they are if not the speaker's."""
        return self.standing.voice(self.found.start, self.found.end)


def stands(quotation: Quotation, standing: Standing) -> list[Standings]:
    """Where a contribution has the quotation, literally or else in pieces. What a correction reprints as wrong
    is no place of its own."""
    found = find_literally(quotation, standing)
    if not found and not quotation.is_plain:
        found = find_in_pieces(quotation, standing)
    places = [Standings(standing, one, one.fair) for one in found]
    return [place for place in places if place.voice != "quoted-error"]


def nearest_of(
    quotation: Quotation, standings: Sequence[Standing], least: float = ALIKE
) -> list[tuple[Standing, Nearest]]:
    """The passages that differ least, best first: those of which at least this share agrees."""
    found = []
    for standing in _likeliest(quotation, standings):
        passages = [nearest(words, quotation.text, standing) for words in _readings(quotation)]
        passages.append(_piece_by_piece(quotation, standing))
        best = max((p for p in passages if p), key=lambda passage: passage.similarity, default=None)
        if best and best.similarity >= least and standing.voice(best.start, best.end) != "quoted-error":
            found.append((standing, best))
    return sorted(found, key=lambda pair: -pair[1].similarity)


def _likeliest(quotation: Quotation, standings: Sequence[Standing]) -> list[Standing]:
    """The few that are worth comparing word for word: those about as like as the likeliest."""
    scored = [(likeness(quotation.literal, standing), place) for place, standing in enumerate(standings)]
    best = nlargest(_LOOKED_AT, scored, key=lambda pair: (pair[0], -pair[1]))
    return [standings[place] for score, place in best if score >= best[0][0] - _ABOUT]


def _readings(quotation: Quotation) -> list[tuple[Token, ...]]:
    """The words literally, and those that are left when the quoter's own are taken out."""
    return [quotation.literal] if quotation.is_plain else [quotation.literal, quotation.kept]


def _piece_by_piece(quotation: Quotation, standing: Standing) -> Nearest | None:
    """The passages nearest to each piece, as one, if they follow each other: the words between are left out."""
    if not 2 <= len(quotation.pieces) <= MOST_PIECES:
        return None
    found = [nearest(piece.words, quotation.text, standing) for piece in quotation.pieces]
    passages = [passage for passage in found if passage]
    if len(passages) < len(found) or any(one.end > two.start for one, two in pairwise(passages)):
        return None
    lengths = [len(piece.words) for piece in quotation.pieces]
    alike = sum(p.similarity * length for p, length in zip(passages, lengths, strict=True)) / sum(lengths)
    diff = passages[0].diff + tuple(part for p in passages[1:] for part in (("same", "…"), *p.diff))
    return Nearest(passages[0].start, passages[-1].end, round(alike, 4), diff)


def longest_of(quotation: Quotation, standing: Standing) -> Nearest | None:
    """Where the longest piece stands, if every piece stands somewhere in a contribution; the others are as if added."""
    found = [nearest(piece.words, quotation.text, standing) for piece in quotation.pieces]
    if not all(passage and passage.similarity == 1 for passage in found):
        return None
    lengths = [len(piece.words) for piece in quotation.pieces]
    longest = lengths.index(max(lengths))
    diff: list[tuple[str, str]] = []
    for place, piece in enumerate(quotation.pieces):
        said = quotation.text[piece.words[0].start : piece.words[-1].end]
        diff.append(("same" if place == longest else "added", said))
    kept = found[longest]
    assert kept is not None
    return Nearest(kept.start, kept.end, round(max(lengths) / sum(lengths), 4), tuple(diff))
