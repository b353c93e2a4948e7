"""Corrections find what they correct, whatever the order of loading; or say why not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from onrecord import Archive
from onrecord.errors import UsageError
from onrecord.model import Contribution
from onrecord.specimen import folder
from tests.dump import dump

DAY = "uk.org.publicwhip/debate/2018-02-05a"
LETTER = "Letter of correction from the Minister of State for Transport, the hon. Member for Wick (Ada Fenn):"
ERROR = "An error has been identified. The correct answer should have been:"


def day(path: Path, *answers: tuple[str, str]) -> Path:
    """A day with one question, and answers by column."""
    body = "".join(
        f'<speech id="{DAY}.{column}.{place}" speakername="Ada Fenn" person_id="uk.org.publicwhip/person/98001"'
        f' colnum="{column}"><p>{words}</p></speech>'
        for place, (column, words) in enumerate(answers, 1)
    )
    head = f'<major-heading id="{DAY}.11.0" colnum="11">Ferries</major-heading>'
    path.write_text(f'<publicwhip scraperversion="a" latest="yes">{head}{body}</publicwhip>', encoding="utf-8")
    return path


PROFILES = """<twfy><personinfo id="uk.org.publicwhip/person/98001"
 profile_url_uk_parl="https://members.parliament.example/member/998002/career"/></twfy>"""


def correction(path: Path, quoted: str, reference: str, correct: str) -> Path:
    """A file of the Hansard API with one correction."""
    said = {"ItemType": "Contribution", "MemberId": 998002, "AttributedTo": "Ada Fenn", "HRSTag": "hs_Para"}
    nobody: dict[str, Any] = {"ItemType": "Contribution", "MemberId": None, "AttributedTo": None, "HRSTag": "hs_Para"}
    items = [
        nobody | {"Value": "<em>The following is an extract from questions on ferries.</em>"},
        said | {"Value": f"{quoted}\r\n\r\n<em>{reference}</em>"},
        nobody | {"Value": f"<em>{LETTER}</em>"},
        nobody | {"Value": ERROR},
        said | {"Value": correct},
    ]
    overview = {
        "ExtId": "0F0F0F0F-0000-0000-0000-00000000000A", "Title": "Ferries", "HRSTag": "hs_6bCorrection",
        "Date": "2018-02-09T00:00:00", "Location": "Ministerial Corrections", "House": "Commons",
    }  # fmt: skip
    numbered = [item | {"ItemId": 7000 + at, "ExternalId": f"F{at}"} for at, item in enumerate(items)]
    path.write_text(json.dumps({"Overview": overview, "Navigator": [], "Items": numbered, "ChildDebates": []}))
    return path


REFERENCE = "[Official Report, 5 February 2018, Vol. 635, c. 12.]"
WRONG = "There are two ferries that sail in fog, and both have horns."
RIGHT = "There are three ferries that sail in fog, and all have horns."


@pytest.fixture
def loaded(tmp_path: Path) -> Iterator[Any]:
    """What loads files into a new archive, and gives that."""
    opened = ExitStack()

    def load(*files: Path) -> Archive:
        archive = opened.enter_context(Archive.open(tmp_path / "archive", create=True))
        (tmp_path / "profiles.xml").write_text(PROFILES, encoding="utf-8")
        assert archive.load_people([tmp_path / "profiles.xml"]).totals["refused"] == 0
        report = archive.load(list(files))
        assert report.totals["refused"] == 0, report
        return archive

    with opened:
        yield load


def contributions(archive: Archive, gid: str) -> list[Contribution]:
    return [item for item in archive.debate(gid).items if isinstance(item, Contribution)]


def test_a_correction_and_the_words_that_it_corrects_lead_to_each_other(loaded: Any, tmp_path: Path) -> None:
    archive = loaded(day(tmp_path / "d.xml", ("12", WRONG)), correction(tmp_path / "c.json", WRONG, REFERENCE, RIGHT))
    (one,) = archive.corrections().corrections
    assert (one.status, one.basis, one.quoted) == ("linked", "column and text", WRONG)
    assert (one.corrected.id, one.by.text) == (archive.contribution(f"{DAY}.12.1").id, RIGHT)
    original = archive.contribution(f"{DAY}.12.1")
    assert original.corrected_by == (one.by.id,)
    quoted, *_, correct = [c for c in contributions(archive, one.by.id) if c.speaker]
    assert (correct.corrects, quoted.corrects) == (original.id, original.id)
    assert [p.kind for p in quoted.paragraphs] == ["quoted-error", "text"]


def test_words_reprinted_as_wrong_are_found_where_they_were_said(loaded: Any, tmp_path: Path) -> None:
    archive = loaded(day(tmp_path / "d.xml", ("12", WRONG)), correction(tmp_path / "c.json", WRONG, REFERENCE, RIGHT))
    original = archive.contribution(f"{DAY}.12.1")
    assert [hit.id for hit in archive.search('"two ferries that sail in fog"').results] == [original.id]
    verdict = archive.verify(WRONG)
    assert (verdict.verdict, [match.contribution.id for match in verdict.matches]) == ("verbatim", [original.id])
    assert verdict.matches[0].corrected_by == original.corrected_by


@pytest.mark.parametrize(
    ("answers", "reference", "status", "how"),
    [
        ([("12", WRONG), ("40", WRONG)], REFERENCE, "linked", "column and text"),  # the column chooses
        ([("300", WRONG)], REFERENCE, "linked", "text"),  # the words decide
        ([("12", WRONG.replace("fog", "fogs"))], REFERENCE, "linked", "column and near text"),
        ([("40", WRONG), ("50", WRONG), ("60", "No.")], REFERENCE, "unmatched", "several"),
        ([("12", "The ferries are blue, and the horns are loud.")], REFERENCE, "unmatched", "nothing held of that day"),
        ([("12", WRONG)], REFERENCE.replace("5 Feb", "6 Feb"), "unmatched", "no sitting of the Commons"),
        ([("12", WRONG)], "[Official Report, long ago.]", "unmatched", "no reference that can be read"),
    ],
)
def test_what_is_corrected_is_one_contribution_or_an_honest_gap(
    loaded: Any, tmp_path: Path, answers: list[tuple[str, str]], reference: str, status: str, how: str
) -> None:
    archive = loaded(day(tmp_path / "d.xml", *answers), correction(tmp_path / "c.json", WRONG, reference, RIGHT))
    (one,) = archive.corrections().corrections
    assert one.status == status
    assert (one.basis if status == "linked" else one.reason).startswith(how) or how in (one.reason or "")
    if status == "unmatched":
        assert one.corrected is None
        assert all(not c.corrected_by for c in contributions(archive, f"{DAY}.11.0"))


def test_the_order_of_loading_does_not_matter_nor_what_was_there_in_between(tmp_path: Path) -> None:
    files = [
        day(tmp_path / "d.xml", ("12", WRONG)),
        correction(tmp_path / "c.json", WRONG, REFERENCE, RIGHT),
        folder() / "sittings" / "debates2019-08-13b.xml",
        folder() / "sittings" / "hansard-api-2019-08-14-ministerial-corrections.json",
    ]
    dumps = []
    for number, order in enumerate(permutations(files)):
        if number % 5:
            continue
        with Archive.open(tmp_path / f"a{number}", create=True) as archive:
            for file in order:
                archive.load([file])
            assert archive.corrections(status="linked").total == 2
        dumps.append(dump(tmp_path / f"a{number}"))
    assert all(each == dumps[0] for each in dumps)


def test_a_correction_in_a_services_fields_is_linked_by_them(loaded: Any, tmp_path: Path) -> None:
    question = {
        "id": 77, "askingMemberId": 990001, "house": "Commons", "dateTabled": "2019-08-12T00:00:00", "uin": "8024",
        "questionText": "To ask how many ferries sail in fog.", "answeringMemberId": 990002, "heading": "Ferries",
        "answeringBodyName": "Department for Transport", "isWithdrawn": False, "dateAnswered": "2019-08-14T00:00:00",
        "answerText": "Three do.", "originalAnswerText": "Two do.", "dateAnswerCorrected": "2019-08-20T00:00:00",
    }  # fmt: skip
    file = tmp_path / "q.json"
    file.write_text(json.dumps({"value": question, "links": []}))
    archive = loaded(file)
    (one,) = archive.corrections().corrections
    assert (one.status, one.basis, one.by.text) == ("linked", "field", "Three do.")
    assert one.corrected.text == "Two do."
    assert (one.by.chamber, one.corrected.chamber) == ("corrections", "written-answers")


def test_a_statement_that_corrects_another_is_linked_once_both_are_held(loaded: Any, tmp_path: Path) -> None:
    statement = {
        "id": 88, "memberId": 990002, "memberRole": "Minister", "uin": "HCWS12", "dateMade": "2019-08-14T00:00:00",
        "title": "Fog", "text": "Three.", "house": "Commons", "noticeNumber": 1,
        "linkedStatements": [{"linkedStatementId": 70, "linkType": "CorrectedStatement"}],
    }  # fmt: skip
    earlier = statement | {"id": 70, "uin": "HCWS9", "text": "Two.", "dateMade": "2019-08-12T00:00:00"}
    files = [tmp_path / "later.json", tmp_path / "earlier.json"]
    for file, each in zip(files, (statement, earlier | {"linkedStatements": []}), strict=True):
        file.write_text(json.dumps({"value": each, "links": []}))
    archive = loaded(files[0])
    assert [each.reason for each in archive.corrections().corrections] == ["written-statement:70 is not held"]
    archive.load([files[1]])
    (one,) = archive.corrections().corrections
    assert (one.status, one.corrected.text) == ("linked", "Two.")
    archive.remove("written-statements/2019-08-12", "by mistake")
    (one,) = archive.corrections().corrections
    assert (one.status, one.corrected, one.reason) == ("unmatched", None, "written-statement:70 is not held")
    archive.remove("written-statements/2019-08-12", "it was right", undo=True)
    (one,) = archive.corrections().corrections
    assert (one.status, one.corrected.text) == ("linked", "Two.")


def test_what_is_listed_can_be_narrowed_and_paged(specimen_archive: Path) -> None:
    with Archive.open(specimen_archive, read_only=True) as archive:
        assert archive.corrections().total == 2
        assert [each.status for each in archive.corrections(status="possible").corrections] == ["possible"]
        assert archive.corrections(house="lords").total == 0
        first, second = (archive.corrections(page=page, per_page=1) for page in (1, 2))
        assert (first.pages, second.next) == (2, None)
        assert archive.corrections(per_page=1, cursor=first.next).corrections == second.corrections
        assert first.corrections[0].by.date > second.corrections[0].by.date
        with pytest.raises(UsageError, match="linked, unmatched, possible"):
            archive.corrections(status="sure")


def test_real_written_proceedings_correct_nothing_by_themselves(real_data: Path, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        for stream in ("wrans", "wms"):
            archive.load([real_data / "twfy" / stream])
        found = archive.corrections().corrections
    # read in the files by eye: one statement titled a correction, one answer that corrects a table
    assert {each.status for each in found} == {"possible"}
    assert {each.by.citation for each in found} == {
        "HC Deb 26 October 2009, col 2WS",
        "HC Deb 27 October 2009, col 265W",
    }
