"""A disk that fills up while a load is at work: one line that says so, and whole sittings only."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.errors import ArchiveError
from onrecord.specimen import folder
from tests.dump import dump


@pytest.fixture
def small_disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A file system of its own, of the size asked for in kilobytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    size = f"size={request.param}k"
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", disk], check=False).returncode:
        pytest.skip("a small disk can only be made by root, where mounting is allowed")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


@pytest.mark.parametrize("small_disk", [60, 400, 800, 1200, 1600], indirect=True)
def test_a_full_disk_is_said_and_nothing_is_half_loaded(small_disk: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "onrecord", "--archive", str(small_disk / "archive")]
    for step in (["people", "load", str(folder() / "people")], ["load", str(folder() / "sittings")]):
        done = subprocess.run([*command, *step], capture_output=True, text=True, check=False)
        if done.returncode:
            assert done.returncode == 3
            assert "the disk is full" in done.stderr
            assert "Traceback" not in done.stderr
            assert done.stderr.count("\n") == 1
    subprocess.run(["mount", "-o", "remount,size=64m", small_disk], check=True)
    with Archive.open(small_disk / "archive", create=True) as archive:
        archive.load_people([folder() / "people"])
        archive.load([folder() / "sittings"])
    Archive.demo(tmp_path / "undisturbed").close()
    assert dump(small_disk / "archive") == dump(tmp_path / "undisturbed")


def said_full(archive: Path) -> bool:
    """Whether the disk is too small for all of it, and that alone was said."""
    try:
        with Archive.open(archive, create=True) as opened:
            opened.load_people([folder() / "people"])
            opened.load([folder() / "sittings"])
            opened.suppress("uk.org.publicwhip/debate/2019-08-13b.105.2", "a court order")
    except ArchiveError as error:
        return "full" in str(error) or pytest.fail(str(error))
    return False


@pytest.mark.slow
@pytest.mark.parametrize("small_disk", [100], indirect=True)
def test_a_disk_that_grows_step_by_step_ends_in_the_undisturbed_archive(small_disk: Path, tmp_path: Path) -> None:
    archive, full = small_disk / "archive", 0
    for size in range(200, 20_000, 200):
        subprocess.run(["mount", "-o", f"remount,size={size}k", small_disk], check=True)
        if not said_full(archive):
            break
        full += 1
    assert full > 3
    with Archive.open(archive, read_only=True) as opened:
        health = opened.doctor()
    assert health.ok, [check for check in health.checks if not check.ok]
    with Archive.demo(tmp_path / "undisturbed") as other:
        other.suppress("uk.org.publicwhip/debate/2019-08-13b.105.2", "a court order")
    assert dump(archive) == dump(tmp_path / "undisturbed")
