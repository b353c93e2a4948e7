"""What a search finds as a document: the same words in HTML, DOCX and PDF, each with its reference, and nothing cut."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from onrecord import Archive
from onrecord.cli import main
from onrecord.errors import UsageError
from onrecord.model import LICENCE, NOT_OFFICIAL
from onrecord.normal import normalise
from onrecord.publish import documents
from onrecord.publish.documents import SETTERS
from onrecord.publish.found_sheet import found_sheet

from .test_pack import words_of_docx, words_of_html, words_of_pdf

READ = {"pdf": words_of_pdf, "docx": words_of_docx, "html": words_of_html}
MINISTER = "Honoria Blackthorn"
BILL = "Lighthouses and Lesser Beacons Bill"


@pytest.fixture
def archive(specimen_archive: Path) -> Iterator[Archive]:
    with Archive.open(specimen_archive, read_only=True) as opened:
        yield opened


@pytest.mark.parametrize("format", sorted(SETTERS))
def test_every_contribution_found_stands_there_in_its_words_with_its_reference(
    archive: Archive, tmp_path: Path, format: str
) -> None:
    out = tmp_path / f"found.{format}"
    manifest = archive.export(format, out, member=MINISTER, kind="answer")
    found = list(archive.stream(member=MINISTER, kind="answer"))
    read = normalise(READ[format](out.read_bytes()))
    assert manifest.counts["contributions"] == len(found) > 10
    for one in found:
        assert all(normalise(paragraph.text) in read for paragraph in one.paragraphs)
        assert normalise(one.citation or "") in read
    assert normalise(LICENCE) in read
    assert normalise(NOT_OFFICIAL) in read
    assert manifest.sha256 == sha256(out.read_bytes()).hexdigest()
    told = json.loads((tmp_path / f"found.{format}.manifest.json").read_text(encoding="utf-8"))
    assert told["filters"] == {"member": MINISTER, "kind": "answer"}


def test_a_pdf_is_tagged_also_where_nothing_was_found(archive: Archive, tmp_path: Path) -> None:
    for number, start in enumerate((None, date(2050, 1, 1))):
        archive.export("pdf", tmp_path / f"{number}.pdf", kind="answer", start=start)
        with pikepdf.open(tmp_path / f"{number}.pdf") as pdf:
            assert pdf.Root.MarkInfo.Marked


def test_the_same_finding_is_the_same_document(archive: Archive) -> None:
    found = list(archive.stream(kind="answer", limit=5))
    sheets = [found_sheet("lamp", {"kind": "answer"}, found, date(2026, 1, 15)) for _ in range(2)]
    for format in ("html", "pdf"):
        assert SETTERS[format](sheets[0]) == SETTERS[format](sheets[1])
    assert sheets[0].title == "Hansard: lamp"


def test_markup_in_words_is_no_markup(archive: Archive) -> None:
    sheet = found_sheet("<b>fog</b>", {"member": "<script>"}, [], date(2026, 1, 15))
    page = SETTERS["html"](sheet).decode()
    assert "<script" not in page
    assert "<b>fog" not in page


def test_too_much_for_a_document_is_said_and_nothing_is_written(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "MOST", 5)
    with pytest.raises(UsageError, match="too many for a document"):
        archive.export("html", tmp_path / "all.html")
    assert list(tmp_path.iterdir()) == []


def test_filters_go_with_every_format_and_a_bill_alone_is_a_pack(
    specimen_archive: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(specimen_archive))
    out = tmp_path / "out.html"
    assert main(["export", "html", str(out), "--member", MINISTER, "--bill", BILL, "--format", "json"]) in (0, 1)
    assert json.loads(capfd.readouterr().out)["filters"] == {"member": MINISTER, "bill": BILL}
    assert main(["export", "html", str(out), "--query", "lamp", "--house", "commons"]) == 0
    assert "contributions" in capfd.readouterr().out
    assert main(["export", "html", str(out), "--bill", BILL]) == 0
    assert "passages" in capfd.readouterr().out
    assert main(["export", "html", str(out), "--bill", BILL, "--provision", "clause 2", "--member", MINISTER]) == 2
    assert main(["export", "docx", str(out), "--from", "2050-01-01"]) == 1
