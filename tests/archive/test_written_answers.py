"""Written questions and answers of the service: each is what it is, whoever the lists of people know."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from onrecord import Archive
from onrecord.model import Contribution
from tests.standin import written

CUT = 250  # characters; the service's list cuts a little later


def kinds(archive: Archive, *ids: str) -> Counter[str]:
    return Counter(said.kind for id in ids for said in archive.debate(id).items if hasattr(said, "kind"))


def test_an_answer_is_an_answer_without_any_list_of_people(tmp_path: Path) -> None:
    file = tmp_path / "question.json"
    file.write_text(json.dumps(written.one_question({}, "880001")))
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([file])
        found = kinds(archive, "written-question:880001/2019-08-14/question")
    assert found["written-question"] == found["written-answer"] == 1


def test_recorded_questions_come_with_as_many_answers(real_data: Path, tmp_path: Path) -> None:
    file = real_data / "questions-api" / "written_questions_response.json"
    whole = [
        each["value"]
        for each in json.loads(file.read_text())["results"]
        if max(len(each["value"]["questionText"]), len(each["value"]["answerText"])) < CUT
    ]
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([file])
        ids = [f"written-question:{each['id']}/{each['dateAnswered'][:10]}/question" for each in whole]
        found = kinds(archive, *ids)
    assert found["written-question"] == found["written-answer"] == len(whole) > 0


def test_a_reference_by_number_leads_to_the_question_and_its_answer(tmp_path: Path) -> None:
    file = tmp_path / "question.json"
    file.write_text(json.dumps(written.one_question({}, "880001")))
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([file])
        items = archive.debate("written-question:880001/2019-08-14/question").items
        said = [item for item in items if isinstance(item, Contribution)]
        assert {item.kind for item in said} == {"written-question", "written-answer"}
        for item in said:
            assert item.citation is not None
            read = archive.where(item.citation)
            assert [one.id for one in read.contributions] == [one.id for one in said]
            assert not any("column" in warning for warning in read.warnings), "it has none"
        assert said[0].uin is not None
        assert [one.id for one in archive.numbered(said[0].uin).contributions] == [one.id for one in said]
