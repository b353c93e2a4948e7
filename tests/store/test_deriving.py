"""A sitting that no file is held of stays as it is, and keeps nothing else from being loaded."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from onrecord import Archive
from onrecord.specimen import folder


def test_a_sitting_without_any_file_does_not_fail_a_load(tmp_path: Path) -> None:
    """A filled archive has sittings without files, and longer lists mark them as to be written anew."""
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([folder() / "sittings" / "lords2019-08-12a.xml"])
    record = sqlite3.connect(tmp_path / "archive" / "record.sqlite")
    with record:
        made = {
            "id": "commons-chamber/1950-01-03", "house": "commons", "chamber": "commons-chamber", "date": "1950-01-03",
            "publication": "unknown", "state": "held", "revision": 1, "contributions": 7, "words": 70, "unresolved": 0,
            "divisions": 0, "stale": 1,
        }  # fmt: skip
        places = ", ".join("?" * len(made))
        record.execute(f"INSERT INTO sittings ({', '.join(made)}) VALUES ({places})", list(made.values()))
    record.close()
    with Archive.open(tmp_path / "archive") as archive:
        (file,) = archive.load([folder() / "sittings" / "debates2019-08-12a.xml"]).files
        assert file.status == "loaded"
        filled = next(s for s in archive.sittings().sittings if s.date.year == 1950)
        assert (filled.state, filled.contributions) == ("held", 7)
