"""A load that is killed at any moment leaves whole sittings, and finishing it gives the undisturbed archive."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import time
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.specimen import folder
from tests.dump import dump

Dumped = dict[str, list[tuple[object, ...]]]
MOMENTS = int(os.environ.get("ONRECORD_TEST_KILLS", "40"))  # in all; 200 for the whole proof
SERVER = multiprocessing.get_context("forkserver")
SERVER.set_forkserver_preload(["onrecord", "onrecord.archive", "onrecord.store.loader", "onrecord.search.index"])


def load(archive: Path) -> None:
    """What is killed: people, sittings, and decisions of the keeper."""
    with Archive.open(archive, create=True) as opened:
        opened.load_people([folder() / "people"])
        for file in sorted((folder() / "sittings").iterdir()):
            opened.load([file])
        opened.suppress("uk.org.publicwhip/debate/2019-08-13b.105.2", "a court order")
        opened.remove("lords2019-08-12a.xml", "by mistake")


def finish(archive: Path) -> None:
    """What whoever was interrupted does: the same again, as far as it was not done."""
    with Archive.open(archive, create=True) as opened:
        opened.load_people([folder() / "people"])
        opened.load([folder() / "sittings"])
        with Archive.open(archive, read_only=True) as reader:
            lords = {s.id: s.state for s in reader.sittings().sittings}["lords-chamber/2019-08-12"]
        opened.suppress("uk.org.publicwhip/debate/2019-08-13b.105.2", "a court order")
        if lords != "removed":
            opened.remove("lords2019-08-12a.xml", "by mistake")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Dumped, float]:
    """What comes of a load that nobody kills, and how long one takes."""
    folder = tmp_path_factory.mktemp("undisturbed")
    for name in ("first", "second"):  # the first one also starts the server
        started = time.monotonic()
        process = SERVER.Process(target=load, args=(folder / name,))
        process.start()
        process.join()
        took = time.monotonic() - started
    return dump(folder / "second"), took


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_sigkill_at_any_moment_loses_and_doubles_nothing(
    undisturbed: tuple[Dumped, float], tmp_path: Path, seed: int
) -> None:
    (expected, longest), chance, killed = undisturbed, random.Random(seed), 0
    for moment in range(MOMENTS):  # far more than are needed: a load that ends before its moment is no kill
        if killed == max(1, MOMENTS // 10):
            break
        path = tmp_path / f"killed-{moment}"
        process = SERVER.Process(target=load, args=(path,))
        process.start()
        process.join(longest * chance.random())
        if process.is_alive():
            killed += 1
        else:
            longest *= 0.7  # the machine is quicker now than when one load was timed
        process.kill()
        process.join()
        check_whole(path)
        finish(path)
        assert dump(path) == expected, f"moment {moment}"
        with Archive.open(path, read_only=True) as archive:
            health = archive.doctor()
        assert health.ok, (moment, [check for check in health.checks if not check.ok])
        shutil.rmtree(path)
    assert killed == max(1, MOMENTS // 10)


def check_whole(path: Path) -> None:
    """A reader who comes right after sees sittings as they are at some step of the load, never a part of a file."""
    if not (path / "record.sqlite").exists():
        return
    with Archive.open(path, create=True) as archive:
        for sitting in archive.sittings().sittings:
            if sitting.state == "held":
                assert sitting.contributions in WHOLE.get(sitting.id, {sitting.contributions})
        bad = [check for check in archive.doctor().checks if not check.ok]
    assert {check.name for check in bad} <= HARMLESS, bad


WHOLE = {  # as the specimen's own description counts them; one fewer where a contribution is suppressed
    "commons-chamber/2019-08-12": {102},
    "commons-chamber/2019-08-13": {67, 66},
    "lords-chamber/2019-08-12": {27},
}
HARMLESS = {"leftovers", "index", "sittings to be written anew"}  # the next load does what was left undone
