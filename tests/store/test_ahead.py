"""The second process is a help: with it, without it, or if it dies, a file is read the same."""

from __future__ import annotations

import gc
import io
import threading
from pathlib import Path

import pytest

from onrecord.errors import BadInputError
from onrecord.specimen import folder
from onrecord.store import ahead
from onrecord.store.ahead import Outcome, ReadingAhead, outcome_of
from onrecord.store.understood import understood
from onrecord.store.vault import Vault

FILES = sorted((folder() / "sittings").iterdir())


def take(reader: ReadingAhead, path: Path) -> object:
    data = path.read_bytes()
    return reader.take(path, data, Vault.name_of(data))


@pytest.mark.parametrize("start", ["_forked", "_spawned"])
def test_what_is_read_ahead_is_what_is_read_here(monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    monkeypatch.setattr(ahead, "_forked", getattr(ahead, start))
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    reader = ReadingAhead(FILES)
    assert reader._second is not None
    try:
        for path in FILES[::2]:  # some are taken, some passed over
            assert take(reader, path) == understood(path.read_bytes(), str(path))
    finally:
        reader.close()


def test_a_refusal_keeps_its_three_parts(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.xml" for number in range(4)]
    for path in files:
        path.write_bytes(b"<publicwhip><speech")
    reader = ReadingAhead(files)
    try:
        with pytest.raises(BadInputError) as here:
            understood(files[1].read_bytes(), str(files[1]))
        with pytest.raises(BadInputError) as there:
            take(reader, files[1])
    finally:
        reader.close()
    assert str(there.value) == str(here.value)


def test_if_it_dies_the_rest_is_read_here() -> None:
    reader = ReadingAhead(FILES)
    assert take(reader, FILES[0]) == understood(FILES[0].read_bytes(), str(FILES[0]))
    reader.close()
    assert take(reader, FILES[3]) == understood(FILES[3].read_bytes(), str(FILES[3]))


def test_where_reading_breaks_off_what_was_read_is_sent_and_nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(path: str, held: object = ()) -> Outcome:
        if path == str(FILES[1]):
            raise MemoryError
        return outcome_of(path)

    before = threading.active_count()
    monkeypatch.setattr(ahead, "outcome_of", breaking)
    sent = io.BytesIO()
    try:
        with pytest.raises(MemoryError):
            ahead._serve(ahead._Work(tuple(map(str, FILES)), frozenset()), sent)
    finally:
        gc.enable()
    sent.seek(0)
    first, second = ahead._received(sent), ahead._received(sent)
    assert first is not None
    assert (first.path, second) == (str(FILES[0]), None)
    assert threading.active_count() == before


def test_what_is_held_is_passed_over() -> None:
    held = Vault.name_of(FILES[0].read_bytes())
    assert outcome_of(str(FILES[0]), {held}) == Outcome(str(FILES[0]), held)


def test_a_file_that_has_changed_since_is_read_again(tmp_path: Path) -> None:
    files = [tmp_path / path.name for path in FILES]
    for path, original in zip(files, FILES, strict=True):
        path.write_bytes(original.read_bytes())
    reader = ReadingAhead(files)
    try:
        data = files[2].read_bytes().replace(b"\n", b"\n ", 1)
        assert reader.take(files[2], data, Vault.name_of(data)) == understood(data, str(files[2]))
    finally:
        reader.close()
