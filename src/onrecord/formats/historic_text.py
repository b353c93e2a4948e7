"""The words of a historic paragraph, in their order, with the columns and pages that run through them.

Pages and columns end where the paper ended, in the middle of sentences, lists and tables.
They belong to the page and not to the words, so they are taken out of the text and told
beside it: in which column a stretch begins, and which one runs behind it. Inside a speech
the files mark a new paragraph by a line break, and print quotations, lists and tables as
blocks. What the scanner misread is kept as it is. No word is left out: what is not inline
parts words, and an element that nobody has described is read for its words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

INLINE = frozenset(
    ["i", "b", "u", "a", "sup", "sub", "em", "ob", "session", "span", "membercontribution", "memberconstituency"]
)
"""Elements that stand inside words; all others part them."""

_BLOCKS = {"quote": "quotation", "ol": "list", "ul": "list", "table": "table"}
_MARKS = ("col", "image")


class Stretch(NamedTuple):
    """Words that stand together: `shape` is `text`, `quotation`, `list`, `table`, `member` (a printed name) or
    `break` (a new paragraph). `column` runs where they begin, `column_end` where they end."""

    shape: str
    text: str
    column: str | None
    column_end: str | None
    rows: tuple[tuple[str, ...], ...] = ()


class Page:
    """What stands in an element, in order. `column` is the one that runs; `marked` says how a printed one is called."""

    def __init__(self, column: str | None, marked: Callable[[str], str]) -> None:
        self.column = column
        self._marked = marked
        self._stretches: list[Stretch] = []
        self._parts: list[str] = []  # of the text in hand, not yet folded
        self._begun: str | None = None  # the column in which its first word stands
        self._blank = True  # whether it has no word yet

    def read(self, element: etree._Element) -> list[Stretch]:
        """The stretches of an element; white space is folded, and there is no text without a word."""
        self._walk(element)
        self._close()
        return self._stretches

    def _walk(self, parent: etree._Element) -> None:
        if text := parent.text:
            self._text(text)
        for child in parent:
            tag = child.tag
            if tag in INLINE:
                self._walk(child)
            elif tag in _MARKS:
                self._parts.append(" ")
                if tag == "col":
                    self._pass_columns(child)
            elif tag == "member" or tag in _BLOCKS:
                self._close()
                self._stretches.append(_block(child, self.column))
                self._pass_columns(child)
            else:
                self._break()
                if tag != "lb":
                    self._walk(child)
                    self._break()
            if tail := child.tail:
                self._text(tail)

    def _text(self, text: str) -> None:
        if self._blank and not text.isspace():
            self._blank, self._begun = False, self.column
        self._parts.append(text)

    def _pass_columns(self, element: etree._Element) -> None:
        for column in columns_in(element):
            self.column = self._marked(column) or self.column

    def _break(self) -> None:
        self._close()
        self._stretches.append(Stretch("break", "", self.column, self.column))

    def _close(self) -> None:
        """The text in hand is a stretch of its own."""
        if not self._blank:
            text = " ".join("".join(self._parts).split())
            self._stretches.append(Stretch("text", text, self._begun, self.column))
            self._blank = True
        self._parts.clear()


def _block(element: etree._Element, column: str | None) -> Stretch:
    shape, text = _BLOCKS.get(element.tag, element.tag), words_of(element)
    if shape == "table":
        rows = tuple(tuple(words_of(cell) for cell in row if cell.tag in ("td", "th")) for row in element.iter("tr"))
    else:
        rows = tuple((words_of(entry),) for entry in element if entry.tag == "li") if shape == "list" else ()
    whole = " ".join(cell for row in rows for cell in row if cell) == text
    return Stretch(shape, text, column, column, rows if whole else ())


def words_of(element: etree._Element) -> str:
    """The words of an element without its column marks, white space folded.

    >>> words_of(etree.XML("<p>to the<col>2</col>fog 2<sup>a</sup></p>"))
    'to the fog 2a'
    """
    if len(element) == 0:
        return " ".join(element.text.split()) if element.text else ""
    parts: list[str] = []
    _gather(element, parts)
    return " ".join("".join(parts).split())


def _gather(element: etree._Element, parts: list[str]) -> None:
    if text := element.text:
        parts.append(text)
    for child in element:
        tag = child.tag
        if tag in INLINE:
            _gather(child, parts)
        else:
            parts.append(" ")
            if tag not in _MARKS:
                _gather(child, parts)
                parts.append(" ")
        if tail := child.tail:
            parts.append(tail)


def columns_in(element: etree._Element) -> list[str]:
    """The column marks inside an element, in order."""
    if len(element) == 0 and element.tag != "col":
        return []
    return [words_of(column) for column in element.iter("col")]
