"""A division of the historic archive: printed tables of names, in the words of the page.

The tables were printed in columns, a side under its heading, tellers last, and the page
often ended in the middle of one. Which side a name stands on is told by the heading last
passed; a table that goes on without a heading goes on with the division before it. Names
are as printed ("Hogg, Hon Douglas (Gr'th'm)"), and nobody is looked up by them here. The
counts are those of the line that announces them; where none stands near, there are none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from ..reading import Paragraph, ReadDivision, Vote
from .historic_speech import clock_of
from .historic_text import words_of

_SIDE = re.compile(r"\W*(AYES?|NOES?|NO[TN][- ]?CONTENTS?|CONTENTS?)\W*", re.I)
_NUMBER = re.compile(r"\W*Division No\.?,? ?(\d+)\W*", re.I)
_TELLERS = re.compile(r"\W*Tellers? for the (Ayes|Noes|Contents|Not[- ]Contents)\W*", re.I)
_TELLER = re.compile(r"\bTellers?\b", re.I)
_COUNTS = re.compile(r"\b(Ayes|Noes|Not[- ]?[Cc]ontents|Contents)\b[,:;. ]*(\d{1,3})\b", re.I)
_BETWEEN_TELLERS = re.compile(r"\s+and(?:\s+|$)", re.I)
_MISCOUNTED = 2
_TITLES = {"contents", "not contents", "ayes", "noes"}


@dataclass(slots=True)
class Counting:
    """A division while its tables are read. `apart` are words between names that are nobody's."""

    source_id: str
    section: int
    column: str | None
    time: str | None
    number: str | None = None
    side: str | None = None
    counts: dict[str, int] = field(default_factory=dict)
    votes: list[Vote] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)

    def agrees(self, counts: dict[str, int]) -> bool:
        """Whether as many are named on each side as these counts say, but for tellers and what a scanner missed."""
        named = Counter(vote.side for vote in self.votes)
        return bool(counts) and all(abs(named[side] - count) <= _MISCOUNTED for side, count in counts.items())

    def read(self) -> ReadDivision:
        """The division as a reading has it."""
        return ReadDivision(
            source_id=self.source_id,
            section=self.section,
            number=self.number,
            counts=self.counts,
            votes=tuple(self.votes),
            column=self.column,
            time=self.time,
            paragraphs=tuple(self.paragraphs),
        )


def counts_in(texts: Iterable[str]) -> dict[str, int]:
    """The counts that a line announces.

    >>> counts_in(["The House divided: Ayes 69, Noes 87."])
    {'aye': 69, 'no': 87}
    """
    for text in texts:
        found = {side_of(side): int(count) for side, count in _COUNTS.findall(text)}
        if len(found) == 2:
            return found
    return {}


def side_of(printed: str) -> str:
    """A side by its heading.

    >>> side_of("AYES."), side_of("NOT-CONTENTS"), side_of("CONTENTS.")
    ('aye', 'not-content', 'content')
    """
    plain = re.sub(r"[^a-z]", "", printed.casefold())
    if plain.startswith("no") and "content" in plain:
        return "not-content"
    return "content" if plain.startswith("content") else "aye" if plain.startswith("aye") else "no"


def is_division_table(table: etree._Element, title: str) -> bool:
    """Whether a table outside any division is one of names: by its first cell with words, or its section's title."""
    first = next((text for text in cells(table) if text), "")
    return _SIDE.fullmatch(first) is not None or _NUMBER.match(first) is not None or side_in_title(title) is not None


def side_in_title(title: str) -> str | None:
    """The side that a section's title names, where the file made a heading of it.

    >>> side_in_title("NOT-CONTENTS."), side_in_title("The Contents of the Blue Book")
    ('not-content', None)
    """
    return side_of(title) if " ".join(re.findall(r"[a-z]+", title.casefold())) in _TITLES else None


def opens_anew(element: etree._Element) -> bool:
    """Whether tables begin a division of their own: by a number, or by the side that is printed first."""
    for text in cells(element):
        if _NUMBER.match(text):
            return True
        if _SIDE.fullmatch(text):
            return side_of(text) in ("aye", "content")
    return False


def cells(element: etree._Element) -> Iterator[str]:
    """The cells of the tables in an element, in the order of the page."""
    for cell in element.iter("td", "th"):
        yield words_of(cell)


def count_cell(division: Counting, text: str, tellers: bool) -> bool:
    """Take one cell into a division; returns whether the names that follow it in its place are tellers'."""
    if not text:
        return tellers
    if found := _NUMBER.match(text):
        division.number = division.number or found[1]
    elif found := _TELLERS.match(text):
        rest = text[found.end() :].strip()
        _say(division, text[: len(text) - len(rest)].strip())
        division.side = side_of(found[1])
        return _tellers(division, rest) if rest else True
    elif found := _SIDE.fullmatch(text):
        division.side = side_of(found[1])
    elif clock := clock_of(text.strip("[]() ")):
        division.time = clock
    elif tellers:
        return _tellers(division, text)
    elif division.side is not None:
        division.votes.append(Vote(None, text, division.side, teller=_TELLER.search(text) is not None))
        return False
    _say(division, text)
    return False


def _tellers(division: Counting, text: str) -> bool:
    """The names of two tellers, parted by "and"; whether the second is still to come, in a cell of its own."""
    names = _BETWEEN_TELLERS.split(text)
    division.apart += [word for between in _BETWEEN_TELLERS.findall(text) for word in between.split()]
    division.votes += [Vote(None, name, division.side or "", teller=True) for name in names if name]
    return not names[-1]


def _say(division: Counting, text: str) -> None:
    division.paragraphs.append(Paragraph("procedural", text))
