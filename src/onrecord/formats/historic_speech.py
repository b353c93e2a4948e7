"""A paragraph of the historic archive as what somebody says, or what nobody does.

The files mark the name of who speaks and, mostly, the words spoken; there are no ids. A
name missed by whoever marked the files still stands in capitals before a colon and is
taken for what it is. Words under no name are nobody's only if they read so: set phrases,
notes in italics or in the middle of the line, and the clauses and motions that hang on
them. All others stay words of somebody whom the source does not name. Who that is, is
not guessed here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from lxml import etree

from ..reading import Mark, Paragraph
from . import voices
from .hansard_tags import named
from .historic_text import Stretch

_NUMBER = re.compile(r"(Q?\d{1,3})\s?\.\s*(?:and\s+\d{1,3}\s?\.?\s*)?$")
_WORD = re.compile(r"[a-z]{2}")
_REVISED = re.compile(r"[*†‡\s]+")
_SENTENCE_ENDS = tuple('.?!—–:"”’)]')
_CLOCK = re.compile(
    r"\[?(?P<hour>\d{1,2})(?:[.:·\u2027\u2022](?P<minute>\d{1,2}))?\s?(?:(?P<half>[ap])\.?\s?m\.?|(?P<noon>noon))\]?\.?"
)
_HANGS = re.compile(r"""["“'‘(\[]|That\b|\d+[.,—–-]|Page\b|Clauses?\b|Line\b|After\b|Leave out\b|Amendments?\b""")


@dataclass(slots=True)
class Piece:
    """A stretch of a paragraph in one voice. `name` is the attribution as printed, None under no name."""

    name: str | None = None
    number: str | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)
    column: str | None = None
    column_end: str | None = None
    apart: list[str] = field(default_factory=list)
    numbering: list[str] = field(default_factory=list)


def read_pieces(stretches: Iterable[Stretch]) -> list[Piece]:
    """A paragraph's pieces in order: usually one."""
    reader = _Reader()
    for stretch in stretches:
        reader.add(stretch)
    return reader.finished()


class _Reader:
    def __init__(self) -> None:
        self.pieces = [Piece()]
        self.words: list[str] = []
        self.begun: str | None = None  # the column in which the words in hand begin
        self.running: str | None = None

    def add(self, stretch: Stretch) -> None:
        shape, text, self.running = stretch.shape, stretch.text, stretch.column_end
        if shape == "text":
            self._text(text, stretch.column)
        elif shape == "break":
            self._end()
        elif text and shape == "member":
            self._name(text)
        elif text:
            self._end()
            self._keep(Paragraph(shape, text, stretch.column, rows=stretch.rows))

    def finished(self) -> list[Piece]:
        self._end()
        return [_decided(_unmarked(piece)) for piece in self.pieces if piece.paragraphs or piece.name or piece.apart]

    def _text(self, text: str, column: str | None) -> None:
        if not self.words:
            self.begun = column
        self.words.append(text)

    def _name(self, name: str) -> None:
        """A printed name opens a piece, unless it stands in the middle of somebody's sentence."""
        piece = self.pieces[-1]
        if piece.name is not None and self.words and not self.words[-1].endswith(_SENTENCE_ENDS):
            self._text(name, self.running)
            return
        if piece.name is not None or (piece.paragraphs and self.words):
            self._end()
            self.pieces.append(piece := Piece())
        before = " ".join(self.words)
        self.words = []
        piece.name = name.strip(" :")
        piece.apart += name.split()
        if (found := _NUMBER.search(before)) and not before[: found.start()].strip(" *†"):
            piece.number = found[1]
            piece.numbering = before.split()
        elif _REVISED.fullmatch(before or "*"):
            piece.apart += before.split()
        else:
            self._text(before, self.running)

    def _end(self) -> None:
        if not self.words:
            return
        text = " ".join(self.words)
        self.words = []
        piece = self.pieces[-1]
        if text.startswith(":") and piece.name is not None and not piece.paragraphs:
            piece.apart.append(":")
            text = text[1:].lstrip()
        if text:
            self._keep(voices.paragraph(text, column=self.begun))

    def _keep(self, paragraph: Paragraph) -> None:
        piece = self.pieces[-1]
        if not piece.paragraphs:
            piece.column = paragraph.column
        piece.paragraphs.append(paragraph)
        piece.column_end = self.running


def _unmarked(piece: Piece) -> Piece:
    """A piece whose name was not marked as one: in capitals before a colon, at its beginning."""
    first = piece.paragraphs[0] if piece.paragraphs else None
    if piece.name is not None or first is None or not (found := _heads().match(first.text)):
        return piece
    rest = first.text[found.end() :].lstrip()
    piece.apart += first.text[: found.end()].split()
    piece.name = found["name"].strip()
    piece.paragraphs[:1] = [voices.paragraph(rest, column=first.column)] if rest else []
    return piece


