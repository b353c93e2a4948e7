"""A list that shrinks or grows beyond its bands is refused, and taken when that is said to be right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Archive

HEAD = "person_id,redirect_id,first_name,family_name,party,constituency\n"


def write(folder: Path, day: str, people: int) -> Path:
    """A list of so many people, as its keepers name it on a day."""
    rows = (f"uk.org.publicwhip/person/{90000 + n},,Ada,Quill{n},," for n in range(people))
    file = folder / f"roll-people.{day}.csv"
    file.write_text("," + HEAD + "".join(f"{n},{row}\n" for n, row in enumerate(rows)), encoding="utf-8")
    return file


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True) as opened:
        assert opened.load_people([write(tmp_path, "2019-01-01", 1000)]).files[0].status == "loaded"
        yield opened


@pytest.mark.parametrize(("people", "status"), [(1020, "loaded"), (960, "loaded"), (500, "refused"), (3000, "refused")])
def test_the_next_edition(archive: Archive, tmp_path: Path, people: int, status: str) -> None:
    (done,) = archive.load_people([write(tmp_path, "2019-06-01", people)]).files
    assert done.status == status
    if status == "refused":
        assert "has 1,000" in (done.error or "")


def test_it_is_taken_when_that_is_right_and_an_older_one_always(archive: Archive, tmp_path: Path) -> None:
    assert archive.load_people([write(tmp_path, "2019-06-01", 500)], accept=True).files[0].status == "loaded"
    assert archive.load_people([write(tmp_path, "2010-06-01", 100)]).files[0].status == "loaded"


def test_real_editions_of_one_list_are_within_the_bands(real_data: Path, tmp_path: Path) -> None:
    lists = [real_data / "people" / "2009" / "peers-ucl.xml", real_data / "people" / "peers-ucl.2015-03-31.xml"]
    with Archive.open(tmp_path / "real", create=True) as archive:
        assert [archive.load_people([path]).files[0].status for path in lists] == ["loaded", "loaded"]
