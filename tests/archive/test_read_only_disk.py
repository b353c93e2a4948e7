"""An archive on a disk that cannot be written answers everything, and says in one line what it cannot do."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.errors import ArchiveError
from onrecord.specimen import folder


@pytest.fixture
def sealed(specimen_archive: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of the specimen's archive on a file system that was made read-only afterwards."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "tmpfs", disk], check=False).returncode:
        pytest.skip("a disk of its own can only be made by root, where mounting is allowed")
    try:
        shutil.copytree(specimen_archive, disk / "archive")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        yield disk / "archive"
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def test_what_is_asked_is_answered(sealed: Path, specimen_archive: Path) -> None:
    with Archive.open(sealed, read_only=True) as archive, Archive.open(specimen_archive, read_only=True) as other:
        assert archive.sittings().totals == other.sittings().totals
        assert archive.excerpts("Thomas Pettifer") == other.excerpts("Thomas Pettifer")
        found = archive.search("fog")
        assert found.total == other.search("fog").total > 0
        assert archive.search("lobster").total > 0  # a second question of the same index
        assert archive.verify("Nobody died.").verdict == "verbatim"
        assert archive.doctor().ok


def test_what_would_write_is_refused_in_one_line(sealed: Path) -> None:
    with pytest.raises(ArchiveError, match="read-only file system"), Archive.open(sealed) as archive:
        archive.load([folder() / "sittings"])
