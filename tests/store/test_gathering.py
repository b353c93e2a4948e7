"""Parts of a sitting taken in together give what they give one by one, and one that clashes spoils only itself."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.specimen import folder
from onrecord.store import gathering
from tests.dump import dump
from tests.standin import hansard

PARTS = sorted((folder() / "sittings").glob("hansard-api-*.json"))


def loaded(archive: Path, *batches: list[Path]) -> dict[str, list[tuple[object, ...]]]:
    with Archive.open(archive, create=True) as opened:
        for batch in batches:
            opened.load(batch)
    return dump(archive)


def test_together_or_one_by_one_is_the_same(tmp_path: Path) -> None:
    together = loaded(tmp_path / "together", PARTS)
    assert loaded(tmp_path / "alone", *([part] for part in PARTS)) == together
    assert loaded(tmp_path / "backwards", PARTS[::-1]) == together


def test_however_few_may_be_gathered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    together = loaded(tmp_path / "together", PARTS)
    monkeypatch.setattr(gathering, "MOST_FILES", 2)
    assert loaded(tmp_path / "by-twos", PARTS) == together
    monkeypatch.setattr(gathering, "MOST_BYTES", 1)
    assert loaded(tmp_path / "by-bytes", PARTS) == together


def test_each_file_is_reported_in_its_place(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"Overview": ')
    with Archive.open(tmp_path / "archive", create=True) as archive:
        report = archive.load([PARTS[0], broken, PARTS[1], PARTS[0], *PARTS[2:]])
    assert [Path(file.path).name for file in report.files] == [
        PARTS[0].name, "broken.json", PARTS[1].name, PARTS[0].name, *[part.name for part in PARTS[2:]],
    ]  # fmt: skip
    assert [file.status for file in report.files[:4]] == ["loaded", "refused", "loaded", "unchanged"]


@pytest.mark.parametrize("order", list(permutations(range(3)))[:4])
def test_a_file_that_clashes_is_refused_alone(tmp_path: Path, order: tuple[int, ...]) -> None:
    tides = hansard.lords_debate()
    other = json.loads(json.dumps(tides).replace("Lords Chamber", "Grand Committee"))
    other["Overview"]["ExtId"] = other["Navigator"][1]["ExternalId"] = hansard.LIGHTS
    files = []
    for name, content in (("a", tides), ("b", other)):
        files.append(tmp_path / f"{name}.json")
        files[-1].write_text(json.dumps(content))
    files.append(PARTS[0])
    with Archive.open(tmp_path / "archive", create=True) as archive:
        report = archive.load([files[number] for number in order])
    assert sorted(file.status for file in report.files) == ["loaded", "loaded", "refused"]
    assert report.files[order.index(2)].status == "loaded"
