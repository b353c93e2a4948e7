"""A consistent copy of an archive that is in use.

The order makes it consistent. First the search index (it may be behind the record, never
ahead), then the database as of one moment, then the vault, which only ever grows: whatever
the copied database speaks of is there. The copy is made beside its place and moved there
whole, so that an interrupted backup leaves nothing that could be taken for one.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

from ..errors import UsageError
from .asking import FILE
from .rebuilding import REBUILT
from .vault import INCOMING

Progress = Callable[[str, int, int], None]
LEFT_OUT = frozenset({"lock", REBUILT, "incoming", FILE, f"{FILE}-wal", f"{FILE}-shm", "vault"})
TRIES = 5


def back_up(folder: Path, destination: Path, progress: Progress | None = None) -> None:
    """Copy the archive in `folder` to `destination`, which must not exist or be an empty folder."""
    destination = destination.expanduser().resolve()
    if destination.exists() and (not destination.is_dir() or any(destination.iterdir())):
        raise UsageError("there is something already", where=str(destination), remedy="name a new or empty folder")
    if destination.is_relative_to(folder.resolve()):
        raise UsageError("a copy inside the archive itself", where=str(destination), remedy="name a folder elsewhere")
    destination.parent.mkdir(parents=True, exist_ok=True)
    beside = destination.with_name(f".{destination.name}.unfinished")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir()
    try:
        for entry in sorted(folder.iterdir()):
            if entry.name not in LEFT_OUT and not entry.name.startswith("."):
                _copy(entry, beside / entry.name)
        _copy_database(folder / FILE, beside / FILE)
        _copy_vault(folder / "vault", beside / "vault", progress)
        _settle(beside)
        if destination.exists():
            destination.rmdir()
        beside.replace(destination)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _copy(source: Path, target: Path) -> None:
    """Copy a file or a folder that may change meanwhile: again until nothing vanished under the copy."""
    for last in (attempt == TRIES - 1 for attempt in range(TRIES)):
        try:
            if source.is_dir():
                shutil.copytree(source, target)
            else:
                shutil.copy2(source, target)
        except (FileNotFoundError, shutil.Error):
            shutil.rmtree(target, ignore_errors=True)
            if last:
                raise
        else:
            return


def _copy_database(source: Path, target: Path) -> None:
    """The database as of one moment, while others read and write it."""
    old = sqlite3.connect(f"file:{source}?mode=ro", uri=True)
    new = sqlite3.connect(target)
    try:
        old.backup(new)
    finally:
        new.close()
        old.close()


def _copy_vault(source: Path, target: Path, progress: Progress | None) -> None:
    files = [file for file in _files(source) if not file.name.startswith(INCOMING)]
    for number, file in enumerate(files):
        if progress:
            progress(file.name, number, len(files))
        place = target / file.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, place)
    target.mkdir(exist_ok=True)


def _files(folder: Path) -> Iterable[Path]:
    """The journal last, so that it tells of nothing later than itself."""
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    return sorted(files, key=lambda path: path.suffix == ".jsonl")


def _settle(folder: Path) -> None:
    """Have everything on the disk before it gets its name."""
    for path in folder.rglob("*"):
        if path.is_file():
            handle = os.open(path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
