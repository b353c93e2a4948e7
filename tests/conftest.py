"""What the tests share: the folder of real data, and archives made from the specimen.

Real sittings are never part of the project. A test that needs them takes `real_data`, which
skips where the folder is absent and fails where that would hide something (CI=true).
No test judges by the clock: generated examples may take as long as a busy machine makes them.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

for profile in ("default", "ci"):  # those that hypothesis falls back on, so that nothing brings its deadline back
    settings.register_profile(profile, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("default")


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real files: ONRECORD_TEST_DATA, else `shared/data` beside the project."""
    folder = Path(os.environ.get("ONRECORD_TEST_DATA") or ROOT.parent / "shared" / "data")
    if not (folder / "twfy" / "debates").is_dir():
        reason = f"no real data in {folder}: set ONRECORD_TEST_DATA"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return folder


@pytest.fixture(scope="session")
def specimen_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive made from the specimen, once for each worker; for reading only."""
    from onrecord import Archive

    folder = tmp_path_factory.mktemp("specimen") / "archive"
    Archive.demo(folder).close()
    return folder


@pytest.fixture(scope="session")
def bill_archive(specimen_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The specimen with the later days of its bill, which goes through both Houses; for reading only."""
    from onrecord import Archive
    from onrecord.specimen import folder

    copy = tmp_path_factory.mktemp("bill") / "archive"
    shutil.copytree(specimen_archive, copy)
    with Archive.open(copy, create=True) as archive:
        archive.load([folder() / "bill"])
    return copy


@pytest.fixture(autouse=True)
def nobodys_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test reads or writes the archive of whoever runs it."""
    for name in [name for name in os.environ if name.startswith("ONRECORD_") and name != "ONRECORD_TEST_DATA"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(tmp_path / "nobodys-archive"))
