"""Corrections: which words are reprinted as wrong, where they were said, and how they should have been.

The Official Report prints a correction as a small play: an extract with the words in
question, their reference in brackets, a letter, and the words as they should have been.
The parts are told by the lines between them. What is reprinted is marked, since it was
said elsewhere and must be found there. A service's own fields settle what they say.
Whoever only seems to correct (a point of order, a statement) is noted and never believed.
Whether the corrected words are held, and where, is asked of the record, not here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from msgspec import Struct

from ..errors import UsageError
from ..reading import ReadContribution, ReadSitting
from .references import Reference, read_reference
from .turns import Turn

CORRECTIONS = "corrections"
_IN_WRITING = {"written-answers": "written-answer", "written-statements": "written-statement"}
_MAY_CORRECT = frozenset({"point-of-order", "statement", "written-statement", "written-answer"})
_SENTENCE = re.compile(r"[^.?!]*(?:[.?!](?!\s+[A-Z“])[^.?!]*)*[.?!]?")


class PrintedCorrection(Struct, frozen=True):
    """One correction of a sitting, by the places of its contributions among the sitting's.

    `by` has the words as they should have been, else who says that they were wrong; `quoted` has the words
    in question where they are reprinted, and `quote` is those words. `status`: `printed`, `field` (the service
    says what is corrected, by the id `of`) or `possible`. `reference` is the reference as printed.
    """

    by: int
    status: str
    quoted: int | None = None
    quote: str = ""
    reference: str | None = None
    of: str | None = None


class Corrected(NamedTuple):
    """The corrections of a sitting, and the paragraphs that they reprint: by contribution, the paragraphs' places."""

    corrections: tuple[PrintedCorrection, ...]
    reprinted: dict[int, tuple[int, ...]]


def corrections_in(sitting: ReadSitting, turns: Sequence[Turn], debates: Sequence[int]) -> Corrected:
    """What a sitting corrects. `turns` are its contributions in order, `debates` the debate of each section."""
    found: list[PrintedCorrection] = []
    reprinted: dict[int, tuple[int, ...]] = {}
    if sitting.chamber == CORRECTIONS:
        for own in _by_debate(turns, debates):
            entries = list(_Entry.in_debate(turns, own))
            found += [made for entry in entries if (made := entry.correction(turns))]
            for entry in entries:
                for place, paragraph in entry.reprinted:
                    reprinted[place] = (*reprinted.get(place, ()), paragraph)
    for place, turn in enumerate(turns):
        if turn.item.corrects:
            found.append(PrintedCorrection(place, "field", of=turn.item.corrects))
        elif sitting.chamber != CORRECTIONS and _seems_to_correct(turn, sitting):
            found.append(PrintedCorrection(place, "possible", reference=_reference_in(turn.item)))
    return Corrected(tuple(found), reprinted)


def reference_of(printed: str | None) -> Reference | None:
    """A printed reference, understood; None where there is none or it cannot be."""
    if not printed:
        return None
    try:
        return read_reference(printed)
    except UsageError:
        return None


def _by_debate(turns: Sequence[Turn], debates: Sequence[int]) -> Iterator[list[int]]:
    own: dict[int, list[int]] = {}
    for place, turn in enumerate(turns):
        if turn.item.corrects is None:
            own.setdefault(debates[turn.section], []).append(place)
    yield from own.values()


class _Entry:
    """One correction as it is being read: the extract, then the letter, then the words as they should have been."""

    def __init__(self) -> None:
        self.mode = "extract"
        self.reprinted: list[tuple[int, int]] = []
        self.quoted: list[int] = []
        self.correct: list[int] = []
        self.letter: list[int] = []
        self.reference: str | None = None

    @classmethod
    def in_debate(cls, turns: Sequence[Turn], own: Sequence[int]) -> Iterator[_Entry]:
        """The entries of one debate of the corrections; what shows no line of a correction is none."""
        entry = cls()
        for place in own:
            for number, paragraph in enumerate(turns[place].item.paragraphs):
                if _line("extract").search(paragraph.text):
                    if entry.said:
                        yield entry
                    entry = cls()
                else:
                    entry.take(turns[place], place, number)
        if entry.said:
            yield entry

    @property
    def said(self) -> bool:
        """Whether the lines of a correction were seen: otherwise nothing is known to be reprinted."""
        return bool(self.letter or (self.reference and self.quoted))

    def take(self, turn: Turn, place: int, number: int) -> None:
        """Take one paragraph."""
        text = turn.item.paragraphs[number].text
        if _line("reference").search(text):
            self.reference = self.reference or text
        elif _line("should").search(text):
            self._letter(place, "correct")
        elif self.mode == "extract" and _line("letter").search(text):
            self._letter(place, "letter")
        elif self.mode == "extract":
            self.reprinted.append((place, number))
            self._note(self.quoted, place)
        elif self.mode == "correct":
            self._note(self.correct, place)
        else:
            self._note(self.letter, place)

    def _letter(self, place: int, mode: str) -> None:
        self.mode = mode
        self._note(self.letter, place)

    @staticmethod
    def _note(places: list[int], place: int) -> None:
        if place not in places:
            places.append(place)

    def correction(self, turns: Sequence[Turn]) -> PrintedCorrection | None:
        """The correction that the entry makes; None where nobody's words are in question."""
        named = [place for place in self.correct if turns[place].key is not None]
        by = named[-1] if named else next(iter(self.letter or self.quoted), None)
        if by is None:
            return None
        voice = turns[by].key if named else None
        same = [place for place in self.quoted if turns[place].key == voice] if voice else []
        quoted = next(reversed(same or self.quoted), None)
        words = [turns[place].item.paragraphs[number].text for place, number in self.reprinted if place == quoted]
        return PrintedCorrection(by, "printed", quoted, " ".join(words), self.reference)


def _seems_to_correct(turn: Turn, sitting: ReadSitting) -> bool:
    kind = _IN_WRITING.get(sitting.chamber, turn.kind)
    if kind not in _MAY_CORRECT or not turn.spoken or turn.item.type == "Question":
        return False
    title = sitting.sections[turn.section].title.casefold()
    if kind == "written-statement" and any(word in title for word in _data()["possible"]["titles"]):
        return True
    opening = _opening(turn.item)
    return any(sign in opening for sign in _data()["possible"]["signs"]) and _said().search(opening) is not None


def _opening(item: ReadContribution) -> str:
    most: int = _data()["possible"]["words"]
    return " ".join(" ".join([p.text for p in item.paragraphs[:3]]).split(maxsplit=most)[:most])


def _reference_in(item: ReadContribution) -> str | None:
    """The first sentence of the opening words that can be read as a reference."""
    for found in _SENTENCE.finditer(_opening(item)):
        sentence = found[0].strip()
        if re.search(r"\bcol(?:umn)?s?\b|\bOfficial Report\b|\bvol\b", sentence) and reference_of(sentence):
            return sentence
    return None


@cache
def _line(kind: str) -> re.Pattern[str]:
    return re.compile(_data()["lines"][kind])


@cache
def _said() -> re.Pattern[str]:
    return re.compile(_data()["possible"]["said"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("corrections.toml").read_text(encoding="utf-8"))
