"""The part of a contribution to show: where most of the words looked for stand close together.

Marks are places in the contribution's own text, found by the same normalisation as the
index's, so that whoever prints the text can mark exactly what was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from msgspec import Struct

from ..normal import pattern_of, pattern_of_any, spelt
from .language import All, Any, Asked, Near, Phrase, Prefix, Word
from .meaning import Meaning

_SHOWN = 240  # characters, about


class Snippet(Struct, frozen=True):
    """Characters `start:end` of a text, and those in all of it that are marked."""

    start: int
    end: int
    marks: tuple[tuple[int, int], ...]
    html: str


class Marker:
    """Finds the words of one query in texts."""

    def __init__(self, asked: Asked | None, meaning: Meaning) -> None:
        patterns = [pattern for part in _looked_for(asked) for pattern in _patterns(part, meaning)]
        self._patterns = [re.compile(pattern) for pattern in dict.fromkeys(patterns)]

    def marks(self, text: str) -> list[tuple[int, int]]:
        """The characters of a text that were looked for, in order, none twice."""
        return [(start, end) for start, end, _ in self._marked(text)]

    def snippet(self, text: str) -> Snippet:
        """The part of a text to show."""
        marked = self._marked(text)
        first = _best(marked)
        start, end = _window(text, marked[first][0] if marked else 0, marked[first][1] if marked else 0)
        marks = tuple((a, b) for a, b, _ in marked)
        return Snippet(start, end, marks, _marked_up(text, start, end, marks))

    def _marked(self, text: str) -> list[tuple[int, int, int]]:
        """The characters marked, and by which of the patterns."""
        spelling = spelt(text)
        found = [
            (*spelling.place(match), number)
            for number, pattern in enumerate(self._patterns)
            for match in pattern.finditer(spelling.text)
        ]
        return _merged(sorted(found))


def _patterns(part: Word | Prefix | Phrase, meaning: Meaning) -> list[str]:
    if isinstance(part, Phrase):
        return [pattern_of(part.words)]
    if isinstance(part, Prefix):
        return [pattern_of([part.text], beginning=True)]
    forms = sorted(form.text for form in meaning.words_of(part))
    return [pattern_of_any(forms)] if forms else []


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
    best, most = 0, (0, 0)
    for place, (start, _, _) in enumerate(marked):
        within = [name for begins, _, name in marked[place : place + 20] if begins < start + _SHOWN]
        if (len(set(within)), len(within)) > most:
            best, most = place, (len(set(within)), len(within))
    return best


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
    parts, at = ["… " if start else ""], start
    for begins, ends in marks:
        if start <= begins and ends <= end:
            parts += [_shown(text[at:begins]), "<mark>", _shown(text[begins:ends]), "</mark>"]
            at = ends
    return "".join([*parts, _shown(text[at:end]), " …" if end < len(text) else ""])


def _shown(text: str) -> str:
    return escape(text.replace("\n\n", " "), quote=False)
