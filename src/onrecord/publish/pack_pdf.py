"""The pack as PDF, by typst: tagged (PDF/UA-1), with bookmarks, page numbers and embedded fonts.

The record's text goes in as JSON data and is set as strings, so that nothing anybody said can
become markup. The same pack made on the same day gives the same bytes.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from importlib.resources import files
from typing import Any

import msgspec

from ..errors import UsageError
from ..model import Pack
from .pack_leaf import Leaf
from .pack_sheet import sheet_of
from .plain import harmless
from .sheet import Sheet


def pack_pdf(pack: Pack) -> bytes:
    """The pack as a PDF. UsageError where the extra that sets PDFs is not installed."""
    return sheet_pdf(sheet_of(pack))


def sheet_pdf(document: Sheet) -> bytes:
    """A document as a PDF. UsageError where the extra that sets PDFs is not installed."""
    try:
        import typst
    except ImportError:
        raise UsageError("PDFs are set by typst, which is not installed", remedy='install "onrecord[pack]"') from None
    source = files(__package__).joinpath("pack.typ").read_bytes()
    title = harmless(document.title)
    sheet = {"title": title, "running": title, "licence": document.licence}
    made = datetime.combine(document.made, time(), UTC)
    data = msgspec.json.encode([_plain(leaf) for leaf in document.leaves]).decode()
    inputs = {"leaves": data, "sheet": msgspec.json.encode(sheet).decode()}
    found = typst.compile(source, sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=made, ignore_system_fonts=True)
    if not isinstance(found, bytes):
        raise TypeError("typst gave no single document")
    return found


def _plain(leaf: Leaf) -> dict[str, Any]:
    """A leaf as plain data, without characters that no font shows."""
    told: dict[str, Any] = msgspec.to_builtins(leaf)
    return {key: _harmless(value) for key, value in told.items()}


def _harmless(value: Any) -> Any:
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, list):
        return [_harmless(one) for one in value]
    if isinstance(value, dict):
        return {key: _harmless(one) for key, one in value.items()}
    return value
