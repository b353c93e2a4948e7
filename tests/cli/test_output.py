"""Answers arrive whole: in files that are never half written, in pipes as plain UTF-8, on terminals fitted."""

from __future__ import annotations

import io
import json
import os
import stat
from pathlib import Path

import pytest

from onrecord.cli import output
from onrecord.cli.output import Column, emit, json_text, table, write_whole
from onrecord.errors import UsageError

COLUMNS = (Column("date"), Column("words", right=True), Column("sha256", spare=True))
ROWS = (("2019-08-12", "1,204", "ab" * 20), ("2019-08-13", "7", "[red]"))


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    target = tmp_path / "answer.txt"
    target.write_text("old")
    target.chmod(0o640)
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["answer.txt"]


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "answer.txt"
    target.write_text("old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space") as raised:
        write_whole(target, b"new")
    assert raised.value.filename == str(target)
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["answer.txt"]


def test_a_link_keeps_leading_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_whole(tmp_path / "link.txt", b"new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


def test_a_device_is_written_as_it_comes() -> None:
    write_whole(Path(os.devnull), b"gone")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.parametrize("place", [".", "missing/answer.txt"])
def test_a_place_that_takes_no_file_is_wrong_usage(tmp_path: Path, place: str) -> None:
    with pytest.raises(UsageError):
        write_whole(tmp_path / place, b"")


def test_a_pipe_gets_every_column_and_row_plain(capfd: pytest.CaptureFixture[str]) -> None:
    lines = table(COLUMNS, ROWS).splitlines()
    assert [line.split() for line in lines] == [["date", "words", "sha256"], *map(list, ROWS)]
    assert lines[1].index("1,204") + 5 == lines[2].index("7") + 1


def test_a_terminal_gets_what_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output.sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "30")
    narrow = table(COLUMNS, ROWS)
    assert "sha256" not in narrow
    assert max(map(len, narrow.splitlines())) <= 30
    monkeypatch.setenv("COLUMNS", "120")
    assert "[red]" in table(COLUMNS, ROWS)  # no markup
    assert "ab" * 20 not in table(COLUMNS, ROWS, Path("file")).splitlines()[0]


def test_json_is_utf_8_and_the_answer_itself() -> None:
    assert "“é”" in json_text({"said": "“é”"})
    assert json.loads(json_text({"said": "“é”", "n": [1, None]})) == {"said": "“é”", "n": [1, None]}


def test_a_pipe_gets_utf_8_whatever_the_locale(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    emit("“Order”")
    assert capfdbinary.readouterr().out == "“Order”\n".encode()


def test_on_a_narrow_terminal_columns_go_and_none_is_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = (Column("date"), Column("chamber"), Column("words", right=True), Column("columns"))
    rows = (("2019-08-12", "commons-chamber", "1,204", "101–128"),)
    monkeypatch.setattr(output.sys.stdout, "isatty", lambda: True, raising=False)
    for width in (30, 40, 60):
        monkeypatch.setenv("COLUMNS", str(width))
        shown = table(columns, rows)
        assert "…" not in shown
        assert "2019-08-12" in shown
        assert max(map(len, shown.splitlines())) <= width


def test_a_terminal_that_knows_no_such_letter_gets_another(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    terminal = io.TextIOWrapper(written, encoding="ascii")
    monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(output.sys, "stdout", terminal)
    emit("“Order”")
    assert written.getvalue() == b"?Order?\n"
