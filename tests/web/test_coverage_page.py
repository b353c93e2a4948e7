"""The page of coverage: what numbers tell to be missing, in words, beside what is held."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from litestar.testing import TestClient

from onrecord import Archive
from onrecord.specimen import folder
from onrecord.web import create_app


def test_a_gap_in_columns_is_told(tmp_path: Path) -> None:
    """Two days of the specimen, between which columns 21 to 100 were printed and are not held."""
    with Archive.open(tmp_path, create=True) as archive:
        archive.load([folder() / "sittings" / f"debates2019-08-{day}.xml" for day in ("12a", "13a", "13b")])
    with TestClient(create_app(tmp_path, today=lambda: date(2026, 1, 15))) as client:
        page = client.get("/coverage").text
        gaps = client.get("/api/v1/coverage").json()["gaps"]
    assert any((gap["kind"], gap["first"], gap["last"]) == ("columns", 21, 100) for gap in gaps)
    assert "Commons Chamber: columns 21–100" in page
    assert "between 12 August 2019 and 13 August 2019" in page


def test_nothing_missing_is_said_too(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.load([folder() / "sittings" / "debates2019-08-12a.xml"])
    with TestClient(create_app(tmp_path, today=lambda: date(2026, 1, 15))) as client:
        assert "No number between two things held is missing." in client.get("/coverage").text


def test_what_was_refused_is_told_with_its_reason_and_without_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    letter = tmp_path / "secret" / "a <b>letter.xml"
    letter.write_text("<publicwhip>\n<speech>\n<p>fog</speech></publicwhip>")
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([letter])
    with TestClient(create_app(tmp_path / "archive", today=lambda: date(2026, 1, 15))) as client:
        page = client.get("/coverage").text
        (told,) = client.get("/api/v1/coverage").json()["refused"]
    assert "a &lt;b&gt;letter.xml" in page
    assert told["what"] in page
    assert "(line 3)" in page
    assert "secret" not in page


def test_nothing_refused_is_said_too(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True):
        pass
    with TestClient(create_app(tmp_path, today=lambda: date(2026, 1, 15))) as client:
        assert "Nothing that was loaded is refused." in client.get("/coverage").text
