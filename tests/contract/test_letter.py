"""What the contract says of every command, tried on each: statuses, JSON beside an honest no, filters, pages, pipes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli import main

MINISTER = "Honoria Blackthorn"
BILL = "Lighthouses and Lesser Beacons Bill"


@pytest.mark.parametrize(
    "words",
    [
        ["people", "show", "Nobody Atall"],
        ["people", "judge", "no-such-id", MINISTER, "--because", "the tape"],
        ["people", "judge", "no-such-id", "--undo"],
        ["debate", "no-such-id"],
        ["excerpts", "Nobody Atall"],
        ["excerpts", MINISTER, "--with", "Nobody Atall"],
        ["excerpts", MINISTER, "--debate", "no-such-id"],
        ["ministerial", "no-such-id"],
        ["search", "lamp", "--member", "Nobody Atall"],
        ["verify", "lamp", "--speaker", "Nobody Atall"],
        ["cite", "no-such-id"],
        ["bill", "No Such Bill"],
        ["bill", BILL, "--provision", "clause 99"],
        ["remove", "no-such-file", "--reason", "a try"],
        ["suppress", "no-such-id", "--reason", "a try"],
    ],
    ids=" ".join,
)
def test_what_is_not_held_is_status_1_and_json_all_the_same(ask: Any, words: list[str]) -> None:
    answer = ask(*words, status=1)
    assert answer["error"]["what"]
    assert set(answer["error"]) == {"what", "where", "remedy"}


def test_an_export_of_what_is_not_held_is_json_too(ask: Any, tmp_path: Path) -> None:
    answer = ask("export", "jsonl", str(tmp_path / "out.jsonl"), "--member", "Nobody Atall", status=1)
    assert answer["error"]["what"]
    assert list(tmp_path.iterdir()) == []


def test_a_report_of_an_export_is_its_manifest(ask: Any, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    answer = ask("export", "csv", str(out), "--kind", "answer")
    assert answer == json.loads((tmp_path / "out.csv.manifest.json").read_text(encoding="utf-8"))
    pack = ask("export", "html", str(tmp_path / "pack.html"), "--bill", BILL)
    assert pack == json.loads((tmp_path / "pack.html.manifest.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "words",
    [
        ["search", "lamp", "--page", "99"],
        ["excerpts", MINISTER, "--page", "99"],
        ["ministerial", BILL, "--page", "99"],
    ],
    ids=" ".join,
)
def test_nothing_on_a_page_beyond_the_last_is_status_1_everywhere(ask: Any, words: list[str]) -> None:
    answer = ask(*words, status=1)
    assert answer["total"] > 0
    assert answer["page"] == 99
    assert answer["next"] is None


@pytest.mark.parametrize("option", ["member", "party", "office", "department", "bill", "parliament", "session"])
@pytest.mark.parametrize("command", [["search", "lamp"], ["export", "csv", "out.csv"]], ids=" ".join)
def test_an_option_left_empty_is_wrong_usage(
    command: list[str], option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([*command, f"--{option}", ""]) == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option", ["department", "debate", "bill", "with", "parliament", "session"])
def test_an_option_of_excerpts_left_empty_is_wrong_usage(option: str) -> None:
    assert main(["excerpts", MINISTER, f"--{option}", " "]) == 2


def test_an_empty_archive_is_not_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--archive", "", "people", "load", "."]) == 2
    assert main(["sittings", "--output", ""]) == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (["sittings"], "sittings"),
        (["people", "unresolved"], "names"),
        (["people", "judgements"], "judgements"),
        (["people", "conflicts"], "conflicts"),
        (["corrections"], "corrections"),
        (["search", "lamp"], "results"),
        (["excerpts", MINISTER], "excerpts"),
        (["ministerial", BILL], "excerpts"),
        (["bill"], "bills"),
    ],
    ids=lambda words: words if isinstance(words, str) else " ".join(words),
)
def test_every_list_says_how_long_it_is_and_what_comes_next(ask: Any, words: list[str], rows: str) -> None:
    status = {"sittings": 1, "judgements": 1}.get(words[-1], 0)  # the specimen has gaps, and no judgement
    answer = ask(*words, status=status)
    assert {"total", "page", "pages", "next", rows} <= answer.keys()
    if answer["pages"] == 1:
        assert answer["total"] == len(answer[rows])


def test_open_names_are_read_page_by_page(ask: Any) -> None:
    whole = ask("people", "unresolved")
    first = ask("people", "unresolved", "--limit", "1")
    assert (first["total"], first["pages"]) == (whole["total"], whole["total"])
    assert first["names"] == whole["names"][:1]
    assert ask("people", "unresolved", "--limit", "1", "--page", "99", status=1)["names"] == []


def test_filters_by_chamber_parliament_and_session_go_with_every_listing(ask: Any) -> None:
    lords = ask("sittings", "--chamber", "lords-chamber", "--parliament", "2017", "--session", "2017-19")
    everything = ask("sittings", status=1)
    held = [one["id"] for one in everything["sittings"] if one["chamber"] == "lords-chamber"]
    assert [one["id"] for one in lords["sittings"]] == held != []
    assert ask("sittings", "--parliament", "2019", status=1)["sittings"] == []
    assert ask("corrections", "--chamber", "lords-chamber", status=1)["total"] == 0
    assert ask("corrections", "--session", "2017-19")["total"] == ask("corrections")["total"]
    words = ask("ministerial", BILL)["excerpts"]
    assert ask("ministerial", BILL, "--chamber", "commons-chamber", "--session", "2017-19")["excerpts"] == words
    assert ask("ministerial", BILL, "--chamber", "lords-chamber", status=1)["total"] == 0
    assert ask("ministerial", BILL, "--parliament", "2019", status=1)["total"] == 0


def test_a_query_may_begin_with_a_word_left_out(ask: Any) -> None:
    assert ask("search", "-lamp fog")["results"] == ask("search", "fog -lamp")["results"]
    assert ask("search", "-house fog", "--limit", "2")["query"] == "-house fog"  # not -h, the help


def test_minus_is_standard_output_for_an_answer_and_no_file(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["search", "lamp", "--output", "-"]) == 0
    assert "contributions found" in capfd.readouterr().out
    assert main(["export", "csv", "-"]) == 2
    assert list(tmp_path.iterdir()) == []


def _shell(command: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    line = command.replace("onrecord", f"'{sys.executable}' -m onrecord")
    return subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(("command", "status"), [("--version", 0), ("search lamp", 0), ("search lamp --format csv", 0)])
def test_a_command_works_without_a_standard_output(command: str, status: int, tmp_path: Path) -> None:
    done = _shell(f"onrecord {command} >&-", tmp_path)
    assert done.returncode == status, done.stderr
    assert "fault" not in done.stderr


def test_a_pipe_by_its_name_is_written_or_refused_by_its_name(tmp_path: Path) -> None:
    assert json.loads(_shell("onrecord search lamp --format json --output /dev/stdout | cat", tmp_path).stdout)["total"]
    refused = _shell("onrecord export csv /dev/stdout | cat; exit ${PIPESTATUS[0]}", tmp_path)
    assert refused.returncode == 2
    assert "/dev/stdout" in refused.stderr


def test_a_file_of_judgements_goes_both_ways_and_not_with_a_judgement_beside_it(
    ask: Any, specimen_archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(shutil.copytree(specimen_archive, tmp_path / "archive")))
    pettifer, file = "uk.org.publicwhip/debate/2019-08-13b.108.0", tmp_path / "ours.json"
    assert main(["people", "judge", pettifer, "twfy:90007", "--because", "the tape"]) == 0
    assert main(["people", "judgements", "--format", "json", "--output", str(file)]) == 0
    assert main(["people", "judge", "--file", str(file), pettifer, "twfy:90007", "--because", "both"]) == 2
    assert ask("people", "judge", "--file", str(file), "--undo")["total"] == 1
    assert ask("people", "judgements", status=1)["judgements"] == []
    assert ask("people", "judge", "--file", str(file))["judgements"][0]["name"] == "Thomas Pettifer"
    assert ask("people", "judgements")["judgements"][0]["person_id"] == "twfy:90007"


def test_a_seat_behind_a_name_tells_two_of_one_name_apart(ask: Any) -> None:
    assert ask("people", "show", "Evelyn Crewe (Low Furrow)")["person_id"] == "twfy:90012"
    assert ask("people", "show", "Mrs Evelyn Crewe (Puddlestone North) (Cwl)")["person_id"] == "twfy:90013"
    assert ask("people", "show", "Evelyn Crewe (Gannet Point)", status=1)["error"]["what"]
