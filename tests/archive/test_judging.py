"""Judgements of people: before every rule, undone, shared, and kept by the journal."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from onrecord import Archive
from onrecord.errors import NotHeldError, UsageError
from onrecord.model import Contribution, Speaker, Unresolved

PETTIFER = "uk.org.publicwhip/debate/2019-08-13b.108.0"  # the specimen's "Mr Pettifer": two Members may be meant
FIRST = "twfy:90007"


@pytest.fixture
def archive(specimen_archive: Path, tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(shutil.copytree(specimen_archive, tmp_path / "archive")) as opened:
        yield opened


def speaker(archive: Archive, id: str = PETTIFER) -> object:
    found = archive.contribution(id)
    assert isinstance(found, Contribution)
    return found.speaker


def test_what_is_open_says_who_may_be_meant(archive: Archive) -> None:
    told = archive.open_names()
    (mine,) = [one for one in told.names if one.printed == "Mr Pettifer"]
    assert set(mine.candidates) == {"twfy:90007", "twfy:90008"}
    assert told.total == len(told.names)


def test_a_judgement_names_the_speaker_and_can_be_undone(archive: Archive) -> None:
    before = speaker(archive)
    assert isinstance(before, Unresolved)
    done = archive.judge(PETTIFER, FIRST, "the tape", by="A Reader")
    assert (done.person_id, done.by, done.grounds) == (FIRST, "A Reader", "the tape")
    told = speaker(archive)
    assert isinstance(told, Speaker)
    assert (told.person_id, told.basis) == (FIRST, "judged by A Reader: the tape")
    assert [one.person_id for one in archive.judgements().judgements] == [FIRST]
    archive.undo_judgement(PETTIFER)
    assert speaker(archive) == before
    assert archive.judgements().judgements == ()


def test_a_judgement_goes_before_the_sources_id(archive: Archive) -> None:
    id = "uk.org.publicwhip/debate/2019-08-13b.107.5"
    archive.judge(id, FIRST, "the tape")
    told = speaker(archive, id)
    assert isinstance(told, Speaker)
    assert told.person_id == FIRST
    archive.judge(id, "nobody", "inaudible")
    assert speaker(archive, id) == Unresolved("judged by the keeper: inaudible", "Evelyn Crewe")


def test_judgements_are_shared_by_a_file(archive: Archive, specimen_archive: Path, tmp_path: Path) -> None:
    archive.judge(PETTIFER, FIRST, "the tape", by="A Reader")
    file = tmp_path / "ours.json"
    file.write_bytes(msgspec.json.encode(archive.judgements()))
    with Archive.open(shutil.copytree(specimen_archive, tmp_path / "other")) as other:
        assert len(other.take_judgements(file).judgements) == 1
        told = speaker(other)
    assert isinstance(told, Speaker)
    assert told.person_id == FIRST


def test_a_judgement_outlives_the_loss_of_the_database(archive: Archive) -> None:
    archive.judge(PETTIFER, FIRST, "the tape")
    archive.close()
    for file in archive.path.glob("record.sqlite*"):
        file.unlink()
    Archive.repair(archive.path)
    with Archive.open(archive.path) as made_anew:
        told = speaker(made_anew)
    assert isinstance(told, Speaker)
    assert told.person_id == FIRST


def test_a_judgement_needs_grounds_and_something_to_judge(archive: Archive) -> None:
    with pytest.raises(UsageError):
        archive.judge(PETTIFER, FIRST, " ")
    with pytest.raises(NotHeldError):
        archive.judge("nothing-here", FIRST, "the tape")
    with pytest.raises(NotHeldError):
        archive.undo_judgement(PETTIFER)


def test_an_address_is_as_good_as_an_id(archive: Archive) -> None:
    told = archive.contribution(PETTIFER)
    address = told.permalink
    assert archive.judge(address, FIRST, "the tape").contribution == told.id
    assert archive.undo_judgement(f"http://localhost:8080{address}").contribution == told.id
    assert archive.suppress(address, "a try").ids == (told.id,)
    assert archive.suppress(address, "a try", undo=True).ids == (told.id,)


def test_a_debates_address_suppresses_all_that_stands_there(archive: Archive) -> None:
    address = archive.contribution(PETTIFER).permalink.partition("#")[0]
    spoken = {one.id for one in archive.debate(address).items if isinstance(one, Contribution)}
    assert set(archive.suppress(address, "a try").ids) == spoken


def test_a_file_of_judgements_is_taken_back_and_what_was_decided_here_stays(archive: Archive, tmp_path: Path) -> None:
    file = tmp_path / "theirs.json"
    archive.judge(PETTIFER, FIRST, "the tape", by="A Reader")
    file.write_bytes(msgspec.json.encode(archive.judgements()))
    taken = archive.take_judgements(file, undo=True)
    assert (taken.total, taken.judgements[0].name) == (1, "Thomas Pettifer")
    assert archive.judgements().judgements == ()
    archive.judge(PETTIFER, "twfy:90008", "I was there", by="A Clerk")
    assert archive.take_judgements(file, undo=True).judgements == ()
    assert [one.by for one in archive.judgements().judgements] == ["A Clerk"]
