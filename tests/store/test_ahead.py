"""The second process is a help: with it, without it, or if it dies, a file is read the same."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from onrecord.errors import BadInputError
from onrecord.specimen import folder
from onrecord.store import ahead
from onrecord.store.ahead import ReadingAhead
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
