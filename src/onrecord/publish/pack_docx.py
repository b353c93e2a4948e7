"""The pack as DOCX, by python-docx: real headings and styles, the official pages in footnotes, columns in the margin.

Each chapter is a section with a running head of its own. python-docx writes no footnotes, so
their part is made here, as the format describes it (ECMA-376, part 1, section 17.11). Page
numbers of the index are fields that point to bookmarks: a word processor fills them in when
it opens the file.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from ..errors import UsageError
from ..model import Pack
from .pack_leaf import Leaf
from .pack_sheet import sheet_of
from .plain import harmless
from .sheet import Sheet

if TYPE_CHECKING:
    from docx.document import Document

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_MARGIN = 18  # millimetres left of the words, in which the columns stand

# our paragraph styles: (name, size in points, bold, italic, more indent in millimetres)
_STYLES = (
    ("Attribution", 12, True, False, 0),
    ("Minister’s words", 12, False, False, 0),
    ("Context", 12, False, False, 0),
    ("Set text", 12, False, False, 8),
    ("Record’s words", 12, False, True, 0),
    ("Reference", 10.5, True, False, 0),
    ("Our note", 10.5, False, False, 0),
    ("Hash", 8, False, False, 0),
)

_WIDTHS = {"fact": (32, 128), "index": (12, 46, 36, 49, 17), "searched": (46, 36, 36, 42)}  # millimetres


def pack_docx(pack: Pack) -> bytes:
    """The pack as a DOCX file. UsageError where the extra that writes them is not installed."""
    return sheet_docx(sheet_of(pack))


def sheet_docx(sheet: Sheet) -> bytes:
    """A document as a DOCX file. UsageError where the extra that writes them is not installed."""
    try:
        import docx
    except ImportError:
        raise UsageError("DOCX needs python-docx, which is not installed", remedy='install "onrecord[pack]"') from None
    document = docx.Document()
    _prepare(document, sheet)
    writer = _Writer(document, harmless(sheet.title))
    writer.write([*sheet.leaves])
    writer.close()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _prepare(document: Document, sheet: Sheet) -> None:
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(28), Mm(22)
    section.top_margin, section.bottom_margin = Mm(28), Mm(25)
    told = document.core_properties
    told.title, told.author, told.language = harmless(sheet.title), "On Record", "en-GB"
    told.created = told.modified = datetime.combine(sheet.made, time(), UTC)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(12)
    for name, size, bold, italic, indent in _STYLES:
        _style(document, name, size, bold, italic, indent)
    for name, size in (("Title", 22), ("Subtitle", 14), ("Heading 1", 16), ("Heading 2", 13)):
        _sober(document.styles[name], size)
    _stops(document.styles["Header"])
    _stops(document.styles["Footer"])
    footer = section.footer.paragraphs[0]
    footer.add_run(f"{sheet.licence}\tPage ")
    _field(footer, "PAGE", "1")
    footer.add_run(" of ")
    _field(footer, "NUMPAGES", "…")


def _stops(style: Any) -> None:
    """Running heads and feet: small enough for the licence and the page, with one stop at the right margin."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm, Pt

    style.font.size = Pt(8.5)
    style.paragraph_format.tab_stops.clear_all()
    style.paragraph_format.tab_stops.add_tab_stop(Mm(160), WD_TAB_ALIGNMENT.RIGHT)


def _sober(style: Any, size: float) -> None:
    """A heading in the document's own type and in black: a court bundle is no brochure."""
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.color.rgb = "Times New Roman", Pt(size), RGBColor(0, 0, 0)
    style.font.italic = False
    for properties, ornament in ((style.element.pPr, "pBdr"), (style.element.rPr, "spacing")):
        for found in properties.findall(f"{{{_W}}}{ornament}") if properties is not None else ():
            properties.remove(found)
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(f"{{{_W}}}{theme}", None)


def _style(document: Document, name: str, size: float, bold: bool, italic: bool, indent: int) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt

    style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, italic
    style.paragraph_format.space_after = Pt(6)
    if name in ("Attribution", "Minister’s words", "Context", "Set text", "Record’s words"):
        style.paragraph_format.left_indent = Mm(_MARGIN + indent)
        style.paragraph_format.tab_stops.add_tab_stop(Mm(_MARGIN + indent))
    if name == "Attribution":
        style.paragraph_format.space_before, style.paragraph_format.keep_with_next = Pt(10), True


