"""Loading says per file what became of it; a refused file is one line on stderr and spoils nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.model import LoadedFile, LoadReport
from onrecord.specimen import folder

REPORT = LoadReport(
    (
        LoadedFile("a.xml", "parlparse", "loaded", 1, 1204, 69992, 1, ("odd heading",)),
        LoadedFile("b.xml", None, "refused", error="not whole (b.xml:3): get it again"),
    ),
    {"files": 2, "loaded": 1, "refused": 1, "sittings": 1, "contributions": 1204, "words": 69992},
)


def test_each_file_and_the_totals(run: Callable[..., Any], stub: Callable[..., Any]) -> None:
    stub(load=REPORT)
    status, out, err = run("load", "a.xml", "b.xml")
    assert status == 3
    assert err == "error: not whole (b.xml:3): get it again\n"
    assert out.splitlines() == [
        "loaded      a.xml  parlparse  1 sitting, 1,204 contributions, 69,992 words, 1 unresolved speaker",
        "            warning: odd heading",
        "refused     b.xml",
        "total: 2 files, 1 loaded, 1 refused, 1 sitting, 1,204 contributions, 69,992 words",
    ]


def test_json_is_the_report_itself(run: Callable[..., Any], stub: Callable[..., Any]) -> None:
    stub(load=REPORT)
    files = json.loads(run("load", "a.xml", "b.xml", "--format", "json").out)["files"]
    assert [file["status"] for file in files] == ["loaded", "refused"]
    assert set(files[0]) == {
        "path", "format", "status", "sittings", "contributions", "words", "unresolved_speakers", "warnings", "error",
        "sitting_ids",
    }  # fmt: skip


def test_lists_of_people_are_counted_in_facts(run: Callable[..., Any], stub: Callable[..., Any]) -> None:
    stub(load_people=LoadReport((LoadedFile("p.xml", "list", "loaded", contributions=7),), {"contributions": 7}))
    assert run("people", "load", "p.xml") == (0, "loaded      p.xml  list  7 facts\ntotal: 7 facts\n", "")


def test_nothing_to_read_is_a_no(run: Callable[..., Any], stub: Callable[..., Any]) -> None:
    stub(load=LoadReport((), {}))
    assert run("load", "empty-folder") == (1, "no files found\n", "")


def test_no_wait_is_passed_on_and_waiting_is_said(run: Callable[..., Any], stub: Callable[..., Any]) -> None:
    def load(paths: list[Path], *, progress: Any, wait: bool, waiting: Callable[[], None], accept: bool) -> LoadReport:
        waiting()
        assert progress is None  # no bar in a pipe
        return LoadReport((LoadedFile(str(wait), None, "loaded"),), {})

    stub(load=load)
    waited = run("load", "a.xml")
    assert waited.err == "another load is at work on this archive; waiting for it to end\n"
    assert waited.out.startswith("loaded      True")
    assert run("load", "a.xml", "--no-wait").out.startswith("loaded      False")


def test_a_bad_file_among_good_ones(run: Callable[..., Any], tmp_path: Path) -> None:
    good = folder() / "sittings" / "debates2019-08-12a.xml"
    cut, empty, other = tmp_path / "cut.xml", tmp_path / "empty.xml", tmp_path / "other.txt"
    cut.write_bytes(good.read_bytes()[:20_000])
    empty.touch()
    other.write_text("dear diary")
    absent = tmp_path / "absent.xml"
    shutil.copy(good, tmp_path / "good.xml")
    files = [str(path) for path in (cut, empty, other, absent, tmp_path / "good.xml")]
    status, out, err = run("--archive", str(tmp_path / "archive"), "load", *files)
    assert status == 3
    assert [line.split()[0] for line in out.splitlines()[:-1]] == ["refused"] * 4 + ["loaded"]
    assert [name in line for name, line in zip(files, err.splitlines(), strict=False)] == [True] * 4
    assert all(line.startswith("error: ") for line in err.splitlines())
    assert run("--archive", str(tmp_path / "archive"), "sittings").status == 0


@pytest.mark.skipif("os.geteuid() == 0", reason="root reads everything")
def test_a_folder_that_may_not_be_read(run: Callable[..., Any], tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o000)
    status, _, err = run("load", str(closed))
    assert (status, err.count("\n")) == (3, 1)
    assert str(closed) in err


def test_an_empty_path_loads_nothing(run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "day.xml").write_text("<publicwhip/>")
    for words in (("load", ""), ("load", "day.xml", ""), ("people", "load", "")):
        status, out, error = run(*words)
        assert (status, out) == (2, "")
        assert error.startswith("error: a path is empty")
