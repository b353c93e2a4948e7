"""What a user relies on when loading: again changes nothing, order does not matter, a bad file harms nobody."""

from __future__ import annotations

import json
import random
import shutil
import threading
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.errors import ArchiveError
from onrecord.specimen import folder
from onrecord.store.lock import one_writer
from tests.dump import dump


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("undisturbed") / "archive"
    Archive.demo(path).close()
    return path


def test_loading_twice_changes_nothing(undisturbed: Path, tmp_path: Path) -> None:
    path = tmp_path / "archive"
    with Archive.demo(path) as archive:
        report = archive.load([folder() / "sittings"])
        people = archive.load_people([folder() / "people"])
    assert {f.status for f in report.files} == {"unchanged"} == {f.status for f in people.files}
    assert dump(path) == dump(undisturbed)


def test_a_debate_that_comes_again_with_fewer_words_waits_for_the_keeper(tmp_path: Path) -> None:
    """Parts of a sitting are guarded as whole days are: each against its own edition before."""
    whole = folder() / "sittings" / "hansard-api-2019-08-14-fog-signals-amnesty-bill.json"
    document = json.loads(whole.read_text(encoding="utf-8"))
    document["Overview"]["ContentLastUpdated"] = "2030-01-01T00:00:00"
    document["Items"].remove(max(document["Items"], key=lambda item: len(item["Value"] or "")))
    (tmp_path / "shorter.json").write_text(json.dumps(document), encoding="utf-8")
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([whole])
        words = archive.sittings().totals["words"]
        (file,) = archive.load([tmp_path / "shorter.json"]).files
        assert (file.status, archive.sittings().totals["words"]) == ("superseded", words)
        assert "says less than the edition held" in file.warnings[-1]
        (file,) = archive.load([tmp_path / "shorter.json"], accept=True).files
        assert file.status == "loaded"
        assert archive.sittings().totals["words"] < words


