"""Words as a quotation check compares them: stricter than search, because “we’re” is not “were”.

The one normalisation (`normal`) drops apostrophes inside words and knows no signs. Whether a
quotation is verbatim hangs on both, so here an apostrophe inside a word is kept (its kind aside)
and a sign of money, of per cent or of degrees is a word of its own.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from ...normal import APOSTROPHES, normalise, words

_APOSTROPHE = re.compile("[" + re.escape("".join(sorted(APOSTROPHES))) + "]")
_MAYBE_SIGN = re.compile(r"[^\w\s.,;:!?()\[\]'\"“”‘’\-–—]")


class Token(NamedTuple):
    """A word or sign as it is compared, `plain` as the index knows it, and its characters `start:end`."""

    text: str
    plain: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words and signs of a text, in order.

    >>> [token.text for token in tokens("We’re £5.2 better–off, 10% of us")]
    ["we're", '£', '5', '2', 'better', 'off', '10', '%', 'of', 'us']
    """
    found = [Token(_spelt(text, w.text, w.start, w.end), w.text, w.start, w.end) for w in words(text)]
    signs = [Token(m[0], "", m.start(), m.end()) for m in _MAYBE_SIGN.finditer(text) if is_sign(m[0])]
    return sorted(found + signs, key=lambda token: (token.start, token.end)) if signs else found


def is_sign(character: str) -> bool:
    """Whether a character is a sign that changes what a figure says."""
    return character in "%‰°" or unicodedata.category(character) == "Sc"


def _spelt(text: str, plain: str, start: int, end: int) -> str:
    raw = text[start:end]
    if raw.isalnum() or not _APOSTROPHE.search(raw):
        return plain
    parts = [part for part in (normalise(part) for part in _APOSTROPHE.split(raw)) if part]
    return "'".join(parts)
