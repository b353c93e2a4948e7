"""What a quoter did to the words: left some out, put some in, changed a capital.

A quotation is read twice. Literally first, since Hansard itself prints dots and brackets
("[Interruption.]"). Then with the conventions of quoting: dots (…, ..., [...]) part it into pieces
that must follow each other, words in square brackets are the quoter's own, and a bracketed letter
at the head of a word ("[T]he") is that word with another capital.
"""

from __future__ import annotations

import re

from msgspec import Struct

from .tokens import Token, tokens

_DOTS = r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]|…\.?|\.\s?\.\s?\.(?:\s?\.)?"
_MARKS = re.compile(rf"(?P<dots>{_DOTS})|(?P<letter>\[(?P<cap>[^\W\d_])\](?=\w))|\[(?P<words>[^\[\]]*)\]")


class Piece(Struct, frozen=True):
    """Words that must stand unbroken. `dots`: something was left out before them; `inserted`: the quoter's words
    put in before them."""

    words: tuple[Token, ...]
    dots: bool = False
    inserted: tuple[str, ...] = ()


class Quotation(Struct, frozen=True):
    """A quotation as given, its words taken literally, and its pieces by the conventions of quoting.

    `trailing`: words the quoter put in at the end.
    """

    text: str
    literal: tuple[Token, ...]
    pieces: tuple[Piece, ...]
    trailing: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether the conventions of quoting say nothing that the literal words don't."""
        return len(self.pieces) == 1 and not self.inserted and self.pieces[0].words == self.literal

    @property
    def inserted(self) -> tuple[str, ...]:
        """Every word that the quoter put in."""
        return (*(word for piece in self.pieces for word in piece.inserted), *self.trailing)

    @property
    def kept(self) -> tuple[Token, ...]:
        """The words that are claimed to be the record's, in order."""
        return tuple(token for piece in self.pieces for token in piece.words)


def read_quotation(text: str) -> Quotation:
    """A quotation, read both ways.

    >>> read = read_quotation("“[T]he pots … are [still] in use.”")
    >>> [[token.text for token in piece.words] for piece in read.pieces], read.inserted
    ([['the', 'pots'], ['are'], ['in', 'use']], ('still',))
    """
    pieces: list[Piece] = []
    inserted: list[str] = []
    dots, start = False, 0
    plain = _with_capitals(text)

    def close(end: int) -> None:
        nonlocal dots, inserted
        found = tuple(_moved(plain[start:end], start))
        if found:
            pieces.append(Piece(found, dots, tuple(inserted)))
            dots, inserted = False, []

    for mark in _MARKS.finditer(plain):
        close(mark.start())
        start = mark.end()
        if mark["dots"]:
            dots = True
        elif mark["words"] is not None:
            inserted += [token.text for token in tokens(mark["words"])]
    close(len(plain))
    return Quotation(text, tuple(tokens(text)), tuple(pieces), tuple(inserted))


def _with_capitals(text: str) -> str:
    """The text with "[T]he" as "The": two blanks stand for the brackets, so that places stay."""
    return re.sub(r"(?<!\w)\[([^\W\d_])\](?=\w)", lambda found: f"  {found[1]}", text)


def _moved(text: str, by: int) -> list[Token]:
    return [token._replace(start=token.start + by, end=token.end + by) for token in tokens(text)]
