"""A folder of the Hansard API's recorded answers is loaded whole, and what stands in two of them is held once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord import Archive
from tests.dump import dump

DEBATE, SAID = "5BEC1AE2-0814-4201-9A00-000000000001", "5BEC1AE2-0814-4201-9A01-00000000000{}"
FILES = ("calendar.json", "debate.json", "search.json")


def debate() -> dict[str, Any]:
    overview = {"ExtId": DEBATE, "Date": "2019-08-14T00:00:00", "Title": "Fog", "Location": "Lords Chamber"}
    items = [
        {"ItemType": "Contribution", "MemberId": 990001, "AttributedTo": "Lord Marsh", "Value": words,
         "ExternalId": SAID.format(at), "HRSTag": "hs_para"}
        for at, words in enumerate(["The fog is thick.", "It is thicker."])
    ]  # fmt: skip
    return {"Overview": {**overview, "House": "Lords"}, "Navigator": [], "Items": items, "ChildDebates": []}


def found(at: int, words: str, title: str, ext_id: str) -> dict[str, Any]:
    said = {"MemberId": 990001, "AttributedTo": "Lord Marsh", "ContributionTextFull": words, "HRSTag": "hs_para"}
    place = {"SittingDate": "2019-08-14T00:00:00", "Section": "Lords Chamber", "House": "Lords"}
    where = {"DebateSection": title, "DebateSectionExtId": ext_id, "DebateSectionOrder": 8, "OrderInDebateSection": at}
    return {**said, **place, **where, "ContributionExtId": SAID.format(at)}


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    folder = tmp_path / "answers"
    folder.mkdir()
    results = [found(1, "It is thicker.", "Fog", DEBATE), found(7, "Mist is mist.", "Mist", "5BEC1AE2-MIST")]
    documents = ([{"House": "Lords", "ItemDate": "2019-08-14"}], debate(), {"Results": results, "TotalResultCount": 2})
    for name, document in zip(FILES, documents, strict=True):
        (folder / name).write_text(json.dumps(document), encoding="utf-8")
    return folder


def test_a_list_is_loaded_with_nothing_in_it_and_said_so(answers: Path, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        (first,) = archive.load([answers / "calendar.json"]).files
        (again,) = archive.load([answers / "calendar.json"]).files
        assert archive.sittings().sittings == ()
    assert (first.status, first.sittings, first.contributions, first.words) == ("loaded", 0, 0, 0)
    assert first.warnings == ("holds no proceedings: the calendar of sitting days; nothing to take",)
    assert (again.status, again.warnings) == ("unchanged", first.warnings)


@pytest.mark.parametrize("order", [FILES, FILES[::-1]])
def test_a_contribution_found_and_in_its_debate_is_held_once(
    answers: Path, tmp_path: Path, order: tuple[str, ...]
) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        for name in order:
            archive.load([answers / name])
        (sitting,) = archive.sittings().sittings
        titles = {each.title for each in archive.debates_on(sitting.date, sitting.chamber)}
    assert titles == {"Fog", "Mist"}
    assert sitting.contributions == 3
    together = tmp_path / "together"
    with Archive.open(together, create=True) as archive:
        archive.load([answers])
    assert dump(tmp_path / "archive") == dump(together)


def test_no_recorded_answer_of_the_service_is_refused(real_data: Path, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        report = archive.load([real_data / "hansard-api"])
        excerpts = archive.excerpts("mnis:4197", context="none")
    assert {Path(each.path).name: each.error for each in report.files if each.status == "refused"} == {}
    assert excerpts.total >= 1
