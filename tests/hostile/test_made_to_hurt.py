"""Files made to hurt are read or refused in one line, within two seconds and 256 MB, and reach nothing outside."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .cases import LARGE, XML, Case, debate, members, speech, volume

SECONDS, MEGABYTES = 2, 256
NOBODYS = ("root:", "/bin/")
"""What a file of the machine would have left in the record."""

SMALL: dict[str, tuple[Case, str]] = {}
for _name, (_head, _text) in XML.items():
    SMALL[f"speech: {_name}"] = (lambda head=_head, text=_text: speech(text, head)), "sitting"
    SMALL[f"volume: {_name}"] = (
        (lambda head=_head, text=_text: volume(text, head.replace("publicwhip", "housecommons"))),
        "sitting",
    )
    SMALL[f"people: {_name}"] = (
        (lambda head=_head, text=_text: members("Ada", head).replace(b"/></", b">" + text.encode() + b"</member></")),
        "people",
    )


def judged(tmp_path: Path, data: bytes, reader: str) -> dict[str, Any]:
    """What a process of its own made of the bytes."""
    path = tmp_path / "case"
    path.write_bytes(data)
    command = [sys.executable, "-m", "tests.hostile.judge", str(path), reader]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    outcome: dict[str, Any] = json.loads(done.stdout)
    return outcome


def hold_to_the_limits(outcome: dict[str, Any]) -> None:
    assert outcome["seconds"] < SECONDS
    assert outcome["megabytes"] < MEGABYTES
    if outcome["outcome"] == "refused":
        assert "\n" not in outcome["error"]
        assert len(outcome["error"]) < 500
        assert "Error" not in outcome["error"]
        assert not any(sign in outcome["error"] for sign in NOBODYS)


@pytest.mark.parametrize("name", list(SMALL))
def test_hostile_xml(tmp_path: Path, name: str) -> None:
    make, reader = SMALL[name]
    outcome = judged(tmp_path, make(), reader)
    hold_to_the_limits(outcome)
    refused = {"another", "public entity", "parameter", "laughs", "quadratic", "deep", "itself", "nobody", "by number"}
    if any(sign in name for sign in refused) and "200 deep" not in name:
        assert outcome["outcome"] == "refused"


@pytest.mark.parametrize("name", list(LARGE))
def test_large_and_ragged_files(tmp_path: Path, name: str) -> None:
    hold_to_the_limits(judged(tmp_path, LARGE[name](), "sitting"))


@pytest.mark.parametrize("name", ["a text of 100 MB", "a text of 60 MB", "lists 100,000 deep", "two million commas"])
def test_large_lists_of_people(tmp_path: Path, name: str) -> None:
    hold_to_the_limits(judged(tmp_path, LARGE[name](), "people"))


def test_a_text_that_is_only_long_is_read(tmp_path: Path) -> None:
    assert judged(tmp_path, debate("fog " * 500_000), "sitting")["words"] == 500_000 + 3  # the name and the heading