def test_the_record_never_speaks_of_bytes_that_are_not_safe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    day = folder() / "sittings" / "debates2019-08-12a.xml"

    def full(place: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device", str(place))

    with Archive.open(tmp_path / "archive", create=True) as archive:
        with monkeypatch.context() as patch:
            patch.setattr("onrecord.store.vault._write_whole", full)
            with pytest.raises(ArchiveError, match="the disk is full"):
                archive.load([day])
        assert archive.sittings().sittings == ()
        assert archive.doctor().ok
        assert [file.status for file in archive.load([day]).files] == ["loaded"]
        assert archive.doctor().ok


def test_an_id_that_was_given_before_an_older_edition_came_leads_to_the_same_words(tmp_path: Path) -> None:
    """Ids are made from the earliest that is known; what was copied from an archive with less still leads there."""
    older, newer = (folder() / "sittings" / f"debates2019-08-13{letter}.xml" for letter in "ab")
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([newer])
        before = {said.id: said.sha256 for said in archive.stream()}
        archive.load([older])
        after = {said.id: said.sha256 for said in archive.stream()}
        led = {alias: target for alias, target, *_ in dump(tmp_path / "archive")["aliases"]}
        opened = [archive.debate(old) for old in before.keys() - after.keys()]
    assert len(opened) > 10
    assert {old: after[led.get(old, old)] for old in before} == before


def test_a_file_that_is_looked_at_again_is_noted_as_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    day = folder() / "sittings" / "debates2019-08-12a.xml"
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([day])
        (first,) = archive.sittings().sittings
        monkeypatch.setattr("onrecord.store.loader.now", lambda: "2031-02-03T04:05:06+00:00")
        archive.load([day])
        (again,) = archive.sittings().sittings
    assert again.last_checked == again.sources[0].last_checked == "2031-02-03T04:05:06+00:00"
    assert (again.first_seen, again.last_changed) == (first.first_seen, first.last_changed)
    assert first.last_checked != again.last_checked


def test_a_sitting_that_comes_in_several_files_is_one_of_the_totals(tmp_path: Path) -> None:
    """Nine files of the specimen are of six sittings: the Commons on three days, the Lords on one, and two papers."""
    with Archive.open(tmp_path / "archive", create=True) as archive:
        report = archive.load([folder() / "sittings"])
        again = archive.load([folder() / "sittings"])
        held = {sitting.id for sitting in archive.sittings().sittings}
    assert (report.totals["files"], report.totals["loaded"], report.totals["sittings"]) == (9, 8, 6)
    assert {identity for file in report.files for identity in file.sitting_ids} == held
    assert len([file for file in report.files if file.sitting_ids == ("commons-chamber/2019-08-14",)]) == 2
    assert [file.sitting_ids for file in again.files] == [file.sitting_ids for file in report.files]
    assert (again.totals["unchanged"], again.totals["sittings"]) == (9, 0)


def test_the_same_file_twice_in_one_load_is_told_as_what_it_is(tmp_path: Path) -> None:
    parts = [p for p in sorted((folder() / "sittings").iterdir()) if p.suffix == ".json"]
    (tmp_path / "copy.json").write_bytes(parts[0].read_bytes())
    with Archive.open(tmp_path / "archive", create=True) as archive:
        first, twin = archive.load([parts[0], tmp_path / "copy.json"]).files
    assert (first.status, twin.status) == ("loaded", "unchanged")
    assert (twin.contributions, twin.words, twin.sitting_ids) == (first.contributions, first.words, first.sitting_ids)


def load_one_by_one(archive: Path, steps: list[Path]) -> dict[str, list[tuple[object, ...]]]:
    with Archive.open(archive, create=True) as opened:
        for path in steps:
            (opened.load_people if path.parent.name == "people" else opened.load)([path])
    return dump(archive)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_loading_does_not_matter(undisturbed: Path, tmp_path: Path, seed: int) -> None:
    steps = sorted((folder() / "people").iterdir()) + sorted((folder() / "sittings").iterdir())
    random.Random(seed).shuffle(steps)
    assert load_one_by_one(tmp_path / "archive", steps) == dump(undisturbed)


@pytest.mark.parametrize("known", ["", "people.2019-08-31.xml", "all-members.2019-08-31.xml", "official-profiles.xml"])
def test_nor_where_the_lists_leave_people_without_a_name_or_a_house(tmp_path: Path, known: str) -> None:
    lists = [folder() / "people" / known] if known else []
    steps = lists + sorted((folder() / "sittings").iterdir())
    expected = load_one_by_one(tmp_path / "first", steps)
    assert load_one_by_one(tmp_path / "backwards", steps[::-1]) == expected
    random.Random(1).shuffle(steps)
    assert load_one_by_one(tmp_path / "shuffled", steps) == expected


def test_a_bad_file_is_refused_by_name_and_the_others_are_loaded(tmp_path: Path) -> None:
    good = next(p for p in sorted((folder() / "sittings").iterdir()) if p.suffix == ".xml")
    (tmp_path / "files").mkdir()
    shutil.copy(good, tmp_path / "files" / "b-good.xml")
    (tmp_path / "files" / "a-cut.xml").write_bytes(good.read_bytes()[: good.stat().st_size // 2])
    (tmp_path / "files" / "c-empty.xml").write_bytes(b"")
    (tmp_path / "files" / "d-garbled.json").write_bytes(bytes(range(256)))
    (tmp_path / "files" / "e-letter.txt").write_text("Dear Sir,")
    with Archive.open(tmp_path / "archive", create=True) as archive:
        report = archive.load([tmp_path / "files", tmp_path / "absent.xml"])
        held = archive.sittings()
    status = {Path(f.path).name: f.status for f in report.files}
    assert status.pop("b-good.xml") in ("loaded", "superseded")
    assert set(status.values()) == {"refused"}
    assert set(status) == {"a-cut.xml", "c-empty.xml", "d-garbled.json", "e-letter.txt", "absent.xml"}
    for file in report.files:
        if file.status == "refused":
            assert Path(file.path).name in (file.error or "")
            assert "\n" not in (file.error or "")
    assert len(held.sittings) == 1


def test_a_reader_goes_on_while_another_loads(undisturbed: Path, tmp_path: Path) -> None:
    shutil.copytree(undisturbed, tmp_path / "archive")
    with Archive.open(undisturbed, read_only=True) as held:
        known = len(held.sittings().sittings)
    path = tmp_path / "archive"
    with (
        Archive.open(path) as writer,
        Archive.open(path, read_only=True) as reader,
        writer._engine.begin() as connection,
    ):
        connection.exec_driver_sql("DELETE FROM contributions")
        assert len(reader.sittings().sittings) == known
        assert reader.excerpts("Honoria Blackthorn").total > 0
        connection.rollback()


def test_reading_waits_for_no_writer_even_where_the_archive_may_be_written(undisturbed: Path, tmp_path: Path) -> None:
    shutil.copytree(undisturbed, tmp_path / "archive")
    with (
        Archive.open(tmp_path / "archive") as one,
        Archive.open(tmp_path / "archive") as other,
        one._engine.connect().execution_options(writes=True) as connection,
        connection.begin(),
    ):
        assert other.excerpts("Honoria Blackthorn").total > 0


def test_a_second_load_says_that_it_waits_or_gives_up(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        with one_writer(tmp_path, wait=True):
            with pytest.raises(ArchiveError, match="another load is at work"):
                archive.load([], wait=False)
            said = threading.Event()
            waiting = threading.Thread(target=lambda: archive.load([], waiting=said.set))
            waiting.start()
            assert said.wait(timeout=30)
        waiting.join(timeout=30)
        assert not waiting.is_alive()


def test_an_archive_of_a_newer_release_is_refused(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive, archive._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ArchiveError, match="newer release"):
        Archive.open(tmp_path)


def test_no_archive_is_said_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="onrecord load PATH"):
        Archive.open(tmp_path / "nowhere")


def test_something_else_in_its_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "record.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(ArchiveError, match=r"record\.sqlite"):
        Archive.open(tmp_path)
