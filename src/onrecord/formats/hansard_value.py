"""The HTML inside a Value of the Hansard API, taken apart into paragraphs without losing a word.

A Value is a fragment: paragraphs parted by empty lines, `<em>`, lists, tables, an oral
question in elements of its own, and column marks in the middle of sentences. A column
mark belongs to the page, not to the words; it tells in which column a paragraph starts.
An event parser is used, because it takes any nesting and any unclosed tag without
dropping text. What kind of voice speaks is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

BLOCKS = frozenset(
    {"blockquote", "br", "caption", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li"}
    | {"ol", "p", "pre", "question", "questiontext", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
    | {"uin", "ul"}
)
"""Elements that part words; all others stand inside them."""

_UNSEEN = ("script", "style")
_PARTS_OF_QUESTION = ("question", "questiontext", "uin")  # they part words, but are one paragraph together
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n|\u2029")
_NO_TAG = re.compile(r"</(?![a-zA-Z])")
_LINE_END = "\v"
_TAG = re.compile(r"""</?([a-zA-Z][^\s/<>]*)(?:[^<>"']|"[^"]*+"|'[^']*+')*+>""")
_SPAN = re.compile(r"(?i)<span\b([^<>]*+)>(?:\s*(?:column\s*)?\w{1,10}\s*</span>)?")
_COLUMN_MARK = re.compile(r"(?i)\bcolumn-number\b")
_MARK = re.compile(r"\s*(?:column\s*)?\w{1,10}\s*", re.IGNORECASE)
_NUMBER = re.compile(r"[A-Z]{0,3}\d{1,5}[A-Z]{0,3}")


class Block(NamedTuple):
    """One paragraph's words. `shape` is `text`, `quotation`, `list` or `table`; `tag` the class that the source
    gives it; `column` the mark that was last passed when it starts (None: none in this Value)."""

    shape: str
    text: str
    column: str | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    tag: str | None = None


class Value(NamedTuple):
    """A Value taken apart. `column_end` is the mark before its last words, if one stands inside;
    `column_after` the mark that whatever follows stands in. `uin` is what `<Uin>` holds;
    `apart` are words that are not speech, by bucket."""

    blocks: tuple[Block, ...]
    column_end: str | None
    column_after: str | None
    uin: str | None
    is_question: bool
    apart: tuple[tuple[str, str], ...]


def read_value(html: str) -> Value:
    """Take a Value apart. Never fails: what is not HTML is text."""
    reader = _Reader()
    # "</" that closes nothing is text; the parser would take it for a comment and drop what follows
    reader.feed(_NO_TAG.sub("&lt;/", html.replace("\r\n", "\n").replace("\r", "\n")))
    reader.close()
    return reader.value()


def printed_words(html: str) -> Iterator[str]:
    """The words of a Value by another way than the reader's: tags taken out of the text, then entities read."""
    text = re.sub(r"(?is)<(script|style)\b[^>]*>.*?(?:</\1\s*>|$)", "", html)
    text = _SPAN.sub(lambda span: "" if _COLUMN_MARK.search(span[1]) else span[0], text)
    text = re.sub(r"(?s)<!--.*?-->|<[!?][^<>]*>", "", re.sub(r"(?s)<!\[CDATA\[(.*?)\]\]>", r"\1", text))
    text = _TAG.sub(lambda tag: " " if tag[1].lower() in BLOCKS else "", text)
    yield from unescape(text).split()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.words: list[str] = []
        self.started: str | None = None  # the column in which the paragraph in hand starts
        self.column: str | None = None
        self.column_inside: str | None = None
        self.passed: str | None = None  # a mark passed behind the first words, waiting for more words
        self.in_mark = self.in_uin = False
        self.begun = False  # whether words of the paragraph in hand were read
        self.seen_words = False
        self.classes: list[str] = []
        self.open: dict[str, int] = {}
        self.rows: list[list[str]] = []
        self.uin: str | None = None
        self.is_question = False
        self.apart: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.in_mark = tag == "span" and "column-number" in given.get("class", "").split()
        if self.in_mark:
            self._pass_mark(given)
        elif tag == "br":
            self._break()
        elif tag in _PARTS_OF_QUESTION:
            self.words.append(" ")
            self.is_question = self.is_question or tag == "question"
            self.in_uin = tag == "uin"
        elif tag in BLOCKS:
            self._open(tag, given)
        if tag in _UNSEEN:
            self.open[tag] = self.open.get(tag, 0) + 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in ("span", "br", "hr"):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self.in_mark = self.in_uin = False
        if tag in _UNSEEN:
            self.open[tag] = max(0, self.open.get(tag, 0) - 1)
        if tag in _PARTS_OF_QUESTION:
            self.words.append(" ")
        elif tag in BLOCKS and tag != "br":
            self._close(tag)

    def handle_data(self, data: str) -> None:
        if any(self.open.get(tag) for tag in _UNSEEN):
            self.apart += [("script", word) for word in data.split()]
            return
        if self.in_mark and _MARK.fullmatch(data):
            self.apart += [("column-mark", word) for word in data.split()]
            return
        if self.in_uin:
            self.uin = " ".join(f"{self.uin or ''} {data}".split()) or None
            self.apart += [("uin", word) for word in data.split()]
            return
        first, *others = _EMPTY_LINE.split(data)
        self._add(first)
        for other in others:
            self._end_line()
            self._add(other)

    def unknown_decl(self, data: str) -> None:
        self.handle_data(data.removeprefix("CDATA["))

    def value(self) -> Value:
        """What was read, once the parser is closed."""
        self._flush()
        for tag in ("table", "ol", "ul"):
            self.open[tag] = 0
        self._end_rows("table" if self.rows and len(self.rows[0]) > 1 else "list")
        return Value(tuple(self.blocks), self.column_inside, self.column, self.uin, self.is_question, tuple(self.apart))

    # --- text ---------------------------------------------------------------------------

    def _add(self, text: str) -> None:
        if not text:
            return
        if text.isspace():
            self.words.append(text)
            return
        if not self.begun and not self._in_rows():
            self.started = self.column
        self.begun = True
        self.words.append(text)
        self.seen_words = True
        self.column_inside, self.passed = self.passed or self.column_inside, None

    def _pass_mark(self, given: dict[str, str]) -> None:
        number = given.get("data-column-number") or given.get("data-column-number-to") or given.get("id", "")
        if _NUMBER.fullmatch(number.strip()):
            self.column = number.strip()
            if self.seen_words:
                self.passed = self.column

    def _break(self) -> None:
        """A line's end; two of them end the paragraph."""
        if self.words and self.words[-1] == _LINE_END:
            self._end_line()
        else:
            self.words.append(_LINE_END)

    def _end_line(self) -> None:
        if self._in_rows():
            self.words.append(" ")
        else:
            self._flush()

    def _flush(self) -> None:
        """End the paragraph or the cell in hand."""
        text = " ".join("".join(self.words).split())
        self.words = []
        self.begun = False
        if not text:
            return
        if self._in_rows():
            if not self.rows:
                self.rows.append([])
            self.rows[-1].append(text)
        else:
            shape = "quotation" if self.open.get("blockquote") else "text"
            tag = next((name for name in reversed(self.classes) if name), None)
            self.blocks.append(Block(shape, text, self.started, (), tag))

    # --- elements -----------------------------------------------------------------------

    def _open(self, tag: str, given: dict[str, str]) -> None:
        self._flush()
        if tag in ("table", "ol", "ul") and not self._in_rows():
            self.started = self.column
            self.rows = []
        if tag in ("tr", "li") and self._in_rows() and not (tag == "li" and self.open.get("table")):
            self.rows.append([])
        if tag == "p":
            self.classes = [given.get("class", "")]
        self.open[tag] = self.open.get(tag, 0) + 1

    def _close(self, tag: str) -> None:
        self._flush()
        was_open = self.open.get(tag, 0)
        self.open[tag] = max(0, was_open - 1)
        if tag == "p":
            self.classes = []
        if tag in ("table", "ol", "ul") and was_open and not self._in_rows():
            self._end_rows("table" if tag == "table" else "list")

    def _in_rows(self) -> bool:
        return any(self.open.get(tag) for tag in ("table", "ol", "ul"))

    def _end_rows(self, shape: str) -> None:
        rows = tuple(tuple(row) for row in self.rows if row)
        self.rows = []
        if rows:
            self.blocks.append(Block(shape, " ".join(" ".join(row) for row in rows), self.started, rows))
