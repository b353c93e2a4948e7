"""Which files a load means: those below a folder, each once, and never the folder one happens to be in."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.errors import UsageError
from onrecord.specimen import folder
from onrecord.store.files import files_in


def test_the_files_below_a_folder_in_a_fixed_order(tmp_path: Path) -> None:
    for name in ("b/2.xml", "b/1.xml", "a.xml", ".hidden/x.xml", "b/.x.xml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [path.relative_to(tmp_path).as_posix() for path in files_in([tmp_path])]
    assert found == ["a.xml", "b/1.xml", "b/2.xml"]


@pytest.mark.parametrize("empty", ["", " "])
def test_an_empty_path_is_not_the_folder_one_is_in(empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.xml").touch()
    with pytest.raises(UsageError, match="a path is empty"):
        list(files_in(["a.xml", empty]))
    assert list(files_in(["."])) == [Path("a.xml")]


def test_an_archive_among_the_files_is_passed_over(tmp_path: Path) -> None:
    day = tmp_path / "lords2019-08-12a.xml"
    day.write_bytes((folder() / "sittings" / day.name).read_bytes())
    with Archive.open(tmp_path / "my-archive", create=True) as archive:
        assert [file.status for file in archive.load([tmp_path]).files] == ["loaded"]
        assert [file.status for file in archive.load([tmp_path]).files] == ["unchanged"]


def test_long_files_come_last_and_the_report_keeps_the_order_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.store.files.LONG", 20_000)
    given = sorted((folder() / "sittings").iterdir())
    longest = sorted((path for path in given if path.stat().st_size > 20_000), key=lambda path: path.stat().st_size)
    read: list[str] = []
    with Archive.open(tmp_path / "archive", create=True) as archive:
        report = archive.load(given, progress=lambda path, number, of: read.append(path))
    assert 1 < len(longest) < len(given)
    assert read == [str(path) for path in given if path not in longest] + [str(path) for path in longest]
    assert [file.path for file in report.files] == [str(path) for path in given]
