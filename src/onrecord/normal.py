"""How words compare: the one normalisation, used by index, query, quotation check and hashing.

Two texts are the same words if they differ in nothing but case, accents, ligatures, soft
hyphens, kinds of quotation mark and dash, white space and punctuation. An apostrophe inside
a word is dropped ("don’t" is "dont"); everything else that is neither letter nor figure parts
words, a hyphen as well. Old spellings are other words and stay. Signs such as "£" and "%" are
not words: whoever must tell "£5" from "5" looks at the text, to which each word leads back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

APOSTROPHES = frozenset("'’‘‛ʼʹ`´′＇")
_LETTERS = {"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ħ": "h", "ı": "i"}
_SET_ASIDE = frozenset({"Mn", "Mc", "Me", "Cf"})  # accents; soft hyphens and other characters without a shape
_INSIDE = re.compile(r"'(?<=[^\W_].)(?=[^\W_])", re.DOTALL)
_PARTING = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ODD = re.compile(r"[^\x00-\x5f\x61-\x7f]")  # beyond ASCII, and `
_BEGINS = r"(?<![^\W_])(?<![^\W_]')"
_ENDS = r"(?!'?[^\W_])"
_ASCII = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 32 for code in range(128)).ljust(256, b" ")


class Word(NamedTuple):
    """A normalised word, and the characters `start:end` of the text that it was made from."""

    text: str
    start: int
    end: int


def normalise(text: str) -> str:
    """The words of a text, parted by single blanks.

    >>> normalise("“Don’t—the  co\\u00adoperative Café’s ‘waﬄe’!”")
    'dont the cooperative cafes waffle'
    >>> normalise("a well-being fund of £3½ million"), normalise("the Members’ Fund"), normalise("… – !")
    ('a well being fund of 3 1 2 million', 'the members fund', '')
    """
    plain = _replaced(text, _odd(text))
    if "'" in plain:
        plain = _INSIDE.sub("", plain)
    if plain.isascii():
        return b" ".join(plain.encode().translate(_ASCII).split()).decode()
    return _PARTING.sub(" ", plain.lower()).strip()


def words(text: str) -> list[Word]:
    """The words of `normalise(text)`, each with its place in `text`.

    >>> words("The “naïve” Mr. O’Hara")[1:]
    [Word(text='naive', start=5, end=10), Word(text='mr', start=12, end=14), Word(text='ohara', start=16, end=22)]
    >>> [text[word.start : word.end] for text in ["co\\u00adop, 3½"] for word in words(text)]
    ['co\\xadop', '3', '½', '½']
    """
    spelling = spelt(text)
    found = _WORD.finditer(spelling.text)
    if spelling.places is None:
        return [Word(m[0].replace("'", ""), m.start(), m.end()) for m in found]
    return [Word(m[0].replace("'", ""), *spelling.place(m)) for m in found]


class Spelling(NamedTuple):
    """A text as its words are compared, apostrophes and what parts words still in it; and the way back.

    `places` has for each character where it came from, and at the end the end; None where each kept its place.
    """

    text: str
    places: list[int] | None

    def place(self, match: re.Match[str]) -> tuple[int, int]:
        """The characters of the original that a match in `text` was made from, accents after it included."""
        start, end = match.span()
        if self.places is None:
            return start, end
        return self.places[start], max(self.places[end - 1] + 1, self.places[end])


def spelt(text: str) -> Spelling:
    """A text in which words can be found by `pattern_of`, and led back to their places."""
    odd = _odd(text)
    if all(len(folded) == 1 for folded in odd.values()):
        return Spelling(_replaced(text, odd).lower(), None)
    plain, places = _with_places(text, odd)
    return Spelling(plain.lower(), places)


def pattern_of(phrase: Sequence[str], *, beginning: bool = False) -> str:
    """A pattern that finds these normalised words, one after the other, in a `Spelling`; as whole words only.

    With `beginning`, the last of them is the beginning of a word.

    >>> [m[0] for m in re.finditer(pattern_of(["dont"]), spelt("Don’t; dont, donts").text)]
    ["don't", 'dont']
    """
    rest = r"(?:'?[^\W_])*" if beginning else ""
    return _BEGINS + rf"{_ENDS}[\W_]+".join(map(_spelt_out, phrase)) + rest + _ENDS


def pattern_of_any(alternatives: Sequence[str]) -> str:
    """A pattern that finds any of these normalised words in a `Spelling`, as whole words only."""
    return f"{_BEGINS}(?:{'|'.join(map(_spelt_out, alternatives))}){_ENDS}"


def _spelt_out(word: str) -> str:
    return "'?".join(map(re.escape, word))


def _odd(text: str) -> dict[str, str]:
    """The characters of a text that are not compared as they stand, and what stands for each."""
    if text.isascii() and "`" not in text:
        return {}
    return {character: _folded(character) for character in set(_ODD.findall(text))}


def _replaced(text: str, odd: Mapping[str, str]) -> str:
    if len(odd) > 50:
        return "".join([odd.get(character, character) for character in text])
    for character, folded in odd.items():  # few kinds in many characters
        text = text.replace(character, folded)
    return text


def _with_places(text: str, odd: Mapping[str, str]) -> tuple[str, list[int]]:
    """The folded text, for each of its characters the place in `text` it came from, and at the end the end."""
    parts: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        folded = odd.get(character, character)
        parts.append(folded)
        places += [place] * len(folded)
    return "".join(parts), [*places, len(text)]


@lru_cache(maxsize=8192)
def _folded(character: str) -> str:
    """What a character stands for: letters and figures, an apostrophe, nothing, or a blank."""
    if character in APOSTROPHES:
        return "'"
    decomposed = unicodedata.normalize("NFKD", character)
    parted = len(decomposed) > 1 and "\N{FRACTION SLASH}" in decomposed
    plain = "".join(map(_plain, unicodedata.normalize("NFKD", decomposed.casefold())))
    return f" {plain} " if parted else plain


def _plain(character: str) -> str:
    if character in APOSTROPHES:
        return "'"
    if character in _LETTERS:
        return _LETTERS[character]
    if unicodedata.category(character) in _SET_ASIDE:
        return ""
    return character if character.isalnum() else " "
