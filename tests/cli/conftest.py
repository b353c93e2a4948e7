"""Running the command line inside the test, and an archive that answers what it is told to."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from onrecord.cli import main


class Said(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Call `run("sittings", "--from", "2023-01-01")` as a pipe would see it."""

    def call(*words: str) -> Said:
        capfd.readouterr()
        status = main(words)
        return Said(status, *capfd.readouterr())

    return call


class StubArchive:
    """Answers each method with what the test put into `answers`, raising it if it is an error."""

    answers: dict[str, Any]
    asked: list[tuple[str, tuple[Any, ...], dict[str, Any]]]

    def __init__(self, answers: dict[str, Any]) -> None:
        self.answers, self.asked, self.path = answers, [], Path("stub")

    def open(self, path: Path | None = None, **options: Any) -> StubArchive:
        return self._answer("open", path, **options) if "open" in self.answers else self

    def __enter__(self) -> StubArchive:
        return self

    def __exit__(self, *error: object) -> None:
        return None

    def __getattr__(self, method: str) -> Callable[..., Any]:
        return lambda *words, **options: self._answer(method, *words, **options)

    def _answer(self, method: str, *words: Any, **options: Any) -> Any:
        self.asked.append((method, words, options))
        answer = self.answers[method]
        if callable(answer):
            answer = answer(*words, **options)
        if isinstance(answer, BaseException):
            raise answer
        return answer


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Callable[..., StubArchive]:
    """`stub(load=report)` puts an archive in place whose `load` answers `report`."""

    def put(**answers: Any) -> StubArchive:
        archive = StubArchive(answers)
        module = types.ModuleType("onrecord.archive")
        module.Archive = archive  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "onrecord.archive", module)
        return archive

    return put
