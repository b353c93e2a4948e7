"""Sittings written anew: one without any file stays as it is, and a volume is read once for all of its own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.reading import Reading
from onrecord.specimen import folder
from onrecord.store.recent import RecentReadings
from onrecord.store.understood import understood

VOLUME = Path(__file__).parent.parent / "formats" / "historic_volume.xml"


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


def test_a_volume_is_read_once_when_all_its_sittings_are_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([VOLUME])
        days = len({(one.house, one.chamber, one.date) for one in archive.sittings().sittings})
    assert days > 2
    with closing(sqlite3.connect(tmp_path / "archive" / "record.sqlite")) as record, record:
        record.execute("UPDATE sittings SET stale = 1")
    read: list[str] = []

    def reading(data: bytes, path: str) -> Reading:
        read.append(path)
        return understood(data, path)

    monkeypatch.setattr("onrecord.store.deriving.understood", reading)
    with Archive.open(tmp_path / "archive") as archive:
        archive.load([VOLUME])
        assert len(read) == 1
        with closing(sqlite3.connect(tmp_path / "archive" / "record.sqlite")) as record:
            assert record.execute("SELECT count(*) FROM sittings WHERE stale").fetchone() == (0,)


def test_readings_at_hand_are_the_last_wanted_and_never_more_than_asked() -> None:
    kept, readings = RecentReadings(most=100), {name: Reading(name, (), 0, {}) for name in "abcd"}
    kept.keep("a", 50, readings["a"])
    kept.keep("b", 50, readings["b"])
    assert kept.get("a") is readings["a"]
    kept.keep("c", 50, readings["c"])
    assert (kept.get("b"), kept.get("a"), kept.get("c")) == (None, readings["a"], readings["c"])
    kept.keep("d", 500, readings["d"])
    assert [kept.get(name) for name in "abc"] == [None] * 3
    assert kept.get("d") is readings["d"]
