"""Losing everything but the vault loses nothing; what is damaged is found and named; a copy is a whole archive."""

from __future__ import annotations

import random
import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.errors import ArchiveError, UsageError
from onrecord.specimen import folder
from onrecord.store.kept import KEPT
from onrecord.store.schema import metadata
from tests.dump import dump

FROM_THE_BYTES = {
    "aliases", "bill_facts", "changes", "conflicts", "contributions", "corrections", "debate_departments",
    "decisions", "disagreements", "divisions", "editions", "gone", "marks", "mentions", "numbers", "person_keys",
    "person_names", "persons", "revisions", "seat_names", "sections", "series", "sittings", "stamps",
}  # fmt: skip


def test_every_table_either_follows_from_the_bytes_or_is_kept_in_the_journal() -> None:
    assert FROM_THE_BYTES.isdisjoint(KEPT)
    assert set(metadata.tables) == FROM_THE_BYTES | set(KEPT)


@pytest.fixture
def lived_in(decided: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may spoil."""
    return Path(shutil.copytree(decided, tmp_path / "archive"))


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive in which something was decided."""
    tmp_path = tmp_path_factory.mktemp("decided")
    with Archive.demo(tmp_path / "archive") as archive:
        archive.suppress("uk.org.publicwhip/debate/2019-08-12a.1.8", "a court order")
        archive.suppress("uk.org.publicwhip/debate/2019-08-12a.1.8", "it was lifted", undo=True)
        archive.suppress("uk.org.publicwhip/debate/2019-08-13b.105.2", "another")
        archive.remove("lords2019-08-12a.xml", "by mistake")
        archive.load([folder() / "sittings"], accept=True)
    with closing(sqlite3.connect(tmp_path / "archive" / "record.sqlite")) as database, database:
        assert database.execute("SELECT count(*) FROM acceptances").fetchone()[0] > 5
    return tmp_path / "archive"


def wrong(archive: Path) -> dict[str, tuple[str, ...]]:
    with Archive.open(archive, read_only=True) as opened:
        health = opened.doctor()
    assert health.ok == all(check.ok for check in health.checks)
    return {check.name: check.found for check in health.checks if not check.ok}


def test_an_archive_that_was_only_used_is_well(lived_in: Path) -> None:
    assert wrong(lived_in) == {}


def test_losing_everything_but_the_vault_loses_nothing(lived_in: Path) -> None:
    before = dump(lived_in)
    for path in lived_in.iterdir():
        if path.name != "vault":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    health = Archive.repair(lived_in)
    assert health.ok
    assert dump(lived_in) == before
    with Archive.open(lived_in) as archive:
        assert {f.status for f in archive.load([folder() / "sittings"]).files} == {"unchanged"}
        assert archive.excerpts("Honoria Blackthorn").total > 0


def test_the_dates_of_arrival_survive_too(lived_in: Path) -> None:
    query = "SELECT sha256, path, first_seen FROM documents UNION SELECT sha256, path, first_seen FROM lists ORDER BY 1"
    with closing(sqlite3.connect(lived_in / "record.sqlite")) as database, database:
        database.execute("UPDATE documents SET first_seen = '2020-02-02T02:02:02+00:00'")
        before = database.execute(query).fetchall()
    Archive.repair(lived_in)  # what the database alone knows is written into the journal first
    (lived_in / "record.sqlite").unlink()
    Archive.repair(lived_in)
    with closing(sqlite3.connect(lived_in / "record.sqlite")) as database, database:
        assert database.execute(query).fetchall() == before


def test_a_database_that_is_no_database_is_made_anew(lived_in: Path) -> None:
    before = dump(lived_in)
    (lived_in / "record.sqlite").write_bytes(b"not a database" * 1000)
    assert Archive.repair(lived_in).ok
    assert dump(lived_in) == before


def test_rows_that_were_tampered_with_are_found_and_made_anew(lived_in: Path) -> None:
    before = dump(lived_in)
    with closing(sqlite3.connect(lived_in / "record.sqlite")) as database, database:
        database.execute("DELETE FROM contributions WHERE ordinal % 7 = 0")
        database.execute("UPDATE sittings SET stale = 1 WHERE id = 'commons-chamber/2019-08-14'")
    found = wrong(lived_in)
    assert set(found) == {"record", "sittings to be written anew"}
    assert any(what.startswith("an id that leads nowhere") for what in found["record"])
    assert Archive.repair(lived_in).ok
    assert dump(lived_in) == before


@pytest.mark.parametrize("seed", range(2))
def test_a_changed_byte_of_the_vault_is_found_and_nothing_is_made_worse(lived_in: Path, seed: int) -> None:
    before = dump(lived_in)
    chance = random.Random(seed)
    victim = chance.choice(sorted(path for path in (lived_in / "vault").glob("*/*") if path.is_file()))
    data = bytearray(victim.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    whole = victim.read_bytes()
    victim.write_bytes(data)
    (found,) = wrong(lived_in)["vault"]
    assert victim.name in found
    with pytest.raises(ArchiveError, match=victim.name):
        Archive.repair(lived_in)
    assert dump(lived_in) == before
    victim.write_bytes(whole)
    assert Archive.repair(lived_in).ok


def test_a_file_that_the_vault_lacks_is_named(lived_in: Path) -> None:
    victim = min(path for path in (lived_in / "vault").glob("*/*") if path.is_file())
    victim.unlink()
    (found,) = wrong(lived_in)["vault"]
    assert victim.name in found


def test_a_lost_journal_is_found_and_written_again_from_the_database(lived_in: Path) -> None:
    before = dump(lived_in)
    (lived_in / "vault" / "journal.jsonl").unlink()
    assert "journal" in wrong(lived_in)
    Archive.repair(lived_in)
    assert wrong(lived_in) == {}
    (lived_in / "record.sqlite").unlink()
    Archive.repair(lived_in)
    assert dump(lived_in) == before


def test_files_of_the_vault_that_nothing_speaks_of_are_read_all_the_same(tmp_path: Path) -> None:
    with Archive.demo(tmp_path / "archive"):
        pass
    before = dump(tmp_path / "archive")
    (tmp_path / "archive" / "vault" / "journal.jsonl").unlink()
    (tmp_path / "archive" / "record.sqlite").unlink()
    assert Archive.repair(tmp_path / "archive").ok
    after = dump(tmp_path / "archive")
    for table in ("sittings", "editions", "aliases", "divisions", "revisions"):  # only names of files are lost
        assert after[table] == before[table]


def test_what_killed_processes_left_is_swept_away(lived_in: Path) -> None:
    left = next((lived_in / "vault").glob("*")) / ".incoming-abc"
    left.write_bytes(b"half a file")
    (lived_in / "rebuilding").mkdir()
    assert len(wrong(lived_in)["leftovers"]) == 2
    assert Archive.repair(lived_in).ok
    assert not left.exists()


def test_no_vault_is_said(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no vault"):
        Archive.repair(tmp_path)


def test_a_backup_is_a_whole_archive(lived_in: Path, tmp_path: Path) -> None:
    with Archive.open(lived_in, read_only=True) as archive:
        done = archive.backup(tmp_path / "copy")
    assert done.files == 15
    assert dump(tmp_path / "copy") == dump(lived_in)
    assert wrong(tmp_path / "copy") == {}
    with Archive.open(tmp_path / "copy") as copy:
        assert copy.excerpts("Honoria Blackthorn").total > 0


def test_a_backup_while_another_loads_holds_whole_sittings(tmp_path: Path) -> None:
    people, files = folder() / "people", sorted((folder() / "sittings").iterdir())
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load_people([people])

    def load() -> None:
        with Archive.open(tmp_path / "archive") as writer:
            for file in files:
                writer.load([file])

    loading = threading.Thread(target=load)
    loading.start()
    copies = 0
    while loading.is_alive() and copies < 20:
        with Archive.open(tmp_path / "archive", read_only=True) as archive:
            archive.backup(tmp_path / f"copy-{copies}")
        copies += 1
    loading.join()
    for number in range(copies):
        found = wrong(tmp_path / f"copy-{number}")
        assert set(found) <= {"journal", "index"}  # both may know of a later moment, or an earlier one
        with Archive.open(tmp_path / f"copy-{number}") as copy:
            copy.load_people([people])
            copy.load(files)
        assert wrong(tmp_path / f"copy-{number}") == {}
    assert copies


def test_a_backup_never_writes_over_anything(lived_in: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "file").write_text("mine", encoding="utf-8")
    with Archive.open(lived_in, read_only=True) as archive:
        for place in (tmp_path / "taken", lived_in / "inside", lived_in):
            with pytest.raises(UsageError):
                archive.backup(place)
    assert (tmp_path / "taken" / "file").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("left", ["nothing", "an empty file", "a database without tables"])
def test_a_lost_database_is_not_begun_anew_beside_a_vault_that_holds_it_all(lived_in: Path, left: str) -> None:
    before = dump(lived_in)
    record = lived_in / "record.sqlite"
    for file in lived_in.glob("record.sqlite*"):
        file.unlink()
    if left != "nothing":
        record.touch()
    if left == "a database without tables":
        with closing(sqlite3.connect(record)) as database, database:
            database.execute("CREATE TABLE x (y)")
            database.execute("DROP TABLE x")
    for create in (False, True):
        with pytest.raises(ArchiveError, match=r"the database of this archive is lost.*doctor --repair"):
            Archive.open(lived_in, create=create, read_only=not create)
    assert Archive.repair(lived_in).ok
    assert dump(lived_in) == before
