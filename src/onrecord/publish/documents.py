"""Contributions as one document (HTML, DOCX, PDF): written like a table, but set whole at the end.

A document is for reading and has an end: what is too much for one is for a table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import IO, Any

from ..errors import UsageError
from ..model import Contribution
from .found_sheet import found_sheet
from .sheet import Sheet

MOST = 2000
"""How many contributions a document holds: some six hundred pages."""


class Documents:
    """Gathers contributions and sets them when all are there."""

    def __init__(
        self, file: IO[bytes], setter: Callable[[Sheet], bytes], query: str, filters: Mapping[str, Any], made: date
    ) -> None:
        self._file, self._set = file, setter
        self._about = query, filters, made
        self._found: list[Contribution] = []

    def add(self, contributions: Iterable[Contribution]) -> None:
        """Keep these."""
        self._found += contributions
        if len(self._found) > MOST:
            raise UsageError(
                f"more than {MOST:,} contributions are too many for a document",
                remedy="narrow it by filters or --limit, or export csv, jsonl or parquet",
            )

    def close(self) -> None:
        """There are no more: set them."""
        query, filters, made = self._about
        self._file.write(self._set(found_sheet(query, filters, self._found, made)))


def _html(sheet: Sheet) -> bytes:
    from .pack_html import sheet_html

    return sheet_html(sheet)


def _docx(sheet: Sheet) -> bytes:
    from .pack_docx import sheet_docx

    return sheet_docx(sheet)


def _pdf(sheet: Sheet) -> bytes:
    from .pack_pdf import sheet_pdf

    return sheet_pdf(sheet)


SETTERS: Mapping[str, Callable[[Sheet], bytes]] = MappingProxyType({"html": _html, "docx": _docx, "pdf": _pdf})
