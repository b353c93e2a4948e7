"""The pack in its three formats: the same words, marked as asked, in files that other programs can navigate."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import docx
import msgspec
import pikepdf
import pypdf
import pytest

from onrecord import Archive
from onrecord.errors import NotHeldError, UsageError
from onrecord.model import Pack
from onrecord.normal import normalise
from onrecord.publish.pack_docx import pack_docx
from onrecord.publish.pack_html import pack_html
from onrecord.publish.pack_manifest import pack_manifest
from onrecord.publish.pack_pdf import pack_pdf
from onrecord.publish.pack_sheet import contributions_of, leaves, title_of

BILL = "lighthouses-and-lesser-beacons-bill-2017-19"
DAY = date(2026, 1, 15)


@pytest.fixture(scope="module")
def archive(specimen_archive: Path) -> Iterator[Archive]:
    with Archive.open(specimen_archive, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def pack(archive: Archive) -> Pack:
    return archive.pack(BILL, "clause 2", made=DAY)


class Words(HTMLParser):
    """The text of a page, its style sheet aside."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.aside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.aside = self.aside or tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self.aside = self.aside and tag != "style"

    def handle_data(self, data: str) -> None:
        if not self.aside:
            self.said.append(data)


def words_of_html(data: bytes) -> str:
    parser = Words()
    parser.feed(data.decode())
    return "".join(parser.said)


def words_of_pdf(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def words_of_docx(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


READ = {"pdf": (pack_pdf, words_of_pdf), "docx": (pack_docx, words_of_docx), "html": (pack_html, words_of_html)}


def squeezed(text: str) -> str:
    """Words without anything between them: where a line or page breaks is the format's own affair."""
    return normalise(text).replace(" ", "")


@pytest.mark.parametrize("format", ["docx", "html"])
def test_every_word_of_every_contribution_is_there(pack: Pack, format: str) -> None:
    make, read = READ[format]
    said = squeezed(read(make(pack)))
    for passage in pack.passages:
        for contribution in passage.contributions:
            for paragraph in contribution.paragraphs:
                cells = [cell for row in paragraph.rows for cell in row] or [paragraph.text]
                assert all(squeezed(cell) in said for cell in cells)


def test_the_pdf_has_every_word_once_running_heads_are_set_aside(pack: Pack) -> None:
    lines = words_of_pdf(pack_pdf(pack)).split("\n")
    furniture = re.compile(r"^Contains Parliamentary|Page \d+ of|: clause 2$")
    said = squeezed("\n".join(line for line in lines if not furniture.search(line)))
    for passage in pack.passages:
        for contribution in passage.contributions:
            for paragraph in contribution.paragraphs:
                for sentence in re.split(r"(?<=[.?!]) ", paragraph.text) if not paragraph.rows else []:
                    assert squeezed(sentence) in said, sentence


@pytest.mark.parametrize("format", READ)
def test_references_empty_stages_and_what_is_not_held_are_said(pack: Pack, format: str) -> None:
    make, read = READ[format]
    said = squeezed(read(make(pack)))
    for passage in pack.passages:
        assert passage.citation
        assert squeezed(passage.citation) in said
    assert squeezed("not held in this archive") in said
    assert squeezed("finding aid") in said
    assert squeezed(pack.licence) in said
    assert squeezed("Not the Official Report") in said


def test_the_same_pack_is_the_same_pdf(pack: Pack) -> None:
    assert pack_pdf(pack) == pack_pdf(pack)


def test_the_pdf_is_tagged_titled_and_navigable(pack: Pack) -> None:
    data = pack_pdf(pack)
    with pikepdf.open(io.BytesIO(data)) as opened:
        root = opened.Root
        assert root.MarkInfo.Marked
        assert "/StructTreeRoot" in root
        assert str(root.Lang).startswith("en")
        assert opened.docinfo["/Title"] == "Lighthouses and Lesser Beacons Bill: clause 2"
        fonts = [font for page in opened.pages for font in page.Resources.get("/Font", {}).values()]
        below = [font.DescendantFonts[0] if "/DescendantFonts" in font else font for font in fonts]
        assert below
        assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys()) for font in below)
        sizes = {(round(float(page.mediabox[2])), round(float(page.mediabox[3]))) for page in opened.pages}
        assert sizes == {(595, 842)}
    reader = pypdf.PdfReader(io.BytesIO(data))
    titles = [entry.title for entry in _flat(reader.outline)]
    assert {"Index of passages", "What was searched", "Passages", "Manifest"} <= set(titles)
    assert sum(re.match(r"\d+\. ", title) is not None for title in titles) == len(pack.passages)
    assert all(reader.get_destination_page_number(entry) is not None for entry in _flat(reader.outline))


