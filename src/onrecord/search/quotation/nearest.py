"""The passage of a contribution that differs least from a quotation, and exactly how it differs.

Words are compared, not letters: each different word becomes one character, so that rapidfuzz can
slide the quotation along a speech of thousands of words in a fraction of a millisecond. The window
it finds has the quotation's own length; its ends are then moved to where least differs. A quotation of
hundreds of words is held by `anchors` instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct
from rapidfuzz.distance import Levenshtein, Opcodes
from rapidfuzz.fuzz import partial_ratio, partial_ratio_alignment, ratio

from . import anchors
from .standing import Standing
from .tokens import Token

_ROOM = 12  # words by which an end may move
Diff = tuple[tuple[str, str], ...]


class Nearest(Struct, frozen=True):
    """Characters `start:end` of the contribution; `similarity` is the share of words that agree, 0 to 1.

    `diff`: stretches that are the `same`, `missing` from the quotation, or `added` by it, in order.
    """

    start: int
    end: int
    similarity: float
    diff: Diff


def nearest(quoted: Sequence[Token], text: str, standing: Standing) -> Nearest | None:
    """The passage nearest to the words `quoted` (of which `text` holds the spelling); None if no word agrees."""
    words = _about(quoted, standing)
    needle, hay = _letters([token.text for token in quoted], [token.text for token in words])
    window = _window(needle, hay)
    if window is None:
        return None
    first, last = _fitted(needle, hay, *window)
    opcodes = Levenshtein.opcodes(needle, hay[first:last])
    similarity = 1 - Levenshtein.distance(needle, hay[first:last]) / max(len(needle), last - first)
    diff = _diff(opcodes, quoted, text, words[first:last], standing.text)
    return Nearest(words[first].start, words[last - 1].end, round(similarity, 4), diff)


def _about(quoted: Sequence[Token], standing: Standing) -> list[Token]:
    """The words around the passage that is nearest as the index knows words, with room for what it doesn't know."""
    plain = [token.plain for token in quoted if token.plain]
    window = _window(*_letters(plain, standing.plain))
    if window is None:
        return standing.words
    room = _ROOM + len(quoted)
    return standing.part(max(0, window[0] - room), window[1] + room)


def likeness(quoted: Sequence[Token], standing: Standing) -> float:
    """How like the best stretch of a contribution is to the words quoted, 0 to 100: quick, and only for ordering."""
    needle, hay = _letters([token.plain for token in quoted if token.plain], standing.plain)
    if len(needle) > anchors.LONG:
        return anchors.shared(needle, hay)
    if len(hay) < len(needle):
        return ratio(needle, hay)
    return partial_ratio(needle, hay) if needle else 0.0


def agreeing(quoted: Sequence[str], standing: Standing) -> list[tuple[int, int]]:
    """Which of the words quoted stand in the passage nearest to them: stretches `first:last` of their numbers."""
    needle, hay = _letters(quoted, standing.plain)
    window = _window(needle, hay)
    if window is None:
        return []
    first, last = _fitted(needle, hay, *window)
    codes = Levenshtein.opcodes(needle, hay[first:last])
    return [(code.src_start, code.src_end) for code in codes if code.tag == "equal"]


def _letters(quoted: Sequence[str], words: Sequence[str]) -> tuple[str, str]:
    """Both as strings with a character for each word; words that are not quoted are all alike."""
    letters = {word: chr(0x10000 + place) for place, word in enumerate(dict.fromkeys(quoted))}
    return "".join([letters[word] for word in quoted]), "".join([letters.get(word, "\0") for word in words])


def _window(needle: str, hay: str) -> tuple[int, int] | None:
    if not needle or not hay or not set(needle) & set(hay):
        return None
    if len(needle) > anchors.LONG:
        return anchors.window(needle, hay)
    if len(needle) >= len(hay):
        return 0, len(hay)
    found = partial_ratio_alignment(needle, hay)
    return (found.dest_start, found.dest_end) if found else None


def _fitted(needle: str, hay: str, first: int, last: int) -> tuple[int, int]:
    """The window with its ends moved, one after the other, to where the least share of words differs: what was left
    out or added shifts them.

    Of equally good windows the one as long as the quotation: a word changed at an end keeps its counterpart.
    """
    if len(needle) > anchors.LONG:
        return first, last  # anchors have done so
    room = min(_ROOM, max(3, len(needle)))
    earliest, latest = min(first, last - len(needle)) - room, max(last, first + len(needle)) + room
    starts = range(max(0, earliest), min(len(hay), first + room + 1))
    ends = range(max(1, last - room), min(len(hay), latest) + 1)

    def differs(start: int, end: int) -> tuple[float, int]:
        longer = max(len(needle), end - start)
        apart = Levenshtein.distance(needle, hay[start:end]) if start < end else longer
        return apart / longer, abs(end - start - len(needle))

    start = min(starts, key=lambda at: differs(at, last))
    by_start = start, min(ends, key=lambda at: differs(start, at))
    end = min(ends, key=lambda at: differs(first, at))
    by_end = min(starts, key=lambda at: differs(at, end)), end
    return min(by_start, by_end, key=lambda window: differs(*window))


def _diff(opcodes: Opcodes, quoted: Sequence[Token], text: str, words: Sequence[Token], record: str) -> Diff:
    parts: list[tuple[str, str]] = []
    for same, run in groupby(opcodes, key=lambda code: code.tag == "equal"):
        codes = list(run)
        ours = _spelling(words[codes[0].dest_start : codes[-1].dest_end], record)
        theirs = _spelling(quoted[codes[0].src_start : codes[-1].src_end], text)
        told = [("same", ours)] if same else [("missing", ours), ("added", theirs)]
        parts += [pair for pair in told if pair[1]]
    return tuple(parts)


def _spelling(tokens: Sequence[Token], text: str) -> str:
    return " ".join(text[tokens[0].start : tokens[-1].end].split()) if tokens else ""
