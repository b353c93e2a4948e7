"""One sitting of the historic archive, element by element, in the order of the page.

What runs on from one paragraph to the next is kept here: the column, the clock, who was
speaking, the division that a page's end cut in two. A paragraph that is marked as speech
but names nobody goes on with the speech before it; so does, where nobody speaks, what
follows a written answer or statement. All else under no name stands by itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from lxml import etree
from msgspec import structs

from ..reading import NOBODY, Item, Mark, Paragraph, ReadContribution, ReadSitting, Stamp
from .hansard_tags import written_kind
from .historic_apart import parted
from .historic_division import Counting, count_cell, counts_in, is_division_table, opens_anew, side_in_title
from .historic_place import Chamber, Origin
from .historic_sections import Node, sections
from .historic_speech import Piece, as_printed, asker_of, clock_of, mark_of, read_pieces, reads_nobodys
from .historic_text import Page, columns_in, words_of
from .voices import collective_in

_BEFORE_DEBATE = 3  # contributions before a division among which its counts are announced
_HOLDERS = ("debates", "group", "body")
_LONGEST_CLOCK = 20  # characters: "[12.30 p.m.]." and any that a scanner adds
_OPEN_END = re.compile(r"(?:[a-z]|,)$")
_BLOCKS = {"quote", "ol", "ul", "table"}


Apart = defaultdict[str, list[str]]
"""Words that are in no contribution, heading or division, by what they are."""


class SittingReader:
    """Reads the parts of one sitting into its sections and items.

    `used` are the ids given in the file so far, `apart` the words of it that are no contribution's.
    """

    def __init__(
        self, chamber: Chamber, day: date, origin: Origin | None, base: str, used: set[str], apart: Apart
    ) -> None:
        self.chamber, self.day, self.origin, self.base = chamber, day, origin, base
        self.used, self.apart = used, apart
        self.written = written_kind(chamber.name) is not None
        self.nodes: list[Node] = []
        self.items: list[Item | Counting] = []
        self.column: str | None = None
        self.time: str | None = None
        self.counting: Counting | None = None
        self.warnings: list[str] = []
        self.paragraphs = 0

    def read(self, part: etree._Element) -> None:
        """Read one element of this sitting."""
        self.warnings = []
        self.counting = None
        for name, bucket in (("title", "chamber"), ("date", "date")):
            element = part.find(name)
            if element is not None:
                self._set_apart(bucket, words_of(element).split())
        self._walk(part, None, (part.find("title"), part.find("date")))

    def sitting(self) -> ReadSitting:
        """The sitting that was read."""
        for item in self.items:
            if isinstance(item, Counting):
                self._set_apart("division", item.apart)
        return ReadSitting(
            house=self.chamber.house,
            chamber=self.chamber.name,
            date=self.day,
            sections=sections(self.nodes, self.chamber.name),
            items=tuple(item.read() if isinstance(item, Counting) else item for item in self.items),
            volume=self.origin.volume if self.origin else None,
            publication="historic",
        )

    # --- the tree -----------------------------------------------------------------------

    def _walk(self, parent: etree._Element, here: int | None, read: tuple[etree._Element | None, ...] = ()) -> None:
        self._loose(parent.text, here)
        for child in parent:
            if child in read:
                self._pass_columns(child)
            elif child.tag == "col":
                self.column = self.chamber.column(words_of(child)) or self.column
            elif child.tag in ("section", "oralquestions") or (
                child.tag in _HOLDERS and child.find("title") is not None
            ):
                self._section(child, here)
            elif child.tag in _HOLDERS:
                self._walk(child, here)
            elif child.tag == "division" or (child.tag == "table" and self._is_division(child, here)):
                self._division(child, here)
            elif child.tag == "p":
                self._paragraph(child, here)
            elif child.tag in _BLOCKS:
                self._block(child, here)
            elif child.tag != "image":
                self._paragraph(child, here)
            self._loose(child.tail, here)

    def _section(self, element: etree._Element, above: int | None) -> None:
        title = element.find("title")
        self.nodes.append(
            Node(
                self._identify(None, f"s{len(self.nodes) + 1}"),
                words_of(title) if title is not None else "",
                above,
                oral=element.tag == "oralquestions",
                column=self.column,
                time=self.time,
            )
        )
        self._walk(element, len(self.nodes) - 1, (title,))

    def _under(self, here: int | None) -> int:
        """The section in which an item stands; a nameless one for what stands under no heading."""
        if here is not None:
            return here
        if not self.nodes or not self.nodes[-1].loose:
            self.nodes.append(Node(self._identify(None, f"s{len(self.nodes) + 1}"), "", None, loose=True))
            self.nodes[-1].column = self.column
        return len(self.nodes) - 1

    def _pass_columns(self, element: etree._Element) -> None:
        for mark in columns_in(element):
            self.column = self.chamber.column(mark)

    # --- what is said -------------------------------------------------------------------

    def _paragraph(self, element: etree._Element, here: int | None) -> None:
        if element.tag in _BLOCKS or not _holds(element, "table"):
            self._words(element, here)
            return
        for stretch in parted(element):
            (self._division if stretch.table else self._words)(stretch.element, here)

    def _words(self, element: etree._Element, here: int | None) -> None:
        page = Page(self.column, self.chamber.column)
        pieces = read_pieces(page.read(element))
        if clock := _clock_alone(pieces):
            self._stamp(pieces[0], clock, here)
        else:
            for number, piece in enumerate(pieces):
                self._set_apart("attribution", piece.apart)
                self._set_apart("question-number", piece.numbering)
                self._piece(element, piece, here, number)
        self.column = page.column
        if not pieces and (division := element.find(".//division")) is not None:
            self._division(division, here)

    def _stamp(self, piece: Piece, clock: str, here: int | None) -> None:
        self.time = clock
        for each in piece.paragraphs:
            self._set_apart("time", each.text.split())
        self._add(Stamp(self._under(here), clock))

    def _piece(self, element: etree._Element, piece: Piece, here: int | None, number: int) -> None:
        asked = None
        if piece.name is None and self.written and piece.paragraphs:
            asked = asker_of(piece.paragraphs[0].text)
        name = piece.name or asked
        if name is not None:
            self._contribute(element, piece, here, number, mark_of(name), name)
        elif self._goes_on(element, here):
            self._lengthen(element, piece, self.items[-1])
        elif (broken := self._broken_off(piece, here)) is not None:
            self._lengthen(element, piece, broken)
        elif piece.paragraphs:
            self._unnamed(element, piece, here, number)

    def _goes_on(self, element: etree._Element, here: int | None) -> bool:
        """Whether words under no name go on with the contribution right before them, by the file's own word."""
        last = self.items[-1] if self.items else None
        if (
            not isinstance(last, ReadContribution)
            or last.section != here
            or last.mark is NOBODY
            or last.mark.collective
        ):
            return False
        return self.written or element.find("membercontribution") is not None

    def _broken_off(self, piece: Piece, here: int | None) -> ReadContribution | None:
        """Whose sentence goes on behind a division that the page printed in the middle of it."""
        if not piece.paragraphs or not self.items or not isinstance(self.items[-1], Counting):
            return None
        last = next((item for item in reversed(self.items) if not isinstance(item, Counting)), None)
        if not isinstance(last, ReadContribution) or last.mark is NOBODY or last.section != here:
            return None
        open_ended = last.paragraphs and _OPEN_END.search(last.paragraphs[-1].text)
        return last if open_ended and piece.paragraphs[0].text[:1].islower() else None

    def _lengthen(self, element: etree._Element, piece: Piece, last: Item | Counting) -> None:
        assert isinstance(last, ReadContribution)
        own = element.get("id")
        aliases = last.aliases
        if own and self._is_own(own):
            self.used.add(own)
            aliases = (*aliases, own)
        longer = structs.replace(
            last,
            paragraphs=(*last.paragraphs, *piece.paragraphs),
            column_end=piece.column_end if piece.column_end != last.column else last.column_end,
            aliases=aliases,
        )
        for held in (self.items, self.nodes[last.section].items):
            held[held.index(last)] = longer

    def _unnamed(self, element: etree._Element, piece: Piece, here: int | None, number: int) -> None:
        last = self.items[-1] if self.items else None
        hanging = isinstance(last, ReadContribution) and last.procedural and last.section == here
        said = [each for each in piece.paragraphs if each.kind not in ("list", "table")]
        voice = collective_in(said[0].text) if len(said) == 1 else None  # one that is nobody's, named by the line
        if voice is not None:
            self._contribute(element, piece, here, number, Mark(name=voice, collective=True), None)
            return
        procedural = not said or reads_nobodys(element, said, hanging)
        if procedural:
            piece.paragraphs = list(as_printed(piece.paragraphs, hanging))
        self._contribute(element, piece, here, number, NOBODY, None, procedural=procedural)

    def _contribute(
        self,
        element: etree._Element,
        piece: Piece,
        here: int | None,
        number: int,
        mark: Mark,
        attribution: str | None,
        *,
        procedural: bool = False,
    ) -> None:
        self.paragraphs += 1
        if self.counting and not self.counting.counts:
            told = counts_in(each.text for each in piece.paragraphs)
            if self.items[-1] is self.counting or self.counting.agrees(told):
                self.counting.counts = told
        own = element.get("id") if number == 0 else None
        self._add(
            ReadContribution(
                source_id=self._identify(own, str(self.paragraphs)),
                section=self._under(here),
                mark=mark,
                paragraphs=tuple(piece.paragraphs),
                attribution=attribution,
                procedural=procedural,
                type="Question" if piece.number else None,
                question_number=piece.number,
                column=piece.column or self.column,
                column_end=piece.column_end if piece.column_end != piece.column else None,
                time=self.time,
            )
        )

    def _block(self, element: etree._Element, here: int | None) -> None:
        """A list, a table or a quotation that stands in no paragraph: nobody's, as printed."""
        holder = etree.Element("p")
        holder.append(_alone(element))
        self._paragraph(holder, here)

    def _loose(self, text: str | None, here: int | None) -> None:
        """Words between the elements."""
        if text and text.strip():
            holder = etree.Element("p")
            holder.text = text
            self._paragraph(holder, here)

    # --- divisions ----------------------------------------------------------------------

    def _is_division(self, table: etree._Element, here: int | None) -> bool:
        return is_division_table(table, self.nodes[here].title if here is not None else "")

    def _division(self, element: etree._Element, here: int | None) -> None:
        section = self._under(here)
        side = side_in_title(self.nodes[section].title)
        if self.counting is None or side in ("aye", "content") or opens_anew(element):
            source_id = self._identify(None, f"d{sum(isinstance(i, Counting) for i in self.items) + 1}")
            self.counting = Counting(source_id, section, self.column, self.time)
            self.counting.counts = self._announced()
            self._add(self.counting)
        else:  # the page had ended in the middle of it, and its counts were announced on the page before
            self.counting.counts = self.counting.counts or self._announced()
        self.counting.side = side or self.counting.side
        self._count(element, self.counting)

    def _count(self, element: etree._Element, division: Counting) -> None:
        """Take every cell and every word between them into the division."""
        for table in [element] if element.tag == "table" else list(element):
            if table.tag != "table":
                if table.tag == "col":
                    self.column = self.chamber.column(words_of(table))
                elif text := words_of(table):
                    division.paragraphs.append(Paragraph("procedural", text))
                self._pass_columns(table)
            else:
                self._count_rows(table, division)
            if element.tag != "table" and table.tail and table.tail.strip():
                division.paragraphs.append(Paragraph("procedural", " ".join(table.tail.split())))
        if element.tag != "table" and element.text and element.text.strip():
            division.paragraphs.append(Paragraph("procedural", " ".join(element.text.split())))

    def _count_rows(self, table: etree._Element, division: Counting) -> None:
        waiting: dict[int, bool] = {}
        self._pass_columns(table)
        for row in table.iter("tr"):
            for place, cell in enumerate(cell for cell in row if cell.tag in ("td", "th")):
                waiting[place] = count_cell(division, words_of(cell), waiting.get(place, False))

    def _announced(self) -> dict[str, int]:
        """The counts in the words right before a division."""
        before = [item for item in self.items if isinstance(item, ReadContribution)][-_BEFORE_DEBATE:]
        return counts_in(each.text for item in reversed(before) for each in reversed(item.paragraphs))

    # --- single steps -------------------------------------------------------------------

    def _add(self, item: Item | Counting) -> None:
        self.items.append(item)
        if not isinstance(item, Counting):
            self.nodes[item.section].items.append(item)

    def _identify(self, own: str | None, place: str) -> str:
        """An element's own id, else its place in the sitting; no two the same in a file."""
        base = f"{self.base}/{place}"
        source_id = own if own and self._is_own(own) else base
        while source_id in self.used:
            source_id += "+"
        self.used.add(source_id)
        return source_id

    def _is_own(self, source_id: str) -> bool:
        """Whether an id is this volume's and not yet given: a stray paragraph's belongs to another sitting."""
        volume = self.origin is not None and source_id.startswith(self.origin.file_id)
        return volume and source_id not in self.used

    def _set_apart(self, bucket: str, words: list[str]) -> None:
        if words:
            self.apart[bucket] += words


def _clock_alone(pieces: Sequence[Piece]) -> str | None:
    """The time that a paragraph prints, and nothing else."""
    if len(pieces) != 1 or pieces[0].name is not None or len(pieces[0].paragraphs[0].text) > _LONGEST_CLOCK:
        return None
    return clock_of(" ".join([each.text for each in pieces[0].paragraphs]))


def _holds(element: etree._Element, tag: str) -> bool:
    return len(element) > 0 and next(element.iter(tag), None) is not None


def _alone(element: etree._Element) -> etree._Element:
    """A copy of an element without what follows it."""
    return etree.fromstring(etree.tostring(element, with_tail=False))
