"""Make the golden pages again: `make golden`, then read the difference before it is committed.

They are what a reader of the specimen sees: the page of a minister's excerpts, alone in a
file, and the same as text. A change that alters them alters what people read.
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from onrecord import Archive
from onrecord.publish.text import excerpts_text
from onrecord.web import render_excerpts_page

FOLDER = Path(__file__).parent
MEMBER, TODAY = "Honoria Blackthorn", date(2026, 1, 15)


def pages(archive: Archive) -> dict[str, str]:
    """Each golden file's name and what should stand in it."""
    reply, adjacent = archive.excerpts(MEMBER), archive.excerpts(MEMBER, context="adjacent")
    return {
        "honoria-blackthorn.html": render_excerpts_page(reply, today=TODAY),
        "honoria-blackthorn.txt": excerpts_text(reply, TODAY),
        "honoria-blackthorn-adjacent.txt": excerpts_text(adjacent, TODAY),
    }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, Archive.demo(folder) as specimen:
        for name, page in pages(specimen).items():
            (FOLDER / name).write_text(page, encoding="utf-8")
