"""The threads that answer are warm before anybody asks, whatever the archive is like."""

from __future__ import annotations

from pathlib import Path

from onrecord import Archive
from onrecord.errors import ArchiveError
from onrecord.web.answerers import answerers, warm
from onrecord.web.archives import Archives, open_read_only


def test_no_thread_opens_more_than_one_archive(specimen_archive: Path) -> None:
    opened: list[Path] = []

    def opener(path: Path) -> Archive:
        opened.append(path)
        return open_read_only(path)

    archives = Archives(specimen_archive, opener)
    with answerers(archives, threads=3) as pool:
        days = set(pool.map(lambda _: archives.here().newest(), range(20)))
    assert 1 <= len(opened) <= 3
    assert len(days) == 1
    archives.close()


class Counting:
    """Stands in for an archive, and notes what is asked of it."""

    def __init__(self, archive: Archive) -> None:
        self.archive, self.asked = archive, set[str]()

    def __getattr__(self, name: str) -> object:
        self.asked.add(name)
        return getattr(self.archive, name)


def test_warming_asks_each_costly_kind_of_question(specimen_archive: Path) -> None:
    with Archive.open(specimen_archive, read_only=True) as archive:
        counting = Counting(archive)
        warm(counting)  # type: ignore[arg-type]  # it stands in for the archive whose questions it counts
    assert {"debate", "excerpts", "search"} <= counting.asked


def test_an_archive_that_cannot_be_opened_is_told_to_who_asks_and_not_at_the_start(tmp_path: Path) -> None:
    def opener(path: Path) -> Archive:
        raise ArchiveError("the disk is gone", where=str(path))

    with answerers(Archives(tmp_path, opener), threads=2) as pool:
        assert pool.submit(int, "7").result() == 7


def test_nothing_held_needs_no_warming(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        counting = Counting(archive)
        warm(counting)  # type: ignore[arg-type]  # as above
    assert counting.asked.isdisjoint({"debate", "excerpts", "search"})
