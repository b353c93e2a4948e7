"""Packs of ministers' words on a bill, as `onrecord export` writes them: the file, and its manifest beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..errors import UsageError
from .bill import read_mapping
from .options import Globals
from .output import json_text, write_whole

if TYPE_CHECKING:
    from ..model import Pack


class Asked(NamedTuple):
    """What is to be gathered, and where to."""

    globals: Globals
    format: str
    out: Path
    bill: str | None
    provision: str | None
    marks: tuple[str, ...]
    mapping: Path | None


def write_pack(asked: Asked) -> tuple[str, str]:
    """Write the pack: what was written, and its manifest as JSON. UsageError for what cannot be asked of one."""
    if asked.bill is None:
        raise UsageError(f"{asked.format} is a pack on a bill, and none was named", remedy='add --bill "Some Bill"')
    if asked.mapping is not None and asked.provision is None:
        raise UsageError("--map says nothing without --provision", remedy='add --provision "section 4"')
    with asked.globals.open_archive() as archive:
        found = archive.pack(
            asked.bill,
            asked.provision,
            marks=asked.marks,
            mapping=read_mapping(asked.mapping),
            name=str(asked.mapping or ""),
        )
    from ..publish.pack_manifest import pack_manifest

    data = pack_bytes(found, asked.format)
    write_whole(asked.out, data)
    manifest = asked.out.with_name(f"{asked.out.name}.manifest.json")
    told = json_text(pack_manifest(found, asked.out.name, data))
    write_whole(manifest, told.encode())
    passages, focused = found.counts["passages"], found.counts["ministers_contributions"]
    return f"{asked.out}: {passages:,} passages, {focused:,} contributions in focus; {manifest.name} beside it", told


def pack_bytes(pack: Pack, format: str) -> bytes:
    """A pack in one of its formats."""
    match format:
        case "pdf":
            from ..publish.pack_pdf import pack_pdf

            return pack_pdf(pack)
        case "docx":
            from ..publish.pack_docx import pack_docx

            return pack_docx(pack)
        case _:
            from ..publish.pack_html import pack_html

            return pack_html(pack)
