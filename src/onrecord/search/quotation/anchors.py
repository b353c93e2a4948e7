"""Where a long quotation stands in a contribution, without sliding it along.

To slide a quotation of thousands of words along a speech of thousands takes minutes. So it is held by
anchors: runs of words that both have exactly once. Those that lie on about one line say where the
passage begins and ends. Both texts come as strings with one character for each word.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_low

from rapidfuzz.distance import Levenshtein

LONG = 400  # words from which on a quotation is held by anchors
_RUN = 3  # words of an anchor
_EDGE = 64  # words that are compared to find where an end lies
_ROOM = 24  # words by which an end may move


def shared(needle: str, hay: str) -> float:
    """The share of a quotation's runs that a contribution has too, 0 to 100: for ordering.

    >>> shared("abcd", "xxabcd"), shared("abcd", "dcba")
    (100.0, 0.0)
    """
    wanted, found = set(_runs(needle)), set(_runs(hay))
    return 100 * len(wanted & found) / len(wanted) if wanted else 0.0


def window(needle: str, hay: str) -> tuple[int, int] | None:
    """The words `first:last` of a contribution that are most likely those quoted; None where nothing tells.

    >>> window("abcdefgh", "xxxabcdeyfghxxx")
    (3, 12)
    """
    anchors = _on_one_line(_anchors(needle, hay), len(needle) // 4)
    if not anchors:
        return None
    (first, begins), (last, ends) = anchors[0], anchors[-1]
    start, end = max(0, begins - first), min(len(hay), ends + len(needle) - last)
    head, tail = needle[:_EDGE], needle[-_EDGE:]
    starts = range(max(0, start - _ROOM), min(begins, start + _ROOM) + 1)
    start = min(starts, key=lambda at: (Levenshtein.distance(head, hay[at : at + len(head)]), abs(at - start)))
    stops = range(max(ends + _RUN, end - _ROOM), min(len(hay), end + _ROOM) + 1)
    end = min(stops, key=lambda at: (Levenshtein.distance(tail, hay[max(0, at - len(tail)) : at]), abs(at - end)))
    return start, end


def _runs(letters: str) -> list[str]:
    """Every run of words: those with a word that is not quoted (a NUL) tell nothing."""
    runs = [letters[at : at + _RUN] for at in range(len(letters) - _RUN + 1)]
    return [run for run in runs if "\0" not in run]


def _anchors(needle: str, hay: str) -> list[tuple[int, int]]:
    """The places of each run that stands once in either."""
    ours, theirs = _places(needle), _places(hay)
    return [(at, theirs[run]) for run, at in ours.items() if at >= 0 and theirs.get(run, -1) >= 0]


def _places(letters: str) -> dict[str, int]:
    """Where each run stands; -1 if more than once."""
    places: dict[str, int] = {}
    for at in range(len(letters) - _RUN + 1):
        run = letters[at : at + _RUN]
        places[run] = -1 if run in places else at
    return places


def _on_one_line(anchors: Sequence[tuple[int, int]], room: int) -> list[tuple[int, int]]:
    """Those that are about as far along in the quotation as in the contribution, where most are."""
    if not anchors:
        return []
    middle = median_low(theirs - ours for ours, theirs in anchors)
    return sorted(pair for pair in anchors if abs(pair[1] - pair[0] - middle) <= room)