def _flat(outline: list[object]) -> list[pypdf.generic.Destination]:
    found: list[pypdf.generic.Destination] = []
    for entry in outline:
        found += _flat(entry) if isinstance(entry, list) else [entry]  # type: ignore[list-item]
    return found


def test_every_official_page_is_a_link_in_the_pdf_and_a_footnote_in_the_docx(pack: Pack) -> None:
    wanted = {passage.official for passage in pack.passages if passage.official}
    with pikepdf.open(io.BytesIO(pack_pdf(pack))) as opened:
        annotations = [note for page in opened.pages for note in page.get("/Annots", [])]
        linked = {str(note.A.URI) for note in annotations if "/A" in note and "/URI" in note.A}
    assert wanted
    assert wanted <= linked
    with zipfile.ZipFile(io.BytesIO(pack_docx(pack))) as unpacked:
        notes = unpacked.read("word/footnotes.xml").decode()
    assert all(address.replace("&", "&amp;") in notes for address in wanted)


def test_the_docx_has_real_headings_and_styles(pack: Pack) -> None:
    document = docx.Document(io.BytesIO(pack_docx(pack)))
    styles = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert {"Title", "Heading 1", "Heading 2", "Attribution", "Minister’s words", "Context", "Reference"} <= styles
    assert document.core_properties.title == "Lighthouses and Lesser Beacons Bill: clause 2"


def test_marked_words_are_exactly_those_asked_for(archive: Archive, pack: Pack) -> None:
    contribution = next(c for c in pack.passages[0].contributions if c.focus and len(c.paragraphs) > 1)
    end = len(contribution.paragraphs[0].text) + 8
    marked = archive.pack(BILL, "clause 2", marks=[f"{contribution.id}:3-{end}"], made=DAY)
    told = next(leaf.text for leaf in leaves(marked) if leaf.label == "Relied on")
    assert told == f"the words underlined: passage 1, col {contribution.column}"
    pieces = [piece.text for leaf in leaves(marked) for piece in leaf.pieces if piece.style == "mark"]
    assert "\n\n".join(pieces) == contribution.text[3:end]
    assert pack_html(marked).count(b"<mark>") == len(pieces) == 2


@pytest.mark.parametrize("mark", ["nonsense", "c0:1", "c0:5-x", "c0:9-3"])
def test_a_mark_that_is_no_mark(archive: Archive, mark: str) -> None:
    with pytest.raises((UsageError, NotHeldError)):
        archive.pack(BILL, "clause 2", marks=[mark], made=DAY)


def test_a_mark_beyond_the_words_or_of_something_else(archive: Archive, pack: Pack) -> None:
    inside = pack.passages[0].contributions[0]
    with pytest.raises(UsageError, match="is no stretch"):
        archive.pack(BILL, "clause 2", marks=[f"{inside.id}:0-{len(inside.text) + 1}"], made=DAY)
    shown = {c.id for passage in pack.passages for c in passage.contributions}
    debate = archive.debate(archive.find_debates("Coastal Fog Inquiry")[0].id)
    other = next(item.id for item in debate.items if hasattr(item, "speaker") and item.id not in shown)
    with pytest.raises(UsageError, match="not in this pack"):
        archive.pack(BILL, "clause 2", marks=[f"{other}:0-3"], made=DAY)


def test_the_manifest_has_every_contribution_and_every_file(archive: Archive, pack: Pack) -> None:
    told = pack_manifest(pack, "pack.pdf", b"x")
    shown = {c.id: c.sha256 for passage in pack.passages for c in passage.contributions}
    assert shown.items() <= {one["id"]: one["sha256"] for one in told.contributions}.items()
    held = {s.sha256 for row in archive.sittings().sittings for s in row.sources if row.chamber == "commons-chamber"}
    assert {source.sha256 for source in told.sources} <= held
    assert all(archive.contribution(identity).sha256 == digest for identity, digest in contributions_of(pack).items())
    assert told.sha256 == "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"  # sha256 of "x"


