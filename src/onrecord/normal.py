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
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

APOSTROPHES = frozenset("'’‘‛ʼʹ`´′＇")
_LETTERS = {"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ħ": "h", "ı": "i"}
_USUAL = (("’", "'"), ("‘", "'"), ("“", " "), ("”", " "), ("—", " "), ("–", " "), ("£", " "))  # nearly all there are
_SET_ASIDE = frozenset({"Mn", "Mc", "Me", "Cf"})  # accents; soft hyphens and other characters without a shape
_INSIDE = re.compile(r"'(?<=[^\W_].)(?=[^\W_])", re.DOTALL)
_PARTING = re.compile(r"[\W_]+")
WORD = re.compile(r"[^\W_]+")
_ENDS = r"(?![^\W_])"
_ASCII = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 32 for code in range(128)).ljust(256, b" ")
_AS_THEY_STAND = bytes(code for code in range(128) if chr(code) != "`")


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
    return " ".join(parted(text).split())


def parted(text: str) -> str:
    """The same words with any number of blanks around them: for whoever splits them, and quicker.

    >>> parted("Don’t—stop!").split()
    ['dont', 'stop']
    """
    plain = _usual(text)
    plain = _replaced(plain, _odd(plain))
    if "'" in plain:
        plain = _INSIDE.sub("", plain)
    return plain.encode().translate(_ASCII).decode() if plain.isascii() else _PARTING.sub(" ", plain.lower())


def words(text: str) -> list[Word]:
    """The words of `normalise(text)`, each with its place in `text`.

    >>> words("The “naïve” Mr. O’Hara")[1:]
    [Word(text='naive', start=5, end=10), Word(text='mr', start=12, end=14), Word(text='ohara', start=16, end=22)]
    >>> [text[word.start : word.end] for text in ["co\\u00adop, 3½"] for word in words(text)]
    ['co\\xadop', '3', '½', '½']
    """
    spelling = spelt(text)
    found = WORD.finditer(spelling.text)
    if spelling.dropped or spelling.origins:
        return [Word(m[0], *spelling.place(*m.span())) for m in found]
    return [Word(m[0], *m.span()) for m in found]


class Origins:
    """Where the characters of a folded text came from, stretch by stretch: most of a text keeps its places."""

    def __init__(self, text: str, folded: Mapping[str, str]) -> None:
        self._begins: list[int] = []
        self._origins: list[int] = []
        self._moves: list[bool] = []
        parts, at, length = [], 0, 0
        for match in re.finditer(f"[{re.escape(''.join(folded))}]", text):
            kept, instead = text[at : match.start()], folded[match[0]]
            parts += [kept, instead]
            self._add(length, at, moves=True)
            length += len(kept)
            self._add(length, match.start(), moves=False)
            length += len(instead)
            at = match.end()
        self._add(length, at, moves=True)
        parts.append(text[at:])
        self.text = "".join(parts)

    def _add(self, begins: int, origin: int, *, moves: bool) -> None:
        self._begins.append(begins)
        self._origins.append(origin)
        self._moves.append(moves)

    def __getitem__(self, place: int) -> int:
        stretch = bisect_right(self._begins, place) - 1
        return self._origins[stretch] + (place - self._begins[stretch]) * self._moves[stretch]


class Spelling(NamedTuple):
    """A text as its words are compared, with what parts them still in it; and the way back to the text it was.

    `dropped`: the places in `text` from which on one more apostrophe inside a word was dropped before. `origins`
    lead on to where there are characters that do not stand for just one.
    """

    text: str
    dropped: Sequence[int] = ()
    origins: Origins | None = None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the original that some of `text` were made from, accents after it included."""
        if self.dropped:
            start += bisect_right(self.dropped, start)
            last, end = end - 1 + bisect_right(self.dropped, end - 1), end + bisect_right(self.dropped, end)
        else:
            last = end - 1
        if self.origins is None:
            return start, end
        return self.origins[start], max(self.origins[last] + 1, self.origins[end])


def spelt(text: str) -> Spelling:
    """A text in which words can be found by `pattern_of`, and led back to their places."""
    plain, origins = _usual(text), None
    if odd := _odd(plain):
        plain = _replaced(plain, {character: folded for character, folded in odd.items() if len(folded) == 1})
        if several := {character: folded for character, folded in odd.items() if len(folded) != 1}:
            origins = Origins(plain, several)
            plain = origins.text
    inside = [match.start() for match in _INSIDE.finditer(plain)] if "'" in plain else []
    if inside:
        plain = _INSIDE.sub("", plain)
    return Spelling(plain.lower(), [place - number for number, place in enumerate(inside)], origins)


def pattern_of(phrase: Sequence[str], *, beginning: bool = False) -> str:
    """A pattern that finds these normalised words, one after the other, in a `Spelling`; as whole words only.

    With `beginning`, the last of them is the beginning of a word. A pattern opens with letters, and what stands before
    them is looked at afterwards: a text is searched for letters ten times as quickly as for a place without one.

    >>> [m[0] for m in re.finditer(pattern_of(["dont"]), spelt("Don’t; dont, donts, adont").text)]
    ['dont', 'dont']
    """
    rest = r"[^\W_]*" if beginning else ""
    first, *others = map(re.escape, phrase)
    return r"[\W_]+".join([_opening(first), *others]) + rest + _ENDS


def pattern_of_any(alternatives: Iterable[str]) -> str:
    """A pattern that finds any of these normalised words in a `Spelling`, as whole words only.

    >>> [m[0] for m in re.finditer(pattern_of_any(["taxing", "tax"]), "tax, taxes, untaxing; taxing")]
    ['tax', 'taxing']
    """
    words = sorted(alternatives)
    alike = _beginning(words[0], words[-1])
    return f"{_opening(re.escape(alike))}(?:{'|'.join(re.escape(word[len(alike) :]) for word in words)}){_ENDS}"


def _opening(letters: str) -> str:
    """These letters, where no other letter or figure stands before them."""
    return rf"{letters}(?<![^\W_]{letters})"


def _beginning(first: str, last: str) -> str:
    """How two words begin alike, and with them all that stand between them in the alphabet."""
    alike = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[:alike]


def _usual(text: str) -> str:
    """A text with nearly all that is odd in it replaced: then most are plain, and need not be looked through."""
    if not text.isascii():
        for character, folded in _USUAL:
            text = text.replace(character, folded)
    return text


def _odd(text: str) -> dict[str, str]:
    """The characters of a text that are not compared as they stand, and what stands for each."""
    if text.isascii() and "`" not in text:
        return {}
    left = text.encode("utf-8", "surrogatepass").translate(None, _AS_THEY_STAND)
    return {character: _folded(character) for character in set(left.decode("utf-8", "surrogatepass"))}


def _replaced(text: str, odd: Mapping[str, str]) -> str:
    if len(odd) > 50:
        return "".join([odd.get(character, character) for character in text])
    for character, folded in odd.items():  # few kinds in many characters
        text = text.replace(character, folded)
    return text


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