def _decided(piece: Piece) -> Piece:
    """A piece in which what was moved or decided on somebody's words, printed behind them, is nobody's."""
    for place in range(1, len(piece.paragraphs) if piece.name is not None else 0):
        each = piece.paragraphs[place]
        if each.kind == "text" and _behind(each.text):
            piece.paragraphs[place] = Paragraph("procedural", each.text, each.column)
    return piece


@lru_cache(maxsize=4096)
def mark_of(attribution: str) -> Mark:
    """What a printed name tells of who speaks.

    >>> mark_of("THE SECRETARY OF STATE FOR FOG (VISCOUNT EXAMPLE)")
    Mark(key=None, name='VISCOUNT EXAMPLE', office='THE SECRETARY OF STATE FOR FOG', collective=False)
    >>> mark_of("Mr. Example").name, mark_of("HON. MEMBERS").collective
    ('Mr. Example', True)
    """
    plain = attribution.lstrip("*†‡ ")
    if voices.is_collective(plain):
        return Mark(name=attribution, collective=True)
    name, office = named(plain)
    found = _data()["office"]["pattern"].fullmatch(plain)
    if found and office is None:
        name, office = found["name"], found["office"].strip()
    return Mark(name=name, office=office)


def clock_of(text: str) -> str | None:
    """The time that a line of its own prints, as HH:MM:SS.

    >>> clock_of("7.40 pm"), clock_of("11·25 pm"), clock_of("8.9 pm"), clock_of("12 noon"), clock_of("12. The fog.")
    ('19:40:00', '23:25:00', '20:09:00', '12:00:00', None)
    """
    found = _CLOCK.fullmatch(text.strip())
    if found is None or int(found["hour"]) > 12 or int(found["minute"] or 0) > 59:
        return None
    hour = int(found["hour"]) % 12 + (12 if found["noon"] or found["half"] == "p" else 0)
    return f"{hour:02}:{int(found['minute'] or 0):02}:00"


def reads_nobodys(element: etree._Element, paragraphs: Sequence[Paragraph], hanging: bool) -> bool:
    """Whether words under no name are nobody's; `hanging` says that nobody's words stand right before them."""
    texts = [each.text for each in paragraphs]
    if any(voices.first_person(text) for text in texts):
        return voices.is_impersonal(texts)
    if element.get("align") == "center" or _in_italics(element) or any(_is_phrase(each) for each in paragraphs):
        return True
    if hanging and _HANGS.match(texts[0]):
        return True
    return all(_phrases().match(text) for text in texts)


def _is_phrase(paragraph: Paragraph) -> bool:
    """Whether a paragraph, known not to be in the first person, is a set phrase or a heading.

    Plain text is no set phrase: else it would have been read as one.
    """
    if paragraph.kind != "text" and voices.reads_procedural(paragraph.text):
        return True
    return voices.reads_as_heading(paragraph.text)


def _in_italics(element: etree._Element) -> bool:
    """Whether a paragraph is printed in italics, but for its punctuation and the names in it."""
    if element.find("i") is None:
        return False
    plain = (element.text or "") + "".join(child.tail or "" for child in element)
    return _WORD.search(plain) is None


def as_printed(paragraphs: Sequence[Paragraph], hanging: bool) -> Iterator[Paragraph]:
    """Nobody's paragraphs: what hangs on a set phrase is what was moved, all else is procedural."""
    for each in paragraphs:
        if each.kind not in ("text", "quotation"):
            yield each
        else:
            moved = hanging and _HANGS.match(each.text) is not None
            yield Paragraph("motion" if moved else "procedural", each.text, each.column)


def asker_of(text: str) -> str | None:
    """The name that opens a written question in which no name is marked.

    >>> asker_of("Mr. Example asked the Secretary of State for Fog whether it will lift.")
    'Mr. Example'
    """
    found = _data()["asked"]["pattern"].match(text)
    return found["name"] if found else None


def _behind(text: str) -> bool:
    """Whether a paragraph of its own behind somebody's words tells what was moved or decided on them."""
    told = _data()["behind"]
    return text.startswith(told["opens"]) and told["pattern"].fullmatch(text) is not None


def _heads() -> re.Pattern[str]:
    pattern: re.Pattern[str] = _data()["head"]["pattern"]
    return pattern


def _phrases() -> re.Pattern[str]:
    pattern: re.Pattern[str] = _data()["phrase"]["pattern"]
    return pattern


@cache
def _data() -> dict[str, dict[str, Any]]:
    data = tomllib.loads(files(__package__).joinpath("historic.toml").read_text(encoding="utf-8"))
    for table in ("office", "asked", "head"):
        data[table]["pattern"] = re.compile(data[table]["form"])
    behind = data["behind"]
    behind["opens"], behind["pattern"] = tuple(behind["opens"]), re.compile("|".join(behind["forms"]))
    data["phrase"]["pattern"] = re.compile("|".join(f"(?:{form})" for form in data["phrase"]["forms"]))
    return data
