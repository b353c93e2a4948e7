"""What a passage lacks of a quotation, to be looked for where the rest of it stands.

A record repeats itself: a passage is read out again, cut short, or taken up with other words behind it. The
nearest that was found may then end where the quotation goes on. What agrees and what is lacking say
together which contribution would be nearer still.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from .nearest import agreeing
from .standing import Standing

_SHORTEST = 2  # words of a gap inside: a single one was exchanged
_NEAR_END = 4  # words from an end of the quotation, where a single one may be what follows


class Lacked(Struct, frozen=True):
    """A word that a passage lacks, and with its place that of the words before or after it that the passage has."""

    word: str
    placed: tuple[tuple[int, str], ...]
    beside_stretch: bool


class Lacking(Struct, frozen=True):
    """The longest stretch of a quotation that a passage has, and the words that it lacks."""

    stretch: tuple[str, ...]
    lacked: tuple[Lacked, ...]


def lacking(words: Sequence[str], standing: Standing) -> Lacking | None:
    """What a contribution's nearest passage lacks of these normalised words; None where there is nothing to look for.

    >>> from onrecord.reading import Paragraph
    >>> standing = Standing("", (Paragraph("text", "The kettle was on. We left."),))
    >>> found = lacking("the kettle was on when they came".split(), standing)
    >>> " ".join(found.stretch), found.lacked[1].word, found.lacked[1].placed[-2:]
    ('the kettle was on', 'they', ((3, 'on'), (5, 'they')))
    """
    runs = agreeing(words, standing)
    longest = max(runs, key=_length, default=(0, 0))
    if _length(longest) < _SHORTEST:
        return None
    lacked = tuple(
        Lacked(words[place], _placed(words, place, run), run == longest)
        for gap, run in _gaps(runs, len(words))
        for place in range(*gap)
    )
    return Lacking(tuple(words[slice(*longest)]), lacked) if lacked else None


def _gaps(runs: Sequence[tuple[int, int]], length: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """What is lacking between the runs, each with the longer of those it stands between."""
    edges = [(0, 0), *runs, (length, length)]
    for before, after in pairwise(edges):
        gap = before[1], after[0]
        at_end = min(gap[0], length - gap[1]) < _NEAR_END
        if _length(gap) >= (1 if at_end else _SHORTEST):
            yield gap, max(before, after, key=_length)


def _placed(words: Sequence[str], place: int, run: tuple[int, int]) -> tuple[tuple[int, str], ...]:
    places = sorted({place, *range(*run)})
    return tuple((other - places[0], words[other]) for other in places)


def _length(run: tuple[int, int]) -> int:
    return run[1] - run[0]
