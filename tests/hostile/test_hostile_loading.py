"""A folder of hostile files beside good ones: the good are loaded, of the others nothing but the refusal is kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.errors import BadInputError
from onrecord.formats.detect import read
from onrecord.specimen import folder
from tests.dump import dump

from .cases import LARGE, XML, debate, page, speech, volume

QUICK = (
    "objects 100,000 deep",
    "lists 100,000 deep",
    "a number of a million figures",
    "a million comments begun in a value",
)


def hostile_files(target: Path) -> list[str]:
    """A folder of files made to hurt, all of which are refused; their names."""
    target.mkdir()
    made = {f"laughs-{number}.xml": speech(text, head) for number, (head, text) in enumerate(XML.values())}
    made |= {f"large-{number}": LARGE[name]() for number, name in enumerate(QUICK)}
    made |= {
        "cut.xml": volume("fog")[:-30],
        "cut.json": debate("fog")[:-3],
        "cut.html": page("fog")[:-20],
        "nul.xml": speech("f\0g"),
        "packed.gz": b"\x1f\x8b\x08" + b"fog" * 100,
        "packed.zip": b"PK\x03\x04" + b"../../fog" * 100,
    }
    refused = [name for name, data in made.items() if _is_refused(data)]
    for name in refused:
        (target / name).write_bytes(made[name])
    return sorted(refused)


def _is_refused(data: bytes) -> bool:
    try:
        read(data, "case")
    except BadInputError:
        return True
    return False


def test_hostile_files_leave_no_trace(tmp_path: Path) -> None:
    good = sorted((folder() / "sittings").iterdir())
    with Archive.demo(tmp_path / "archive") as archive:
        before = dump(tmp_path / "archive")
        hostile = hostile_files(tmp_path / "hostile")
        report = archive.load([tmp_path / "hostile", *good])
    after = dump(tmp_path / "archive")
    refused = {Path(file.path).name: file.error for file in report.files if file.status == "refused"}
    assert sorted(refused) == hostile
    assert len(hostile) > 25
    assert all(error and "\n" not in error for error in refused.values())
    assert all(file.status == "unchanged" for file in report.files[-len(good) :])
    known = {Path(str(path)).name for path, *_ in after.pop("refusals")}
    assert known == set(hostile)
    assert before.pop("refusals") == []
    assert after == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_what_is_no_plain_file_is_refused_and_a_folder_in_itself_is_walked_once(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "fog.xml").write_bytes(speech("fog"))
    os.mkfifo(inside / "pipe")
    (inside / "again").symlink_to(inside, target_is_directory=True)
    (inside / "zero").symlink_to("/dev/zero")
    (inside / "nowhere").symlink_to("/nowhere")
    with Archive.open(tmp_path / "archive", create=True) as archive:
        report = archive.load([inside])
    told = {Path(file.path).name: (file.status, file.error or "") for file in report.files}
    assert told["fog.xml"] == ("loaded", "")
    assert "not a plain file" in told["pipe"][1]
    assert "not a plain file" in told["zero"][1]
    assert "no such file" in told["nowhere"][1]
    assert len(report.files) == 4
