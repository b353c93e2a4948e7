"""A port that is taken, or none, is one plain line."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from onrecord.errors import ArchiveError, UsageError
from onrecord.web import serve


def test_a_port_in_use_names_the_remedy(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ArchiveError) as refusal:
            serve(tmp_path, "127.0.0.1", port)
    assert str(refusal.value) == f"port {port} is in use: choose another with --port"


@pytest.mark.parametrize("port", [-1, 65536])
def test_a_port_that_is_none_is_refused(tmp_path: Path, port: int) -> None:
    with pytest.raises(UsageError, match="is no port"):
        serve(tmp_path, "127.0.0.1", port)


def test_an_address_of_another_machine_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--host"):
        serve(tmp_path, "192.0.2.1", 0)
