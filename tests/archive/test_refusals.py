"""What was refused stays known until it is read well or is gone: by name, place and reason, and with no word of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.specimen import folder
from tests.dump import dump

GOOD = folder() / "sittings" / "debates2019-08-12a.xml"
LIST = folder() / "people" / "people.2019-08-31.xml"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    made = tmp_path / "files"
    made.mkdir()
    return made


def cut(path: Path, source: Path = GOOD) -> Path:
    path.write_bytes(source.read_bytes()[: source.stat().st_size // 2])
    return path


def names(archive: Archive) -> list[str]:
    told = [one.name for one in archive.coverage().refused]
    assert told == [one.name for one in archive.sittings().refused]
    assert archive.doctor().counts["refused"] == len(told)
    return told


def test_a_refused_file_is_told_with_its_name_place_and_reason(files: Path, tmp_path: Path) -> None:
    (files / "letter.xml").write_text("<publicwhip>\n<speech>\n<p>fog</speech></publicwhip>")
    with Archive.open(tmp_path / "archive", create=True) as archive:
        report = archive.load([files, GOOD])
        (told,) = archive.coverage().refused
        assert archive.sittings().totals["refused"] == 1
        assert archive.sittings(house="commons").refused == ()
    error = report.files[0].error or ""
    assert (told.name, told.path, told.kind) == ("letter.xml", str(files / "letter.xml"), "record")
    assert told.what in error
    assert told.remedy in error
    assert told.place == "line 3"
    assert f":{told.place.removeprefix('line ')}" in error


def test_it_is_forgotten_when_the_file_is_read_well(files: Path, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([cut(files / "day.xml")])
        assert names(archive) == ["day.xml"]
        shutil.copy(GOOD, files / "day.xml")
        archive.load([files])
        assert names(archive) == []


def test_it_is_forgotten_when_the_file_is_held_already(files: Path, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([GOOD, cut(files / "day.xml")])
        shutil.copy(GOOD, files / "day.xml")
        archive.load([files])
        assert names(archive) == []


def test_it_is_forgotten_when_the_file_is_gone_from_its_folder_and_not_before(files: Path, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([cut(files / "a.xml"), cut(files / "b.xml", folder() / "sittings" / "lords2019-08-12a.xml")])
        (files / "a.xml").unlink()
        archive.load([GOOD])
        assert sorted(names(archive)) == ["a.xml", "b.xml"]
        archive.load([files])
        assert names(archive) == ["b.xml"]


def test_refused_again_is_one_refusal(files: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([cut(files / "day.xml")])
        shutil.copy(files / "day.xml", other)
        archive.load([files])
        archive.load([other])
        (told,) = archive.coverage().refused
    assert told.path == str(other / "day.xml")


def test_a_list_of_people_given_to_the_wrong_command(files: Path, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([LIST])
        assert names(archive) == [LIST.name]
        archive.load_people([LIST, cut(files / "members.xml", LIST)])
        (told,) = archive.coverage().refused
        assert (told.name, told.kind) == ("members.xml", "people")
        shutil.copy(LIST, files / "members.xml")
        archive.load_people([files])
        assert names(archive) == []


def test_what_is_not_there_is_a_slip_and_no_file(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        report = archive.load([tmp_path / "nowhere.xml"])
        assert report.totals["refused"] == 1
        assert names(archive) == []


def test_a_name_that_is_no_text_is_told_as_far_as_it_is(files: Path, tmp_path: Path) -> None:
    try:
        (files / "fog\udcff.xml").write_text("fog")
    except OSError:
        pytest.skip("this file system takes no such name")
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([files])
        assert names(archive) == ["fog\ufffd.xml"]
        (files / "fog\udcff.xml").unlink()
        archive.load([files])
        assert names(archive) == []


def test_a_repair_keeps_it(files: Path, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([GOOD, cut(files / "day.xml")])
    before = dump(tmp_path / "archive")
    (tmp_path / "archive" / "record.sqlite").unlink()
    assert Archive.repair(tmp_path / "archive").ok
    assert dump(tmp_path / "archive")["refusals"] == before["refusals"] != []


def test_of_many_refusals_one_is_forgotten(files: Path, tmp_path: Path) -> None:
    for number in range(300):
        (files / f"empty-{number}.xml").write_bytes(b"")
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([files])
        assert len(names(archive)) == 300
        (files / "empty-7.xml").write_bytes(GOOD.read_bytes())
        archive.load([files])
        assert "empty-7.xml" not in names(archive)
        assert len(names(archive)) == 299


def test_a_part_read_well_beside_others_is_forgotten(files: Path, tmp_path: Path) -> None:
    parts = sorted((folder() / "sittings").glob("hansard-api-2019-08-14-*.json"))
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([cut(files / parts[0].name, parts[0])])
        assert names(archive) == [parts[0].name]
        for part in parts:
            shutil.copy(part, files)
        archive.load([files])
        assert names(archive) == []
