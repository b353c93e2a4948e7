"""A contribution's words as they stand in the record, and whose they are.

Not every word printed under a name is that member's: an interjection, a procedural line, a passage
read out from somebody else. The words that a correction reprints as wrong are nobody's hit at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from ...normal import WORD, Spelling, parted, pattern_of, spelt
from ...reading import Paragraph
from .tokens import Token, tokens

NOT_THEIRS = frozenset({"procedural", "interjection", "quotation", "quoted-error"})


class Voice(NamedTuple):
    """Characters `start:end` of a contribution's text that are not its speaker's words; `kind` says what they are."""

    start: int
    end: int
    kind: str


class Standing:
    """The words of one contribution in order. `text` is the contribution's, paragraphs parted by a blank line."""

    def __init__(self, id: str, paragraphs: Sequence[Paragraph]) -> None:
        self.id = id
        self.text = "\n\n".join(paragraph.text for paragraph in paragraphs)
        self.voices = list(_voices(paragraphs))

    @cached_property
    def plain(self) -> list[str]:
        """Its words as the index knows them: ten times quicker to have than `words`."""
        return parted(self.text).split()

    def stretches(self, plain: Sequence[str]) -> Iterator[tuple[int, int]]:
        """The characters in which these words, as the index knows them, stand one after the other."""
        pattern, at = _pattern(tuple(plain)), self.spelling.text.find(plain[0])
        while at >= 0:
            if match := pattern.match(self.spelling.text, at):
                yield self.spelling.place(*match.span())
            at = self.spelling.text.find(plain[0], at + 1)

    @cached_property
    def spelling(self) -> Spelling:
        """Its text as words are compared, every word leading back to its place."""
        return spelt(self.text)

    @cached_property
    def interrupted(self) -> bool:
        """Whether somebody else's words, or nobody's, stand between the speaker's."""
        return any(voice.kind != "quotation" for voice in self.voices)

    @cached_property
    def words(self) -> list[Token]:
        """Every word printed."""
        return tokens(self.text)

    def part(self, first: int, last: int) -> list[Token]:
        """The words printed from one number of `plain` up to another: a long speech has thousands beside."""
        places = self._places[first:last]
        if not places:
            return []
        start, end = self.spelling.place(places[0][0], places[-1][1])
        return [t._replace(start=t.start + start, end=t.end + start) for t in tokens(self.text[start:end])]

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        return [match.span() for match in WORD.finditer(self.spelling.text)]

    @cached_property
    def own(self) -> list[Token]:
        """The words that are the speaker's own: what others say between them is stepped over."""
        aside = [voice for voice in self.voices if voice.kind != "quotation"]
        if not aside:
            return self.words
        return [token for token in self.words if _voice_at(aside, token.start, token.end) is None]

    def voice(self, start: int, end: int) -> str | None:
        """What the characters are if they all stand in one voice that is not the speaker's, else None."""
        return _voice_at(self.voices, start, end)


@lru_cache(maxsize=64)
def _pattern(plain: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(pattern_of(plain))


def _voices(paragraphs: Iterable[Paragraph]) -> Iterable[Voice]:
    at = 0
    for paragraph in paragraphs:
        end = at + len(paragraph.text)
        if paragraph.kind in NOT_THEIRS:
            yield Voice(at, end, paragraph.kind)
        for span in paragraph.spans:
            if span.kind in NOT_THEIRS:
                yield Voice(at + span.start, at + span.end, span.kind)
        at = end + 2


def _voice_at(voices: Sequence[Voice], start: int, end: int) -> str | None:
    return next((voice.kind for voice in voices if voice.start <= start and end <= voice.end), None)
