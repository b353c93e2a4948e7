"""The command line as a whole: help with examples, the version at once, options before or behind the command."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from onrecord import __version__
from onrecord.cli import app, globals_first

HEAVY = ("sqlalchemy", "litestar", "lxml", "jinja2", "uvicorn", "rich", "alembic", "pydantic", "httpx")


def commands() -> Iterator[list[str]]:
    """The words of every command, groups included."""
    group: Any = typer.main.get_command(app)
    for name, command in group.commands.items():
        yield [name]
        yield from ([name, inner] for inner in getattr(command, "commands", {}))


@pytest.mark.parametrize("words", [[], *commands()], ids=" ".join)
def test_help_shows_an_example(run: Callable[..., Any], words: list[str]) -> None:
    status, out, err = run(*words, "--help")
    assert (status, err) == (0, "")
    assert "Example:  onrecord" in out


def test_version(run: Callable[..., Any]) -> None:
    assert run("--version") == (0, f"onrecord {__version__}\n", "")


def test_version_loads_nothing_heavy() -> None:
    code = f"import sys, onrecord.cli; onrecord.cli.main(['--version']); print({set(HEAVY)} & set(sys.modules))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True).stdout
    assert out.splitlines()[1] == "set()"


@pytest.mark.parametrize(
    "words",
    [
        ["--archive", "mine", "people", "show", "X"],
        ["people", "show", "X", "--archive", "mine"],
        ["people", "--archive=mine", "show", "X"],
    ],
)
def test_the_archive_may_be_named_anywhere(run: Callable[..., Any], stub: Callable[..., Any], words: list[str]) -> None:
    opened: list[Path | None] = []
    stub(open=lambda path, **_: opened.append(path) or SystemError("stop"))
    run(*words)
    assert opened == [Path("mine")]


@given(st.lists(st.sampled_from(["load", "a", "--verbose", "--archive", "--archive=b", "--", "--output"]), max_size=8))
def test_moving_the_global_options_loses_no_word(words: list[str]) -> None:
    assert sorted(globals_first(words)) == sorted(words)
    assert globals_first(globals_first(words)) == globals_first(words)


def test_whoever_only_reads_loads_nothing_for_http() -> None:
    code = "import sys, onrecord.archive; print({'httpx', 'hishel', 'stamina'} & set(sys.modules))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True).stdout
    assert out.strip() == "set()"
