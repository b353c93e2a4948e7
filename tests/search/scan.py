"""Search by brute force: every contribution of a JSON export read through, with rules written anew.

Nothing of `onrecord` is used. Stems are those of tantivy's own analyser, which is what the documentation promises.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

import tantivy

Line = dict[str, Any]
_STEMS = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.stemmer("english")).build()
_SPELT = {"æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ħ": "h", "ı": "i"}


@cache
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, character by character: letters and figures make words, apostrophes inside do not part."""
    plain: list[str] = []
    for character in text.replace("½", " 1 2 ").replace("¼", " 1 4 ").replace("¾", " 3 4 "):
        for one in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold()):
            if unicodedata.category(one) in ("Mn", "Mc", "Me", "Cf"):
                continue
            plain.append(_SPELT.get(one, "'" if one in "'’‘‛ʼʹ`´′＇" else one))
    spelt = "".join(plain)
    kept = [
        c
        for i, c in enumerate(spelt)
        if c != "'" or not (0 < i < len(spelt) - 1 and spelt[i - 1].isalnum() and spelt[i + 1].isalnum())
    ]
    return tuple(re.findall(r"[^\W_]+", "".join(kept).lower()))


@cache
def stem(word: str) -> str:
    found = _STEMS.analyze(word)
    return found[0] if found else word


@cache
def stems(text: str) -> tuple[str, ...]:
    return tuple(map(stem, tokens(text)))


def has_word(line: Line, word: str) -> bool:
    return stem(word) in stems(line["text"])


def has_phrase(line: Line, words: tuple[str, ...]) -> bool:
    found = tokens(line["text"])
    return any(found[i : i + len(words)] == words for i in range(len(found) - len(words) + 1))


def has_near(line: Line, one: str, other: str, distance: int) -> bool:
    found = stems(line["text"])
    first = [i for i, word in enumerate(found) if word == stem(one)]
    second = [i for i, word in enumerate(found) if word == stem(other)]
    return any(0 < abs(i - j) <= distance for i in first for j in second)


def has_beginning(line: Line, beginning: str) -> bool:
    return any(word.startswith(beginning) for word in tokens(line["text"]))
