"""A contribution's words as they stand in the record, and whose they are.

Not every word printed under a name is that member's: an interjection, a procedural line, a passage
read out from somebody else. The words that a correction reprints as wrong are nobody's hit at all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from ...normal import normalise
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
        return normalise(self.text).split()

    @cached_property
    def words(self) -> list[Token]:
        """Every word printed."""
        return tokens(self.text)

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


def token_at(words: Sequence[Token], place: int) -> int:
    """The number of the first word that ends behind a character."""
    return bisect_right(words, place, key=lambda token: token.end)
