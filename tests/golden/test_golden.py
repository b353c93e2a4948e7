"""What a reader of the specimen sees is what was last read and agreed (`make golden` makes it again)."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import Archive
from tests.golden.make import FOLDER, bill_pages, pages


@pytest.mark.parametrize("name", sorted(p.name for p in FOLDER.glob("*.*") if p.suffix in (".html", ".txt")))
def test_the_page_is_as_agreed(specimen_archive: Path, name: str) -> None:
    with Archive.open(specimen_archive, read_only=True) as archive:
        assert pages(archive)[name] == (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(p.name for p in (FOLDER / "bill").iterdir()))
def test_the_page_of_the_bill_is_as_agreed(bill_archive: Path, name: str) -> None:
    with Archive.open(bill_archive, read_only=True) as archive:
        assert bill_pages(archive)[name] == (FOLDER / "bill" / name).read_text(encoding="utf-8")
