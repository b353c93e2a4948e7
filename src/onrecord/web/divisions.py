"""How the House divided: counts as printed, and how the parties stood on each side.

The counts are the record's own; the names beneath are counted separately, and where the
two differ (a teller is not counted, a list may be incomplete) the page says so rather
than choosing one. A bar's lengths are in hundredths of the larger side, as it was counted: where
only some of those counted are named, the rest of the bar stays empty.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from ..model import Division, DivisionVote
from .parties import colour
from .wording import SIDES

UNKNOWN_PARTY = "party not known"


class Band(NamedTuple):
    """One party's stretch of a bar: `start` and `width` in hundredths of the larger side."""

    party: str
    number: int
    colour: str
    start: float
    width: float


class Side(NamedTuple):
    """One side of a division: `printed` is the count in the record (None if it gives none); and who is listed."""

    key: str
    label: str
    printed: int | None
    listed: int
    bands: tuple[Band, ...]
    votes: tuple[DivisionVote, ...]
    tellers: tuple[str, ...]


def sides(division: Division) -> tuple[Side, ...]:
    """Each side in the order of the record: the ayes or contents first."""
    keys = [key for key in SIDES if key in division.counts or any(v.side == key for v in division.votes)]
    keys += [key for key in division.counts if key not in SIDES]
    groups = {key: tuple(vote for vote in division.votes if vote.side == key) for key in keys}
    named = (sum(not v.teller for v in votes) for votes in groups.values())
    largest = max(0, *named, *division.counts.values())
    return tuple(_side(key, division.counts.get(key), votes, largest) for key, votes in groups.items())


def _side(key: str, printed: int | None, votes: tuple[DivisionVote, ...], largest: int) -> Side:
    counted = [vote for vote in votes if not vote.teller]
    tellers = tuple(vote.name for vote in votes if vote.teller)
    label = SIDES.get(key, key.replace("-", " ").capitalize())
    return Side(key, label, printed, len(counted), _bands(counted, largest), votes, tellers)


def _bands(votes: list[DivisionVote], largest: int) -> tuple[Band, ...]:
    bands, start = [], 0.0
    numbers = Counter(vote.party or UNKNOWN_PARTY for vote in votes)
    for party, number in sorted(numbers.items(), key=lambda pair: (pair[0] == UNKNOWN_PARTY, -pair[1], pair[0])):
        width = 100 * number / largest
        bands.append(Band(party, number, colour(party), round(start, 2), round(width, 2)))
        start += width
    return tuple(bands)
