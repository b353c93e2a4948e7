"""Commands as the contract's readers call them: on the specimen, answering in JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli import main


@pytest.fixture(autouse=True)
def _specimen(specimen_archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(specimen_archive))


@pytest.fixture
def ask(capfd: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    """What a command prints as JSON, its status checked."""

    def call(*words: str, status: int = 0) -> Any:
        capfd.readouterr()
        assert main([*words, "--format", "json"]) == status
        return json.loads(capfd.readouterr().out)

    return call