def test_what_is_said_cannot_become_markup(pack: Pack) -> None:

    evil = '#panic("no") <script>alert(1)</script> $x$ *b* `c` \\ @d [e]'
    first = pack.passages[0]
    said = msgspec.structs.replace(first.contributions[0], attribution=evil, paragraphs=())
    hostile = msgspec.structs.replace(
        pack, passages=(msgspec.structs.replace(first, contributions=(said,), headings=()),), amendments=()
    )
    assert squeezed("alert(1)") in squeezed(words_of_pdf(pack_pdf(hostile)))
    assert b"<script" not in pack_html(hostile)
    assert evil in words_of_docx(pack_docx(hostile))


@pytest.mark.parametrize("format", READ)
def test_corrections_and_revisions_are_shown(archive: Archive, pack: Pack, format: str) -> None:
    make, read = READ[format]
    first = pack.passages[0]
    correction = archive.contribution(first.contributions[-1].id)
    said = msgspec.structs.replace(first.contributions[0], corrected_by=(correction.id,), revision=2)
    shown = msgspec.structs.replace(first, contributions=(said, *first.contributions[1:]))
    changed = msgspec.structs.replace(
        pack, passages=(shown, *pack.passages[1:]), corrections=(correction,), revised=(said.id,)
    )
    text = squeezed(read(make(changed)))
    assert squeezed(f"Corrected later: see the correction {correction.id}") in text
    assert squeezed(f"Correction {correction.id}") in text
    assert squeezed("revision 2 of the text") in text


@pytest.mark.parametrize("format", READ)
def test_a_pack_of_the_whole_bill_shows_what_was_moved_and_who_else_spoke(archive: Archive, format: str) -> None:
    make, read = READ[format]
    whole = archive.pack(BILL, made=DAY)
    text = squeezed(read(make(whole)))
    assert squeezed("What was moved on the bill") in text
    assert squeezed("Other statements in the bill’s debates") in text
    assert len(whole.amendments) == 2
    for one in whole.amendments:
        assert one.outcome
        assert all(squeezed(words) in text for words in one.outcome)
        start, end = one.span
        assert all(squeezed(p.text) in text for p in one.moved.paragraphs[start:end] if not p.rows)
    assert {squeezed(other.name) for other in whole.others if squeezed(other.name) not in text} == set()


def test_the_records_own_words_stand_without_the_ministers_bar(archive: Archive) -> None:
    told = [leaf for leaf in leaves(archive.pack(BILL, made=DAY)) if leaf.kind == "para" and leaf.style == "aside"]
    assert told
    assert not any(leaf.focus for leaf in told)


def test_each_chapter_of_a_docx_has_a_running_head_in_plain_words(pack: Pack) -> None:
    document = docx.Document(io.BytesIO(pack_docx(pack)))
    chapters = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    cover, *heads = [section.header.paragraphs[0].text for section in document.sections]
    assert cover == ""
    assert [head.split("\t") for head in heads] == [
        [chapter + (" " if chapter in ("Passages", "What was moved on the provision") else ""), title_of(pack)]
        for chapter in chapters
    ]


def test_each_passage_says_what_was_under_debate(archive: Archive) -> None:
    notes = [leaf.text for leaf in leaves(archive.pack(BILL, made=DAY)) if leaf.kind == "note"]
    assert "Under debate: Second Reading moved by Augusta Penhallow" in notes
    assert "Under debate: Clause 1 - Meaning of “beacon” · amendment 1 moved by Thomasina Pettifer" in notes


@pytest.mark.parametrize("format", READ)
def test_what_stood_in_a_group_is_set_once_with_its_lead_and_what_is_known_of_its_end(
    bill_archive: Path, format: str
) -> None:
    make, read = READ[format]
    with Archive.open(bill_archive, read_only=True) as opened:
        whole = opened.pack("Lighthouses and Lesser Beacons Bill", made=DAY)
    text = squeezed(read(make(whole)))
    assert squeezed("With amendment 3: House of Commons, Report, Thursday 15 August 2019") in text
    assert squeezed("Put by the Chair to be discussed with amendment 3 (in What was moved, above).") in text
    assert text.count(squeezed("amendment 4, page 1, line 11, at end insert “and has answered”.")) >= 1
    assert squeezed("Nothing that is held tells of a mover, or of an end: amendment 4.") in text
    assert squeezed("A question that the Chair puts, and nobody moves: clause 1 stand part.") in text
