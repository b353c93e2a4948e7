"""`onrecord verify` at the prompt, through the index: statuses, lists, articles, bad input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

SAID = "They keep the window. The inquiry was quite clear"


@pytest.fixture(autouse=True)
def _specimen(specimen_archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(specimen_archive))


def test_verbatim_is_status_0_and_everything_else_1(run: Run) -> None:
    assert run("verify", SAID).status == 0
    assert run("verify", SAID, "--speaker", "Honoria Blackthorn").status == 0
    elsewhere = run("verify", SAID, "--speaker", "Zoë Desmoulins-Pike", "--format", "json")
    assert (elsewhere.status, json.loads(elsewhere.out)["verdict"]) == (1, "attributed-elsewhere")
    altered = run("verify", SAID.replace("window", "door"), "--format", "json")
    assert (altered.status, json.loads(altered.out)["verdict"]) == (1, "altered")
    assert ["missing", "window"] in json.loads(altered.out)["matches"][0]["diff"]
    nothing = run("verify", "seventeen purple elephants danced upon it", "--format", "json")
    assert (nothing.status, json.loads(nothing.out)["verdict"]) == (1, "not-found")


def test_days_narrow_the_search(run: Run) -> None:
    assert run("verify", SAID, "--to", "2019-08-12").status == 0
    assert run("verify", SAID, "--from", "2019-08-13").status == 1


def test_a_file_is_a_list_in_the_order_of_its_lines(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "quotes.txt"
    file.write_text(f"{SAID}\n\n“Nobody died.” The inquiry was asked why\nwords that nobody ever uttered here\n")
    said = run("verify", "--file", str(file), "--format", "json")
    answers = json.loads(said.out)
    assert said.status == 1
    assert [answer["verdict"] for answer in answers] == ["verbatim", "verbatim", "not-found"]
    assert answers[1]["quote"] == "“Nobody died.” The inquiry was asked why"


def test_the_line_of_a_quotation_without_words_is_named(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "quotes.txt"
    file.write_text(f"{SAID}\n\n…\n")
    said = run("verify", "--file", str(file))
    assert said.status == 2
    assert "quotes.txt:3" in said.err


def test_a_file_as_text_says_once_whose_the_words_are(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "quotes.txt"
    file.write_text(f"{SAID}\n{SAID}\n")
    text = run("verify", "--file", str(file)).out
    assert (text.count("VERBATIM"), text.count("Not the Official Report")) == (2, 1)
    file.write_text("\n")
    empty = run("verify", "--file", str(file))
    assert (empty.status, empty.out) == (1, "No quotation was found.\n")


def test_an_article_is_checked_quotation_by_quotation(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(
        "Honoria Blackthorn told the House: “They keep the window.”\n\n"
        "Tobias Fairweather said “They keep the window” too, and “The Constance lay on our pier.”"
    )
    said = run("verify", "--article", str(article), "--format", "json")
    answers = json.loads(said.out)
    assert said.status == 1
    assert [answer["verification"]["verdict"] for answer in answers] == ["verbatim", "verbatim", "altered"]
    assert [answer["hint_agrees"] for answer in answers] == [True, False, True]
    text = run("verify", "--article", str(article)).out
    assert "{+pier+}" in text
    assert "[-bar-]" in text


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ((), 2, "nothing, or too much"),
        (("a b c", "--file", "x"), 2, "nothing, or too much"),
        (("…",), 2, "no words"),
        (("a b c", "--speaker", "Nobody Atall"), 1, "nobody called"),
        (("--file", "no-such-file.txt"), 3, "no-such-file.txt"),
        (("a b c", "--from", "2020-01-02", "--to", "2020-01-01"), 2, "later"),
    ],
)
def test_bad_input_is_one_line(run: Run, words: tuple[str, ...], status: int, said: str) -> None:
    answer = run("verify", *words)
    assert answer.status == status
    assert said in answer.err
    assert answer.err.count("\n") == 1


def test_a_file_that_is_no_text_is_bad_input(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "quotes.bin"
    file.write_bytes(b"\xff\xfe\x00\x81")
    assert run("verify", "--file", str(file)).status == 3
