"""The index keeps step with the record: while loading, after being killed, deleted, damaged or put back from a copy."""

from __future__ import annotations

import gc
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
import tantivy

from onrecord import Archive
from onrecord.errors import ArchiveError
from onrecord.search.candidates import holding, sharing
from onrecord.search.fields import VERSION
from onrecord.search.index import RecordIndex, sequence_of
from onrecord.specimen import folder
from onrecord.store.changes import last_sequence
from tests.search.counting import contributions_in


@pytest.fixture
def copy(specimen_archive: Path, tmp_path: Path) -> Path:
    return shutil.copytree(specimen_archive, tmp_path / "copy")


def total(path: Path) -> int:
    """How many contributions a search for everything finds."""
    with Archive.open(path, read_only=True) as archive:
        return archive.search(start=None, house="commons").total + archive.search(house="lords").total


def held(path: Path) -> int:
    with Archive.open(path, read_only=True) as archive:
        return len(contributions_in(archive))


def test_everything_in_the_record_is_found(copy: Path) -> None:
    assert total(copy) == held(copy) > 0


def test_a_deleted_index_is_made_again(copy: Path) -> None:
    shutil.rmtree(copy / "index")
    assert total(copy) == held(copy)


@pytest.mark.parametrize("damage", [b"", b"{", b"\x00" * 100])
def test_a_damaged_index_is_made_again(copy: Path, damage: bytes) -> None:
    (copy / "index" / VERSION / "meta.json").write_bytes(damage)
    assert total(copy) == held(copy)


def test_whoever_may_read_the_record_may_read_the_index(tmp_path: Path) -> None:
    with Archive.demo(tmp_path / "archive") as archive:
        record, listed = archive.path / "record.sqlite", archive.path / "index" / VERSION / "meta.json"
        assert listed.stat().st_mode & 0o444 == record.stat().st_mode & 0o444


def test_an_index_that_has_fallen_behind_catches_up(copy: Path, tmp_path: Path) -> None:
    before = tmp_path / "index-before"
    shutil.copytree(copy / "index", before)
    with Archive.open(copy, create=True) as archive:
        archive.load([another_day(tmp_path)])
    shutil.rmtree(copy / "index")
    before.rename(copy / "index")
    assert total(copy) == held(copy)


def test_an_index_ahead_of_the_record_is_made_anew(copy: Path, tmp_path: Path) -> None:
    record = (copy / "record.sqlite").read_bytes()
    with Archive.open(copy, create=True) as archive:
        archive.load([another_day(tmp_path)])
    (copy / "record.sqlite").write_bytes(record)
    for beside in ("record.sqlite-wal", "record.sqlite-shm"):
        (copy / beside).unlink(missing_ok=True)
    assert total(copy) == held(copy)


def test_a_load_shows_its_words_when_it_has_ended_and_not_twice(copy: Path, tmp_path: Path) -> None:
    day = another_day(tmp_path)
    with Archive.open(copy, create=True) as archive:
        assert archive.search("zyzzyva").total == 0
        archive.load([day])
        assert archive.search("zyzzyva").total == 1
        archive.load([day])
        assert archive.search("zyzzyva").total == 1


def test_a_load_of_many_batches_shows_each_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.store.batches.BATCH_SECONDS", 0.0)  # every file is a batch, and a commit of its own
    with Archive.demo(tmp_path / "archive") as archive:
        followed, _ = archive._index.now()
        with archive._engine.connect() as connection:
            assert followed == last_sequence(connection)
    assert total(tmp_path / "archive") == held(tmp_path / "archive") > 0


class OnFullDisk:
    """A writer that cannot commit, and otherwise the one it is made of."""

    def __init__(self, writer: tantivy.IndexWriter) -> None:
        self._writer, self.commit = writer, disk_is_full

    def __getattr__(self, name: str) -> Any:
        return getattr(self._writer, name)


def disk_is_full() -> None:
    raise ValueError("An IO error occurred: 'No space left on device (os error 28)'")


