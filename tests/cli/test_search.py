"""`search` and `export` at the prompt: statuses, formats, files that are whole."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet
import pytest

from onrecord import Archive
from onrecord.cli import main
from tests.search.counting import contributions_in


@pytest.fixture
def run(specimen_archive: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Any:
    def ran(*words: str) -> tuple[int, str, str]:
        capfdbinary.readouterr()
        status = main(["--archive", str(specimen_archive), *words])
        out, err = capfdbinary.readouterr()
        return status, out.decode() if b"PAR1" not in out else "", err.decode()

    return ran


def test_found_is_0_not_found_is_1_and_not_understood_is_2(run: Any) -> None:
    assert run("search", "signals")[0] == 0
    assert run("search", "zyzzyva")[0] == 1
    status, _, error = run("search", '"signals')
    assert status == 2
    assert error.startswith("error: a quotation mark is not closed (at character 1")
    assert run("search")[0] == 2
    assert run("search", "signals", "--facet", "colour")[0] == 2


def test_json_is_the_contracts(run: Any) -> None:
    answer = json.loads(run("search", "signals", "--format", "json", "--facet", "year,member")[1])
    assert {"query", "total", "total_is_exact", "results", "facets"} <= answer.keys()
    assert answer["total_is_exact"] is True
    assert answer["facets"]["year"] == [["2019", answer["total"]]]
    assert all("<mark>" in hit["snippet"] and hit["score"] > 0 for hit in answer["results"])
    assert json.loads(run("search", "zyzzyva", "--format", "json")[1])["total"] == 0


def test_an_export_of_everything_is_every_contribution_in_order(
    run: Any, tmp_path: Path, specimen_archive: Path
) -> None:
    out = tmp_path / "all.jsonl"
    assert run("export", "jsonl", str(out))[0] == 0
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    with Archive.open(specimen_archive, read_only=True) as archive:
        held = contributions_in(archive)
    assert {line["id"] for line in lines} == {one.id for one in held}
    places = [(*(line["sitting"][k] for k in ("date", "house", "chamber")), line["ordinal"]) for line in lines]
    assert places == sorted(places)
    manifest = json.loads((tmp_path / "all.jsonl.manifest.json").read_text(encoding="utf-8"))
    assert manifest["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert manifest["counts"]["contributions"] == len(held) == manifest["archive"]["contributions"]
    assert manifest["bytes"] == out.stat().st_size
    assert "Open Parliament Licence" in manifest["licence"]


def test_the_three_formats_hold_the_same(run: Any, tmp_path: Path) -> None:
    for format in ("csv", "jsonl", "parquet"):
        assert run("export", format, str(tmp_path / f"x.{format}"), "--query", "the", "--house", "commons")[0] == 0
    lines = [json.loads(line) for line in (tmp_path / "x.jsonl").read_text(encoding="utf-8").splitlines()]
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    table = parquet.read_table(tmp_path / "x.parquet").to_pylist()
    assert [row["id"] for row in rows] == [line["id"] for line in lines] == [row["id"] for row in table]
    assert [row["text"] for row in table] == [line["text"] for line in lines]
    assert [row["text"].removeprefix("'") for row in rows] == [line["text"] for line in lines]
    assert [row["citation"] or None for row in rows] == [line["citation"] for line in lines]


def test_a_pipe_gets_the_words_and_stderr_the_licence(run: Any) -> None:
    status, out, error = run("search", "signals", "--format", "jsonl")
    assert status == 0
    assert [json.loads(line)["id"] for line in out.splitlines()]
    assert "Open Parliament Licence" in error


def test_an_export_that_cannot_be_written_leaves_what_was_there(run: Any, tmp_path: Path) -> None:
    assert run("export", "csv", str(tmp_path))[0] == 2
    assert run("export", "csv", str(tmp_path / "none" / "x.csv"))[0] == 2
    out = tmp_path / "x.csv"
    out.write_text("old", encoding="utf-8")
    assert run("export", "csv", str(out), "--query", '"not closed')[0] == 2
    assert out.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["x.csv"]


def test_a_chart_is_named_as_what_it_is(run: Any, tmp_path: Path) -> None:
    status, _, told = run("search", "signals", "--chart", str(tmp_path / "how-often.png"))
    assert status == 2
    assert "how-often.svg" in told
    assert list(tmp_path.iterdir()) == []


def test_the_chart_is_a_picture_with_words(run: Any, tmp_path: Path) -> None:
    out = tmp_path / "how-often.svg"
    assert run("search", "signals", "--chart", str(out), "--chart-by", "party")[0] == 0
    drawn = out.read_text(encoding="utf-8")
    assert drawn.startswith("<svg")
    assert "for each million words" in drawn
    assert "<script" not in drawn
