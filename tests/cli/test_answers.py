"""The commands that ask, on the specimen: each answers in every format, and an honest no is status 1."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from onrecord import Archive
from onrecord.specimen import folder

MINISTER = "Honoria Blackthorn"


@pytest.fixture
def ask(run: Callable[..., Any], specimen_archive: Path) -> Callable[..., Any]:
    return lambda *words: run("--archive", str(specimen_archive), *words)


@pytest.fixture
def archive(specimen_archive: Path) -> Any:
    with Archive.open(specimen_archive, read_only=True) as opened:
        yield opened


def test_json_is_the_archives_own_answer(ask: Callable[..., Any], archive: Archive) -> None:
    asked = {
        ("sittings",): archive.sittings(),
        ("people", "show", MINISTER): archive.person(MINISTER),
        ("excerpts", MINISTER, "--context", "adjacent", "--before", "2"): archive.excerpts(
            MINISTER, context="adjacent", before=2
        ),
        ("debate", "uk.org.publicwhip/debate/2019-08-12a.1.8"): archive.debate(
            "uk.org.publicwhip/debate/2019-08-12a.1.8"
        ),
    }
    for words, answer in asked.items():
        status, out, _ = ask(*words, "--format", "json")
        assert status == (1 if words == ("sittings",) else 0)  # the specimen's days leave columns between them
        assert json.loads(out) == json.loads(msgspec.json.encode(answer))


@pytest.mark.parametrize(
    ("member", "words", "kept"),
    [
        (MINISTER, ["--from", "2019-08-13"], lambda debate: debate["date"] >= "2019-08-13"),
        (MINISTER, ["--to", "2019-08-12"], lambda debate: debate["date"] <= "2019-08-12"),
        (MINISTER, ["--session", "2017-19", "--to", "2019-08-12"], lambda debate: debate["date"] <= "2019-08-12"),
        (MINISTER, ["--chamber", "written-statements"], lambda debate: debate["chamber"] == "written-statements"),
        ("Tobias Fairweather", ["--department", "Home Office"], lambda debate: "Home Office" in debate["departments"]),
    ],
)
def test_filters_narrow_the_debates(
    ask: Callable[..., Any], member: str, words: list[str], kept: Callable[[dict[str, Any]], bool]
) -> None:
    def debates(*more: str) -> list[dict[str, Any]]:
        page = json.loads(ask("excerpts", member, "--format", "json", "--per-page", "100", *more).out)
        return [excerpt["debate"] for excerpt in page["excerpts"]]

    narrowed = debates(*words)
    assert narrowed == [debate for debate in debates() if kept(debate)]
    assert 0 < len(narrowed) < len(debates())


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_the_words_stand_in_every_format(ask: Callable[..., Any], form: str) -> None:
    status, out, err = ask("excerpts", MINISTER, "--to", "2019-08-12", "--format", form)
    assert (status, err) == (0, "")
    assert "reported stolen in the year to March" in out
    assert "Open Parliament Licence" in out


@pytest.mark.parametrize(
    "words",
    [
        ["excerpts", MINISTER, "--from", "2030-01-01"],
        ["excerpts", MINISTER, "--page", "1000"],
        ["sittings", "--from", "2030-01-01"],
        ["excerpts", "Nobody At All"],
        ["people", "show", "Nobody At All"],
        ["debate", "no-such-id"],
    ],
)
def test_an_honest_no_is_status_1_and_json_all_the_same(ask: Callable[..., Any], words: list[str]) -> None:
    status, out, err = ask(*words, "--format", "json")
    assert status == 1
    assert json.loads(out)
    assert err.count("\n") <= 1


def test_an_ambiguous_name_lists_the_candidates(ask: Callable[..., Any]) -> None:
    status, _, err = ask("people", "show", "Evelyn Crewe")
    assert status == 2
    assert err.count("\n") == 1
    assert err.count("twfy:") == 2


def test_each_file_of_the_specimen_is_in_the_ledger(ask: Callable[..., Any]) -> None:
    ledger = json.loads(ask("sittings", "--format", "json").out)
    held = {Path(source["path"]).name for sitting in ledger["sittings"] for source in sitting["sources"]}
    assert held == {path.name for path in (folder() / "sittings").iterdir()}
    assert {sitting["house"] for sitting in ledger["sittings"]} == {"commons", "lords"}


def test_an_answer_goes_to_a_file_instead(ask: Callable[..., Any], tmp_path: Path) -> None:
    target = tmp_path / "answer.json"
    assert ask("sittings", "--format", "json", "--output", str(target)) == (1, "", "")
    assert json.loads(target.read_bytes())["gaps"]


def test_a_person_on_a_day_is_shown_with_offices_and_sources(ask: Callable[..., Any]) -> None:
    out = ask("people", "show", MINISTER, "--on", "2019-08-12").out
    assert out.splitlines()[0] == f"{MINISTER}, Monday 12 August 2019"
    office = next(line for line in out.splitlines() if "as of 2019-08-31; parlparse-ministers" in line)
    assert "Home Office" in office or "Home Department" in office


def test_an_archive_that_is_not_there(run: Callable[..., Any], tmp_path: Path) -> None:
    status, out, err = run("--archive", str(tmp_path / "none"), "sittings")
    assert (status, out, err.count("\n")) == (3, "", 1)
    assert str(tmp_path / "none") in err
    assert not (tmp_path / "none").exists()


def test_the_ledger_says_what_is_missing_and_its_exit_status_too(ask: Callable[..., Any]) -> None:
    status, out, err = ask("sittings", "--house", "commons")
    assert (status, err) == (1, "")
    assert "gap: columns 21–100, commons-chamber, between 2019-08-12 and 2019-08-13" in out
    status, out, _ = ask("sittings", "--to", "2019-08-12")
    assert (status, "gap" in out) == (0, False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("excerpts", MINISTER, "--session", "2017"), "no session is known as '2017': use one of 1997-98, "),
        (("search", "fog", "--session", "1066-67"), "no session is known as '1066-67'"),
        (("excerpts", MINISTER, "--with", "twfy:90003"), "are one person: name two members"),
        (("debate", " "), "no id was given"),
        (("cite", ""), "no id was given"),
    ],
)
def test_what_cannot_be_meant_is_said_so(ask: Callable[..., Any], words: tuple[str, ...], said: str) -> None:
    status, out, error = ask(*words)
    assert (status, out) == (2, "")
    assert said in error


def test_one_thing_is_counted_as_one(ask: Callable[..., Any]) -> None:
    last = ask("sittings", "--from", "2019-08-12", "--to", "2019-08-12", "--house", "lords").out.splitlines()[-1]
    assert last.startswith("total: 1 sitting, ")
    assert "1 division" in last
    assert "1 divisions" not in last