def test_a_commit_that_failed_lets_go_of_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "uk.org.publicwhip/debate/2019-08-13b.105.2"
    with Archive.demo(tmp_path / "archive") as archive:
        gc.disable()  # the lock must not wait until Python happens to look for cycles
        try:
            with monkeypatch.context() as full:
                writing = RecordIndex._writing
                full.setattr(RecordIndex, "_writing", lambda self: kept(self, writing))
                with pytest.raises(ArchiveError, match="disk is full"):
                    archive.suppress(said, "a court order")
            archive.suppress(said, "a court order, again")
        finally:
            gc.enable()


def kept(index: RecordIndex, writing: Callable[[RecordIndex], tantivy.IndexWriter]) -> Any:
    if index._writer is None:
        index._writer = cast(tantivy.IndexWriter, OnFullDisk(writing(index)))
    return index._writer


def test_another_process_sees_a_load_through_an_archive_opened_before_it(copy: Path, tmp_path: Path) -> None:
    with Archive.open(copy, read_only=True) as reader, Archive.open(copy, create=True) as writer:
        assert reader.search("zyzzyva").total == 0
        writer.load([another_day(tmp_path)])
        assert reader.search("zyzzyva").total == 1


def test_an_empty_archive_finds_nothing(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "empty", create=True) as archive:
        assert archive.search("anything").total == 0


def test_a_reader_never_finds_words_that_the_record_lacks(copy: Path, tmp_path: Path) -> None:
    with Archive.open(copy, read_only=True) as archive, archive._searching() as (connection, searcher):
        assert sequence_of(searcher) == last_sequence(connection)


@pytest.mark.parametrize("off", [-1, 1])
def test_an_index_that_never_keeps_step_is_told_and_not_waited_for_for_ever(
    copy: Path, monkeypatch: pytest.MonkeyPatch, off: int
) -> None:
    now = RecordIndex.now
    monkeypatch.setattr("onrecord.archive.searching._PATIENCE", 0.0)
    monkeypatch.setattr(RecordIndex, "now", lambda self: (now(self)[0] + off, now(self)[1]))
    with Archive.open(copy, create=True) as archive, pytest.raises(ArchiveError, match="the index is being made"):
        archive.search("lamps")


def test_candidates_hold_the_words_and_the_right_one_is_first(copy: Path) -> None:
    with Archive.open(copy, read_only=True) as archive, archive._searching() as (_, searcher):
        hit = archive.search('"fog signals"', limit=1).results[0]
        words = ["sheds", "lofts", "and", "one", "bandstand", "some"]
        assert [c.id for c in holding(searcher, words)] == [hit.id]
        assert sharing(searcher, [*words[:3], "two", *words[4:]])[0].id == hit.id
        assert sharing(searcher, ["zyzzyva"]) == []


def another_day(tmp_path: Path) -> Path:
    """A day that the specimen does not have: one of its own, later, with a word of its own."""
    source = (folder() / "sittings" / "debates2019-08-12a.xml").read_bytes()
    changed = source.replace(b"2019-08-12", b"2019-09-30").replace(b"</p>", b" zyzzyva.</p>", 1)
    path = tmp_path / "debates2019-09-30a.xml"
    path.write_bytes(changed)
    return path


def test_a_day_is_one_segment_and_eight_are_merged_to_one(tmp_path: Path) -> None:
    speech = '<speech id="uk.org.publicwhip/debate/{day}a.1.1" nospeaker="true"><p pid="a1.1/1">{day}</p></speech>'
    days = [f"2018-03-{number:02}" for number in range(1, 17)]
    segments = []
    with Archive.open(tmp_path / "archive", create=True) as archive:
        for day in days:
            file = tmp_path / f"debates{day}a.xml"
            file.write_text(f'<publicwhip scraperversion="a" latest="yes">{speech.format(day=day)}</publicwhip>')
            archive.load([file])
            listed = json.loads((archive.path / "index" / VERSION / "meta.json").read_text())
            segments.append(len(listed["segments"]))
        assert archive.search("2018", limit=100).total == len(days)
    assert segments[0] == 1
    assert max(segments) < 8
