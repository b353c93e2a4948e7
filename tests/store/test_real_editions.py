"""Real editions of one day, loaded in any order, together or one by one: the same archive, to the row."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from onrecord import Archive
from tests.dump import dump

DAYS = {
    "debates": ("debates/debates2009-10-27{}.xml", "abcd"),
    "divisions alone too": ("{}2009-10-26{}.xml", ""),
    "written answers": ("wrans/answers2009-10-26{}.xml", "abcdef"),
    "statements": ("wms/ministerial2009-10-26{}.xml", "abc"),
}


def files_of(real_data: Path, day: str) -> list[Path]:
    pattern, letters = DAYS[day]
    if letters:
        return [real_data / "twfy" / pattern.format(letter) for letter in letters]
    stems = ("debates/debates", "divisionsonly/divisions")
    return [real_data / "twfy" / pattern.format(stem, letter) for stem in stems for letter in "ab"]


@pytest.mark.slow
@pytest.mark.parametrize("day", list(DAYS))
def test_the_order_of_loading_real_editions_does_not_matter(real_data: Path, tmp_path: Path, day: str) -> None:
    files = files_of(real_data, day)
    shuffled = random.Random(len(files)).sample(files, len(files))
    dumps = []
    for name, order, together in (
        ("together", files, True), ("backwards", files[::-1], True), ("one by one", shuffled, False),
    ):  # fmt: skip
        with Archive.open(tmp_path / name, create=True) as archive:
            for some in [order] if together else [[file] for file in order]:
                report = archive.load(some)
                assert {file.status for file in report.files} <= {"loaded", "superseded"}
        dumps.append(dump(tmp_path / name))
    for other in dumps[1:]:
        assert other.keys() == dumps[0].keys()
        for table in other:
            assert other[table] == dumps[0][table], table
