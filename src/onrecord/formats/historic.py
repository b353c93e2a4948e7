"""The historic archive 1803–2005: volumes of the Official Report, scanned and marked up by machine.

A file is a volume, with its title page, its front matter, its sittings and its index; or
one sitting; or a cut-out of either. Every sitting in it is read by itself; what stands
around them is counted, not shown. There are no ids of people, and of paragraphs only in
the later volumes: where a paragraph has none, its place in the sitting names it. Columns
and pages run through everything. What is printed wins over what the files say of
themselves, and the scanner's misreadings stay as they are. Files of one volume are not
put together here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from lxml import etree
from msgspec import structs

from ..errors import BadInputError
from ..reading import WINDOWS, Reading, ReadSitting
from .conservation import account
from .historic_place import Chamber, Origin, chamber_of, day_of, origin_of, printed_day, sitting_tags
from .historic_sitting import Apart, SittingReader
from .historic_text import words_of
from .historic_words import column_words, printed_words
from .parlparse_entities import WHOLE, parse

FORMAT = "historic"
ROOTS = frozenset({"hansard"}) | sitting_tags()
_AROUND = {"titlepage": "title page", "frontmatter": "front matter", "index": "index", "tablecontents": "contents"}


def read_historic(data: bytes, name: str) -> Reading:
    """Read a volume or a part of one, word for word.

    Raises BadInputError for a file that is not whole or a sitting without a day, and
    WordsLostError if the reading would lose a word.
    """
    root, undisguised = parse(data, name)
    if root.tag not in ROOTS:
        raise BadInputError(f"not of the historic archive: its root is <{root.tag}>", where=name, remedy=WHOLE)
    reader = _File(root, name)
    reading = reader.read()
    if undisguised:
        told = f"{undisguised} control characters were read as the Windows-1252 they are"
        reading = structs.replace(
            reading,
            buckets={**reading.buckets, WINDOWS: undisguised},
            warnings=(*reading.warnings, told),
        )
    return reading


class _File:
    """One file on its way to a Reading, with the account of the words that are in no sitting."""

    def __init__(self, root: etree._Element, name: str) -> None:
        self.root, self.name = root, name
        self.origin = origin_of(root)
        self.apart: Apart = defaultdict(list)
        self.warnings: list[str] = []
        self.used: set[str] = set()

    def read(self) -> Reading:
        parts = [self.root] if self.root.tag in sitting_tags() else list(self._sittings())
        readers: dict[tuple[str, str, date], SittingReader] = {}
        for part in parts:
            self._read_part(part, readers)
        if not readers:
            self.warnings.append("holds no proceedings")
        return self._weighed(tuple(reader.sitting() for reader in readers.values()))

    def _weighed(self, sittings: tuple[ReadSitting, ...]) -> Reading:
        printed = printed_words(self.root)
        aside = Counter(chain.from_iterable(self.apart.values()))
        weighed = account(printed, sittings, self.name, line_of=lambda words: _line_of(self.root, words), aside=aside)
        buckets = Counter(weighed.buckets)
        buckets.update({bucket: len(words) for bucket, words in self.apart.items()})
        if marks := column_words(self.root):
            buckets["column-mark"] = marks
        words = weighed.words + aside.total() + marks
        return Reading(FORMAT, sittings, words, dict(buckets), tuple(dict.fromkeys(self.warnings)))

    def _sittings(self) -> Iterator[etree._Element]:
        """The sittings of a volume; all else in it is set apart."""
        self._set_apart("volume heading", self.root.text or "")
        for part in self.root:
            if part.tag in sitting_tags():
                yield part
            elif part.tag not in ("col", "image"):
                self._set_apart(_AROUND.get(part.tag, "volume heading"), words_of(part))
            self._set_apart("volume heading", part.tail or "")

    def _set_apart(self, bucket: str, text: str) -> None:
        if words := text.split():
            self.apart[bucket] += words

    def _read_part(self, part: etree._Element, readers: dict[tuple[str, str, date], SittingReader]) -> None:
        origin = self.origin or origin_of(part)
        title = part.find("title")
        heading = words_of(title) if title is not None else ""
        chamber, warning = chamber_of(part.tag, heading, origin)
        day, doubt = self._day(part)
        where = f"{self.name}:{part.sourceline}"
        self.warnings += [f"line {part.sourceline}: {told}" for told in (warning, doubt) if told]
        if day is None:
            if not printed_words(part):
                return
            raise BadInputError("a sitting without a date", where=where, remedy=WHOLE)
        key = (chamber.house, chamber.name, day)
        if key not in readers:
            readers[key] = SittingReader(chamber, day, origin, self._base(origin, chamber, day), self.used, self.apart)
        readers[key].read(part)
        self.warnings += readers[key].warnings

    def _day(self, part: etree._Element) -> tuple[date | None, str | None]:
        """The printed day: in its own element, or where there is none on a line in the middle of the page."""
        element = part.find("date")
        if element is not None:
            return day_of(words_of(element), element.get("format", ""))
        for line in part.iterchildren("p"):
            if line.get("align") == "center" and (day := printed_day(words_of(line))):
                return day, None
        return None, None

    def _base(self, origin: Origin | None, chamber: Chamber, day: date) -> str:
        """What names a sitting inside the archive: its volume, chamber and day."""
        return f"{origin.file_id if origin else chamber.house}/{chamber.name}/{day.isoformat()}"


def _line_of(root: etree._Element, words: Sequence[str]) -> int | None:
    """The line of the first element that holds these words, as far as they stand together."""
    for length in (len(words), 3, 1):
        wanted = " ".join(words[:length])
        for element in root.iterdescendants("p", "title", "td", "li"):
            if wanted in words_of(element):
                line = element.sourceline
                return int(line) if line else None
    return None