class _Writer:
    """Sets leaf after leaf; rows of one kind that follow each other share a table."""

    def __init__(self, document: Document, title: str) -> None:
        self._document, self._title = document, title
        self._parted: frozenset[str] = frozenset()  # the chapters that have headings of the second level
        self._styles = {style.name: style.style_id for style in document.styles}
        self._notes: list[str] = []
        self._bookmarks = 0
        self._table: Any = None
        self._kind = ""
        self._set: dict[str, Callable[[Leaf], None]] = {
            "title": lambda leaf: self._plain(leaf.text, "Title"),
            "subtitle": lambda leaf: self._plain(leaf.text, "Subtitle"),
            "h1": lambda leaf: self._heading(leaf, 1),
            "h2": lambda leaf: self._heading(leaf, 2),
            "fact": lambda leaf: self._row((leaf.label, leaf.text)),
            "index": self._index,
            "searched": lambda leaf: self._row(leaf.cells),
            "hash": lambda leaf: self._plain(f"{leaf.cells[0]}, {leaf.cells[1]}: {leaf.cells[2]}", "Hash"),
            "by": self._by,
            "para": self._para,
            "table": self._rows,
            "cite": self._cite,
            "item": lambda leaf: self._plain(leaf.text, "Normal"),
            "note": self._note,
        }

    def write(self, found: Sequence[Leaf]) -> None:
        """Set all of them."""
        self._parted = _parted(found)
        for leaf in found:
            if leaf.kind != self._kind:
                self._open(leaf.kind)
            self._set[leaf.kind](leaf)

    def close(self) -> None:
        """Put the footnotes beside the document."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        package, part = self._document.part.package, self._document.part
        notes = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, _footnotes(self._notes), package)
        part.relate_to(notes, _NOTES)

    def _open(self, kind: str) -> None:
        self._kind = kind
        heads = {
            "index": ("No.", "Stage", "Day", "Reference", "Page"),
            "searched": ("Stage", "Day", "Found", "Searched as"),
        }
        if kind in heads:
            self._table = self._document.add_table(rows=0, cols=len(heads[kind]), style="Table Grid")
        elif kind == "fact":
            self._table = self._document.add_table(rows=0, cols=2)
        if kind in _WIDTHS:
            from docx.shared import Mm

            self._table.autofit = False
            for column, width in zip(self._table.columns, _WIDTHS[kind], strict=True):
                column.width = Mm(width)
        if kind in heads:
            self._row(heads[kind], bold=True)

    def _row(self, cells: Sequence[str], *, bold: bool = False) -> Any:
        from docx.shared import Mm

        row = self._table.add_row()
        row._tr.get_or_add_trPr().append(_element("cantSplit"))
        for place, text in enumerate(cells):
            run = row.cells[place].paragraphs[0].add_run(harmless(text))
            run.bold = bold or (self._kind == "fact" and place == 0)
            row.cells[place].width = Mm(_WIDTHS[self._kind][place])
        return row

    def _index(self, leaf: Leaf) -> None:
        row = self._row(leaf.cells)
        _field(row.cells[4].paragraphs[0], f"PAGEREF {_bookmark(leaf.anchor)} \\h", "…")

    def _plain(self, text: str, style: str) -> Any:
        paragraph = self._paragraph(style)
        paragraph.add_run(harmless(text))
        return paragraph

    def _paragraph(self, style: str) -> Any:
        """A paragraph of a style. python-docx looks through every style each time it is asked by name; we once."""
        paragraph = self._document.add_paragraph()
        paragraph._p.style = self._styles[style]
        return paragraph

    def _heading(self, leaf: Leaf, level: int) -> None:
        if level == 1:
            self._chapter(leaf)
        paragraph = self._plain(leaf.text, f"Heading {level}")
        self._bookmarks += 1
        start, end = _element("bookmarkStart"), _element("bookmarkEnd")
        for element in (start, end):
            element.set(f"{{{_W}}}id", str(self._bookmarks))
        start.set(f"{{{_W}}}name", _bookmark(leaf.anchor))
        paragraph._p.append(start)
        paragraph._p.append(end)

    def _chapter(self, leaf: Leaf) -> None:
        """A section of its own, whose running head names it: LibreOffice knows no field for that, and Word's, which
        names the passage too, shows there as nothing."""
        from docx.enum.section import WD_SECTION

        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        section.header.is_linked_to_previous = False
        head = section.header.paragraphs[0]
        head.add_run(f"{harmless(leaf.text)}")
        if leaf.anchor in self._parted:
            head.add_run(" ")
            _field(head, 'STYLEREF "Heading 2"', "")
        head.add_run(f"\t{self._title}")

    def _by(self, leaf: Leaf) -> None:
        paragraph = self._in_column(leaf, "Attribution")
        paragraph.add_run(harmless(leaf.text))
        if leaf.label:
            run = paragraph.add_run(f"  {harmless(leaf.label)}")
            run.bold = False

    def _para(self, leaf: Leaf) -> None:
        words = "Minister’s words" if leaf.focus else "Context"
        style = {"inset": "Set text", "aside": "Record’s words"}.get(leaf.style, words)
        paragraph = self._in_column(leaf, style)
        for piece in leaf.pieces:
            run = paragraph.add_run(harmless(piece.text))
            if piece.style == "mark":
                from docx.enum.text import WD_COLOR_INDEX

                run.font.highlight_color, run.underline = WD_COLOR_INDEX.YELLOW, True
            elif piece.style == "aside":
                run.italic = True
        if leaf.focus:
            _bar(paragraph)

    def _in_column(self, leaf: Leaf, style: str) -> Any:
        from docx.shared import Mm, Pt

        paragraph = self._paragraph(style)
        if leaf.column:
            paragraph.paragraph_format.first_line_indent = Mm(-_MARGIN - (8 if style == "Set text" else 0))
            run = paragraph.add_run(f"col {harmless(leaf.column)}")
            run.font.size, run.bold, run.italic = Pt(8.5), False, False
            paragraph.add_run("\t")
        return paragraph

    def _rows(self, leaf: Leaf) -> None:
        table = self._document.add_table(rows=0, cols=max(map(len, leaf.rows)), style="Table Grid")
        for row in leaf.rows:
            cells = table.add_row().cells
            for place, text in enumerate(row):
                cells[place].text = harmless(text)

    def _cite(self, leaf: Leaf) -> None:
        paragraph = self._plain(leaf.text, "Reference")
        if leaf.url:
            self._notes.append(leaf.url)
            run = paragraph.add_run()
            run.font.superscript = True
            reference = _element("footnoteReference")
            reference.set(f"{{{_W}}}id", str(len(self._notes)))
            run._r.append(reference)

    def _note(self, leaf: Leaf) -> None:
        paragraph = self._plain(leaf.text, "Our note")
        paragraph.paragraph_format.keep_with_next = bool(leaf.style)
        if leaf.style == "heading":
            paragraph.runs[0].bold = True


def _parted(found: Sequence[Leaf]) -> frozenset[str]:
    chapters: set[str] = set()
    anchor = ""
    for leaf in found:
        anchor = leaf.anchor if leaf.kind == "h1" else anchor
        chapters |= {anchor} if leaf.kind == "h2" else set()
    return frozenset(chapters)


def _element(tag: str) -> Any:
    from docx.oxml import OxmlElement

    return OxmlElement(f"w:{tag}")


def _bookmark(anchor: str) -> str:
    return anchor.replace("-", "_")[:40]


def _field(paragraph: Any, instruction: str, shown: str) -> None:
    """A field that a word processor fills in; `shown` stands there until it does."""
    for kind in ("begin", "separate", "end"):
        run = paragraph.add_run()
        mark = _element("fldChar")
        mark.set(f"{{{_W}}}fldCharType", kind)
        if kind == "begin":
            mark.set(f"{{{_W}}}dirty", "true")
        run._r.append(mark)
        if kind == "begin":
            text = _element("instrText")
            text.text = f" {instruction} "
            paragraph.add_run()._r.append(text)
        elif kind == "separate":
            paragraph.add_run(shown)


def _bar(paragraph: Any) -> None:
    """A bar along the left of ministers' words."""
    borders, left = _element("pBdr"), _element("left")
    for name, value in (("val", "single"), ("sz", "18"), ("space", "6"), ("color", "000000")):
        left.set(f"{{{_W}}}{name}", value)
    borders.append(left)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _footnotes(notes: Sequence[str]) -> bytes:
    """The footnotes part: the two separators that the format asks for, and one note a reference."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    told = "".join(
        f'<w:footnote w:id="{number}"><w:p>{mark}<w:r><w:rPr><w:sz w:val="18"/></w:rPr>'
        f'<w:t xml:space="preserve"> {escape(harmless(note))}</w:t></w:r></w:p></w:footnote>'
        for number, note in enumerate(notes, start=1)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<w:footnotes xmlns:w="{_W}">{separators}{told}</w:footnotes>'.encode()
