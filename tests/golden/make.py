"""Make the golden pages again: `make golden`, then read the difference before it is committed.

They are what a reader of the specimen sees: the page of a minister's excerpts, alone in a
file, and the same as text. A change that alters them alters what people read.
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import msgspec

from onrecord import Archive
from onrecord.publish.bill_outline import outline_of_bill
from onrecord.publish.pack_html import pack_html
from onrecord.publish.text import excerpts_text, text_of
from onrecord.specimen import folder as specimen_folder
from onrecord.web import render_excerpts_page

FOLDER = Path(__file__).parent
BILL = "lighthouses-and-lesser-beacons-bill-2017-19"
MEMBER, TODAY = "Honoria Blackthorn", date(2026, 1, 15)


def pages(archive: Archive) -> dict[str, str]:
    """Each golden file's name and what should stand in it."""
    reply, adjacent = archive.excerpts(MEMBER), archive.excerpts(MEMBER, context="adjacent")
    return {
        "honoria-blackthorn.html": render_excerpts_page(reply, today=TODAY),
        "honoria-blackthorn.txt": excerpts_text(reply, TODAY),
        "honoria-blackthorn-adjacent.txt": excerpts_text(adjacent, TODAY),
    }


def bill_pages(archive: Archive) -> dict[str, str]:
    """The golden pack: a clause that is renumbered on its way through both Houses, and its time line."""
    pack = archive.pack(BILL, "clause 3", made=TODAY)
    held = {
        "sittings": 14,
        "first": date(2019, 8, 8),
        "last": date(2019, 8, 27),
        "files": 17,
        "newest_file_seen": "2026-01-15T09:00:00+00:00",
    }
    return {
        "clause-3-pack.html": pack_html(msgspec.structs.replace(pack, archive=held)).decode(),
        "lighthouses-bill.txt": text_of(outline_of_bill(archive.bill(BILL))),
    }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, Archive.demo(folder) as specimen:
        for name, page in pages(specimen).items():
            (FOLDER / name).write_text(page, encoding="utf-8")
        specimen.load([specimen_folder() / "bill"])
        for name, page in bill_pages(specimen).items():
            (FOLDER / "bill" / name).write_text(page, encoding="utf-8")
