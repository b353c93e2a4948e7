"""A user at a prompt sees one line that names the thing and the remedy, and scripts see the right status."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import AmbiguousError, ArchiveError, BadInputError, NotHeldError

FULL = "the disk is full{}: free some space and run the same command again"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["sittings", "--from", "15/01/2024"], "“15/01/2024” is not a date: write it as 2024-01-15"),
        (["sittings", "--to", "2024-02-30"], "“2024-02-30” is not a date: write it as 2024-01-15"),
        (["sittings", "--to", "20240115"], "“20240115” is not a date: write it as 2024-01-15"),
        (["people", "show", "Alan Johnson", "--on", "yesterday"], "“yesterday” is not a date: write it as 2024-01-15"),
        (
            ["excerpts", "mnis:1", "--from", "2024-02-01", "--to", "2024-01-01"],
            "--from 2024-02-01 is later than --to 2024-01-01: change one of the two",
        ),
        (["sitings"], "no such command 'sitings'. Did you mean 'sittings'?: see onrecord --help"),
        (["excerpts"], "missing argument 'MEMBER': see onrecord excerpts --help"),
        (["people"], "missing command: see onrecord people --help"),
        (["debate", "x", "--colour"], "no such option: --colour: see onrecord debate --help"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(run: Callable[..., Any], words: list[str], said: str) -> None:
    assert run(*words) == (2, "", f"error: {said}\n")


@pytest.mark.parametrize(
    "words",
    [
        ["excerpts", "x", "--context", "some"],
        ["excerpts", "x", "--page", "0"],
        ["excerpts", "x", "--before", "-1"],
        ["excerpts", "x", "--chamber", "the-chamber"],
        ["sittings", "--house", "both"],
        ["debate", "x", "--format", "xml"],
        ["serve", "--port", "99999"],
    ],
)
def test_a_value_that_is_none_of_those_allowed_is_named(run: Callable[..., Any], words: list[str]) -> None:
    status, out, err = run(*words)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"error: invalid value for '{words[-2]}': ")


@pytest.mark.parametrize(
    ("problem", "status", "said"),
    [
        (NotHeldError("nobody called X is on the roll", remedy="load a list"), 1, "nobody called X is on the roll"),
        (AmbiguousError("2 people are called X", ("a", "b"), remedy="name one by id: a, b"), 2, "name one by id: a, b"),
        (BadInputError("not XML", where="a.xml:3", remedy="get it again"), 3, "not XML (a.xml:3): get it again"),
        (OSError(errno.ENOSPC, "No space left on device", "record.db"), 3, FULL.format(" (record.db)")),
        (RuntimeError("(sqlite3.OperationalError) database or disk is full"), 3, FULL.format("")),
        (PermissionError(errno.EACCES, "Permission denied", "a.xml"), 3, "permission denied (a.xml): check the path"),
        (ValueError("a\nb"), 3, "a fault in On Record, ValueError: a b: run the command again with --verbose"),
    ],
)
def test_what_the_archive_says_is_passed_on(
    run: Callable[..., Any], stub: Callable[..., Any], problem: Exception, status: int, said: str
) -> None:
    stub(person=problem)
    left = run("people", "show", "X")
    assert (left.status, left.out, left.err.count("\n")) == (status, "", 1)
    assert left.err.startswith("error: ")
    assert said in left.err


def test_a_full_disk_is_told_from_what_it_was_wrapped_in(run: Callable[..., Any], stub: Callable[..., Any]) -> None:
    wrapped = RuntimeError("commit failed")
    wrapped.__cause__ = OSError(errno.ENOSPC, "No space left on device")
    stub(person=wrapped)
    assert run("people", "show", "X").err == f"error: {FULL.format('')}\n"


def test_a_traceback_is_printed_only_when_asked_for(run: Callable[..., Any], stub: Callable[..., Any]) -> None:
    stub(person=ValueError("odd"))
    assert "Traceback" not in run("people", "show", "X").err
    assert "Traceback" in run("people", "show", "X", "--verbose").err


def test_ctrl_c_is_quiet(run: Callable[..., Any], stub: Callable[..., Any]) -> None:
    stub(person=KeyboardInterrupt())
    assert run("people", "show", "X") == (130, "", "")


def test_control_characters_in_an_error_do_not_reach_the_terminal(
    run: Callable[..., Any], stub: Callable[..., Any]
) -> None:
    stub(person=ArchiveError("bad \x1b[2J file"))
    assert "\x1b" not in run("people", "show", "X").err


def test_what_is_not_held_is_json_too_when_json_is_asked_for(run: Callable[..., Any], stub: Callable[..., Any]) -> None:
    stub(debate=NotHeldError("no such debate", where="x", remedy="load its day"))
    left = run("debate", "x", "--format", "json")
    assert left.status == 1
    assert '"what": "no such debate"' in left.out
    assert left.err == "error: no such debate (x): load its day\n"


def test_a_reader_that_closes_the_pipe_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    left = subprocess.run(
        [sys.executable, "-m", "onrecord", "--help"], stdout=writer, stderr=subprocess.PIPE, timeout=60, check=False
    )
    os.close(writer)
    assert left.stderr == b""
    assert left.returncode == 141


@pytest.mark.parametrize(
    "words",
    [
        ("remove", "x", "--reason", "y"),
        ("suppress", "x", "--reason", "y"),
        ("people", "judge", "x", "twfy:1", "--because", "y"),
        ("sittings",),
        ("search", "fog"),
    ],
)
def test_what_needs_an_archive_makes_none(run: Callable[..., Any], tmp_path: Path, words: tuple[str, ...]) -> None:
    status, out, error = run("--archive", str(tmp_path / "none"), *words)
    assert (status, out) == (3, "")
    assert error.startswith("error: there is no archive here")
    assert not (tmp_path / "none").exists()
