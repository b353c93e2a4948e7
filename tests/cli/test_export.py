"""`onrecord export`: a pack and its manifest, and one line for whatever cannot be made."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

BILL = "Lighthouses and Lesser Beacons Bill"


@pytest.fixture
def ask(run: Callable[..., Any], specimen_archive: Path) -> Callable[..., Any]:
    return lambda *words: run("--archive", str(specimen_archive), *words)


@pytest.mark.parametrize(("format", "begins"), [("pdf", b"%PDF"), ("docx", b"PK"), ("html", b"<!doctype html>")])
def test_a_pack_and_its_manifest(ask: Callable[..., Any], tmp_path: Path, format: str, begins: bytes) -> None:
    out = tmp_path / f"pack.{format}"
    status, _, _ = ask("export", format, str(out), "--bill", BILL)
    told = json.loads((tmp_path / f"pack.{format}.manifest.json").read_text(encoding="utf-8"))
    assert status == 0
    assert out.read_bytes().startswith(begins)
    assert told["sha256"] == sha256(out.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--bill", "No Such Bill"), 1, "no debate on a bill called No Such Bill is held"),
        (("--bill", "lesser beacons"), 2, "2 bills are called"),
        (("--bill", BILL, "--provision", "clause 99"), 1, "spoken of are clause 1"),
        (("--bill", BILL, "--provision", "the goose"), 2, "is no provision"),
        (("--bill", BILL, "--map", "no.csv"), 2, "without --provision"),
        (("--bill", BILL, "--provision", "clause 2", "--map", "no.csv"), 3, "no such file"),
        (("--bill", BILL, "--mark", "what"), 2, "marks nothing"),
    ],
)
def test_what_cannot_be_made_is_one_line(
    ask: Callable[..., Any], tmp_path: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    found, out, err = ask("export", "html", str(tmp_path / "pack.html"), *words)
    assert (found, out) == (status, "")
    assert said in err
    assert err.count("\n") == 1
    assert not list(tmp_path.glob("pack*"))
