"""The words of a historic paragraph, in their order, with the columns and pages that run through them.

Pages and columns end where the paper ended, in the middle of sentences, lists and tables.
They belong to the page and not to the words, so they are taken out of the text and told
beside it: in which column a stretch begins, and which one runs behind it. Inside a speech
the files mark a new paragraph by a line break, and print quotations, lists and tables as
blocks. What the scanner misread is kept as it is. No word is left out: what is not inline
parts words, and an element that nobody has described is read for its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

INLINE = frozenset(
    ["i", "b", "u", "a", "sup", "sub", "em", "ob", "session", "span", "membercontribution", "memberconstituency"]
)
"""Elements that stand inside words; all others part them."""

_BLOCKS = {"quote": "quotation", "ol": "list", "ul": "list", "table": "table"}
_MARKS = ("col", "image")
_COLUMN = re.compile(r"<col\b[^>]*>(.*?)</col\s*>", re.S)
_NAMED = re.compile(r"(</member\s*>\s*(?:<membercontribution\s*>\s*)?):")
_INLINE_TAG = re.compile(rf"</?(?:{'|'.join(sorted(INLINE))})(?:\s[^>]*)?/?>")
_TAG = re.compile(r"<[^>]*>")


class Stretch(NamedTuple):
    """Words that stand together: `shape` is `text`, `quotation`, `list`, `table`, `member` (a printed name) or
    `break` (a new paragraph). `column` is the column mark last passed before them, None if none was."""

    shape: str
    text: str
    column: str | None = None
    rows: tuple[tuple[str, ...], ...] = ()


def stretches(element: etree._Element) -> Iterator[Stretch]:
    """What stands in a paragraph, in order; text and names as they come, not yet folded."""
    column: list[str] = []

    def here() -> str | None:
        return column[-1] if column else None

    def walk(parent: etree._Element) -> Iterator[Stretch]:
        if parent.text:
            yield Stretch("text", parent.text, here())
        for child in parent:
            if child.tag == "col":
                yield Stretch("text", " ", here())
                column.append(words_of(child))
            elif child.tag == "image":
                yield Stretch("text", " ", here())
            elif child.tag == "lb":
                yield Stretch("break", "", here())
            elif child.tag == "member":
                yield Stretch("member", words_of(child), here())
                column.extend(columns_in(child))
            elif child.tag in _BLOCKS:
                yield _block(child, here())
                column.extend(columns_in(child))
            elif child.tag in INLINE:
                yield from walk(child)
            else:
                yield Stretch("break", "", here())
                yield from walk(child)
                yield Stretch("break", "", here())
            if child.tail:
                yield Stretch("text", child.tail, here())

    yield from walk(element)


def _block(element: etree._Element, column: str | None) -> Stretch:
    shape, text = _BLOCKS[element.tag], words_of(element)
    if shape == "table":
        rows = tuple(tuple(words_of(cell) for cell in row if cell.tag in ("td", "th")) for row in element.iter("tr"))
    else:
        rows = tuple((words_of(entry),) for entry in element if entry.tag == "li") if shape == "list" else ()
    whole = " ".join(cell for row in rows for cell in row if cell) == text
    return Stretch(shape, text, column, rows if whole else ())


def words_of(element: etree._Element) -> str:
    """The words of an element without its column marks, white space folded.

    >>> words_of(etree.XML("<p>to the<col>2</col>fog 2<sup>a</sup></p>"))
    'to the fog 2a'
    """
    if len(element) == 0:
        return " ".join(element.text.split()) if element.text else ""
    if all(inner.tag in INLINE for inner in element.iterdescendants()):
        return " ".join("".join(element.itertext()).split())
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in _MARKS:
            yield " "
        elif child.tag in INLINE:
            yield from _pieces(child)
        else:
            yield " "
            yield from _pieces(child)
            yield " "
        yield child.tail or ""


def columns_in(element: etree._Element) -> list[str]:
    """The column marks inside an element, in order."""
    return ["".join(column.itertext()).strip() for column in element.iter("col")]


def printed_words(element: etree._Element) -> list[str]:
    """Every word of an element but its column marks, by another way than the reader's: the tags taken out.

    The colon behind a printed name is a word of its own, since it belongs neither to the name nor to what is said.
    """
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    text = _NAMED.sub(r"\1 : ", _COLUMN.sub(" ", text))
    text = _TAG.sub(" ", _INLINE_TAG.sub("", text))
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").split()


def column_words(element: etree._Element) -> int:
    """How many words the column marks of an element have."""
    return sum(len(mark.split()) for mark in columns_in(element))
