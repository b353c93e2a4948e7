"""The vault is what everything else can be made again from: it must keep bytes, and own up to damage."""

from __future__ import annotations

import errno
import hashlib
from pathlib import Path

import pytest

from onrecord.errors import ArchiveError
from onrecord.store import vault as vault_module
from onrecord.store.vault import Vault


def test_what_is_put_comes_back_byte_for_byte(tmp_path: Path) -> None:
    data = b"<publicwhip>\x00\xff</publicwhip>"
    vault = Vault(tmp_path)
    name = vault.put(data)
    assert name == hashlib.sha256(data).hexdigest()
    assert vault.get(name) == data
    assert vault.put(data) == name


def test_a_changed_file_is_reported_and_not_returned(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    name = vault.put(b"as it was said")
    vault.settle()
    (tmp_path / name[:2] / name).write_bytes(b"as it was not said")
    with pytest.raises(ArchiveError, match="no longer matches its sha256"):
        vault.get(name)


def test_a_missing_file_is_reported_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=str(tmp_path)):
        Vault(tmp_path).get("0" * 64)


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(vault_module.os, "fsync", full)
    vault = Vault(tmp_path)
    vault.put(b"words")
    with pytest.raises(OSError, match="No space left"):
        vault.settle()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_file_has_its_name_only_once_it_is_whole_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is killed while it writes leaves nothing under the name of a sha256."""
    vault = Vault(tmp_path / "vault")
    held: list[list[str]] = []

    def looked_at(handle: int) -> None:
        held.append(list(vault.held()))

    monkeypatch.setattr("onrecord.store.vault.os.fsync", looked_at)
    sha256 = vault.put(b"The fog is ours.")
    vault.settle()
    assert held == [[]]
    assert list(vault.held()) == [sha256]
