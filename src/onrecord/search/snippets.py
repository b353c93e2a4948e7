"""The part of a contribution to show: where most of the words looked for stand close together.

Marks are places in the contribution's own text, found by the same normalisation as the
index's, so that whoever prints the text can mark exactly what was found.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from html import escape

from msgspec import Struct

from ..normal import pattern_of, pattern_of_any, spelt
from .language import All, Any, Asked, Near, Phrase, Prefix, Word
from .meaning import Meaning

_SHOWN = 240  # characters, about
_LOOKED_AT = 20  # marks after the first


class Snippet(Struct, frozen=True):
    """Characters `start:end` of a text, and those in all of it that are marked."""

    start: int
    end: int
    marks: tuple[tuple[int, int], ...]
    html: str


class Marker:
    """Finds the words of one query in texts."""

    def __init__(self, asked: Asked | None, meaning: Meaning) -> None:
        self._sought = [sought for part in dict.fromkeys(_looked_for(asked)) for sought in _sought(part, meaning)]

    def marks(self, text: str) -> list[tuple[int, int]]:
        """The characters of a text that were looked for, in order, none twice."""
        return [(start, end) for start, end, _ in self._marked(text)]

    def snippet(self, text: str) -> Snippet:
        """The part of a text to show."""
        marked = self._marked(text)
        first = _best(marked)
        start, end = _window(text, marked[first][0] if marked else 0, marked[first][1] if marked else 0)
        marks = tuple([(a, b) for a, b, _ in marked])
        return Snippet(start, end, marks, _marked_up(text, start, end, marks))

    def _marked(self, text: str) -> list[tuple[int, int, int]]:
        """The characters marked, and by which of what was sought."""
        spelling = spelt(text)
        found = [
            (start, end, number)
            for number, sought in enumerate(self._sought)
            for start, end in [match.span() for match in sought.finditer(spelling.text)]
        ]
        if spelling.dropped or spelling.origins:
            found = [(*spelling.place(start, end), number) for start, end, number in found]
        return _merged(sorted(found)) if len(self._sought) > 1 or spelling.origins else found


def _sought(part: Word | Prefix | Phrase, meaning: Meaning) -> list[re.Pattern[str]]:
    """What one word or phrase of a query looks like in a text."""
    if isinstance(part, Phrase):
        return [re.compile(pattern_of(part.words))]
    if isinstance(part, Prefix):
        return [re.compile(pattern_of([part.text], beginning=True))]
    forms = [form.text for form in meaning.words_of(part)]
    return [re.compile(pattern_of_any(forms))] if forms else []


def _looked_for(asked: Asked | None) -> Iterator[Word | Prefix | Phrase]:
    """The words and phrases of a query that stand in the text of what is found."""
    if isinstance(asked, Word | Prefix | Phrase):
        if asked.field == "text":
            yield asked
    elif isinstance(asked, Near):
        yield from _looked_for(asked.one)
        yield from _looked_for(asked.other)
    elif isinstance(asked, All | Any):
        for part in asked.parts:
            yield from _looked_for(part)


def _merged(found: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    merged: list[tuple[int, int, int]] = []
    for start, end, name in found:
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1]), merged[-1][2]
        else:
            merged.append((start, end, name))
    return merged


def _best(marked: Sequence[tuple[int, int, int]]) -> int:
    """Which mark to begin with: the one after which most different words, then most marks, follow closely."""
    if len(marked) < 2 or marked[-1][0] < marked[0][0] + _SHOWN:
        return 0
    if len({name for _, _, name in marked}) == 1:
        return _densest([start for start, _, _ in marked])
    best, most, last = 0, (0, 0), 0
    within: dict[int, int] = {}
    for place, (start, _, name) in enumerate(marked):
        while last < len(marked) and last < place + _LOOKED_AT and marked[last][0] < start + _SHOWN:
            within[marked[last][2]] = within.get(marked[last][2], 0) + 1
            last += 1
        if (len(within), last - place) > most:
            best, most = place, (len(within), last - place)
        within[name] -= 1
        if not within[name]:
            del within[name]
    return best


def _densest(starts: Sequence[int]) -> int:
    """Which of these places is followed most closely by others: the first of them."""
    behind = [min(bisect_left(starts, start + _SHOWN), place + _LOOKED_AT) for place, start in enumerate(starts)]
    return max(range(len(starts)), key=lambda place: behind[place] - place)


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """Some words before the first mark and the rest after it, cut at blanks."""
    first = max(0, start - _SHOWN // 4)
    if first:
        blank = text.find(" ", first, start)
        first = blank + 1 if blank >= 0 else start
    last = max(first + _SHOWN, end)
    if last >= len(text):
        return first, len(text)
    blank = text.rfind(" ", end, last)
    return first, blank if blank > 0 else last


def _marked_up(text: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> str:
    shown = text[start:end]
    written = _escaped if "&" in shown or "<" in shown or ">" in shown else str
    parts, at = ["… " if start else ""], start
    for begins, ends in marks[bisect_left(marks, (start, 0)) :]:
        if ends > end:
            break
        parts += [written(text[at:begins]), "<mark>", written(text[begins:ends]), "</mark>"]
        at = ends
    return "".join([*parts, written(text[at:end]), " …" if end < len(text) else ""]).replace("\n\n", " ")


def _escaped(text: str) -> str:
    return escape(text, quote=False)
