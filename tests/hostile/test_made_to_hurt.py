"""Files made to hurt are read or refused in one line, within two seconds and 256 MB, and reach nothing outside."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .cases import LARGE, READ, XML, debate, members, speech, volume

SECONDS, MEGABYTES = 2, 256
NOBODYS = ("root:", "/bin/")
"""What a file of the machine would have left in the record."""

MAKERS: dict[str, Callable[[str, str], bytes]] = {
    "speech": lambda head, text: speech(text, head),
    "volume": lambda head, text: volume(text, head.replace("publicwhip", "housecommons")),
    "people": lambda head, text: members("Ada", head).replace(b"/></", b">" + text.encode() + b"</member></"),
}
REFUSED = ("another", "public entity", "parameter", "laughs", "quadratic", "deep", "itself", "nobody", "by number")


SPOKEN = {
    "elements 200 deep": 1,
    "100,000 attributes": 1,
    "an inclusion": 0,  # nothing is fetched, and the place of it is empty
    "a stylesheet": 1,
    "a section of characters": 1,
}
"""The words of what is read although it was made to hurt."""


def judged(tmp_path: Path, reader: str, *files: bytes) -> list[dict[str, Any]]:
    """What a process of its own made of each file."""
    paths = [tmp_path / f"case-{number}" for number in range(len(files))]
    for path, data in zip(paths, files, strict=True):
        path.write_bytes(data)
    command = [sys.executable, "-m", "tests.hostile.judge", reader, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def hold_to_the_limits(outcome: dict[str, Any]) -> None:
    assert outcome["seconds"] < SECONDS
    assert outcome["megabytes"] < MEGABYTES
    if outcome["outcome"] == "refused":
        assert "\n" not in outcome["error"]
        assert len(outcome["error"]) < 500
        assert "Error" not in outcome["error"]
        assert "XML_PARSE" not in outcome["error"]  # the parser's advice to whoever programs it
        assert not any(sign in outcome["error"] for sign in NOBODYS)
        assert "case-" in outcome["where"]
        assert outcome["remedy"]


@pytest.mark.parametrize("kind", list(MAKERS))
def test_hostile_xml(tmp_path: Path, kind: str) -> None:
    made = [MAKERS[kind](head, text) for head, text in XML.values()]
    outcomes = judged(tmp_path, "people" if kind == "people" else "sitting", *made)
    assert len(outcomes) == len(XML)
    for name, outcome in zip(XML, outcomes, strict=True):
        hold_to_the_limits(outcome)
        if any(sign in name for sign in REFUSED) and "200 deep" not in name:
            assert outcome["outcome"] == "refused", name
        elif outcome["outcome"] == "read" and "words" in outcome:
            assert outcome["spoken"] == SPOKEN[name], name


@pytest.mark.parametrize("name", list(LARGE))
def test_large_and_ragged_files(tmp_path: Path, name: str) -> None:
    (outcome,) = judged(tmp_path, "sitting", LARGE[name]())
    hold_to_the_limits(outcome)
    assert (outcome["outcome"] == "read") == (name in READ)
    if name in READ:
        assert outcome["spoken"] == READ[name]
        assert outcome["words"] == READ[name] + sum(outcome["buckets"].values())


@pytest.mark.parametrize("name", ["a text of 100 MB", "a text of 60 MB", "lists 100,000 deep", "two million commas"])
def test_large_lists_of_people(tmp_path: Path, name: str) -> None:
    (outcome,) = judged(tmp_path, "people", LARGE[name]())
    hold_to_the_limits(outcome)
    assert outcome["outcome"] == "refused"


def test_a_text_that_is_only_long_is_read(tmp_path: Path) -> None:
    (outcome,) = judged(tmp_path, "sitting", debate("fog " * 500_000))
    assert outcome["words"] == 500_000 + 3  # the name and the heading
