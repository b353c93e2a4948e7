"""Written questions answered together: one debate with one answer, in whatever order their files come."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from onrecord import Archive
from onrecord.model import Contribution
from tests.dump import dump
from tests.standin.written import DAY, question

ANSWER = "<p>All three bells are rung by one man, who is paid for two.</p>"
ASKED = {"9101": "who rings the first bell", "9102": "who rings the second", "9103": "who rings the third"}


def files(folder: Path, answers: dict[str, str]) -> list[Path]:
    made = []
    for at, (uin, words) in enumerate(ASKED.items()):
        each: Any = question(890001 + at, uin, "Commons", DAY, DAY, f"<p>To ask {words}.</p>", answers[uin])
        each["groupedQuestions"] = [other for other in ASKED if other != uin]
        path = folder / f"{uin}.json"
        path.write_text(json.dumps({"value": each}))
        made.append(path)
    return made


def said(archive: Archive, id: str) -> list[tuple[str, str]]:
    return [(item.kind, item.text) for item in archive.debate(id).items if isinstance(item, Contribution)]


@pytest.mark.parametrize("one_by_one", [True, False])
def test_one_answer_to_three_questions_stands_once_and_every_id_leads_to_it(tmp_path: Path, one_by_one: bool) -> None:
    paths = files(tmp_path, dict.fromkeys(ASKED, ANSWER))
    dumps = []
    for at, order in enumerate(permutations(paths)):
        with Archive.open(tmp_path / f"{at}", create=True) as archive:
            for some in [[path] for path in order] if one_by_one else [list(order)]:
                archive.load(some)
            (debate,) = archive.debates_on(archive.sittings().sittings[0].date, "written-answers")
            assert said(archive, debate.id) == [
                *(("written-question", f"To ask {words}.") for words in ASKED.values()),
                ("written-answer", "All three bells are rung by one man, who is paid for two."),
            ]
            for number in range(890001, 890004):
                base = f"written-question:{number}/{DAY}"
                assert {archive.debate(f"{base}{end}").section.id for end in ("", "/question", "/answer")} == {
                    debate.id
                }
        made = dump(tmp_path / f"{at}")
        del made["permalinks"], made["sections"]  # addresses are given once
        dumps.append(made)
    assert all(each == dumps[0] for each in dumps)


def test_answers_that_differ_are_answers_of_their_own(tmp_path: Path) -> None:
    paths = files(tmp_path, {"9101": ANSWER, "9102": ANSWER, "9103": "<p>Nobody rings the third.</p>"})
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load(paths)
        assert len(said(archive, f"written-question:890001/{DAY}")) == 3
        assert len(said(archive, f"written-question:890003/{DAY}")) == 2


def test_recorded_questions_put_together_by_the_service(real_data: Path, tmp_path: Path) -> None:
    file = real_data / "questions-api" / "written_questions_response.json"
    each = {r["value"]["uin"]: r["value"] for r in json.loads(file.read_text(encoding="utf-8"))["results"]}
    together = [v for v in each.values() if v["groupedQuestions"] and set(v["groupedQuestions"]) <= each.keys()]
    for value in together:
        (tmp_path / f"{value['uin']}.json").write_text(json.dumps({"value": value}))
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([tmp_path / f"{value['uin']}.json" for value in together])
        shown = {archive.debate(f"written-question:{v['id']}/{v['dateAnswered'][:10]}").section.id for v in together}
    assert len(together) == 2
    assert len(shown) == 1
