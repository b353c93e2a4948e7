"""The specimen's bill from first reading to the Lords' amendments, its clause 2 renumbered on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Archive

BILL = "Lighthouses and Lesser Beacons Bill"


@pytest.fixture
def archive(bill_archive: Path) -> Iterator[Archive]:
    with Archive.open(bill_archive, read_only=True) as opened:
        yield opened


def test_every_stage_is_there_in_its_order_and_none_is_missing(archive: Archive) -> None:
    assert [(str(s.date), s.house, s.stage, s.held) for s in archive.bill(BILL).stages] == [
        ("2019-08-08", "commons", "First reading", True),
        ("2019-08-12", "commons", "Second reading", True),
        ("2019-08-13", "commons", "Committee", True),
        ("2019-08-15", "commons", "Report", True),
        ("2019-08-15", "commons", "Third reading", True),
        ("2019-08-15", "lords", "First reading", True),
        ("2019-08-19", "lords", "Second reading", True),
        ("2019-08-20", "lords", "Committee", True),
        ("2019-08-21", "lords", "Report", True),
        ("2019-08-22", "lords", "Third reading", True),
        ("2019-08-27", "commons", "Consideration of Lords amendments", True),
    ]


def test_who_is_in_charge_in_each_house(archive: Archive) -> None:
    charge = {one.name: one.basis for one in archive.bill(BILL).bill.promoters}
    assert charge["Augusta Penhallow"] == "moves second reading"
    assert charge["Lord de la Mer of Nethersound"] == "moves second reading"
    assert "Lord Underhay" not in charge  # moves an amendment
    assert "Evelyn Crewe" not in charge


def test_a_clause_is_followed_by_its_side_heading_through_both_houses(archive: Archive) -> None:
    for asked in ("clause 2", "clause 3"):
        numbers = {(one.house, one.stage): one.provisions for one in archive.provision(BILL, asked).numbering}
        assert numbers["commons", "Second reading"] == ("clause 2",)
        assert numbers["commons", "Committee"] == ("clause 2",)
        assert numbers["commons", "Report"] == ("clause 2",)
        assert numbers["lords", "Second reading"] == ("clause 3",)
        assert numbers["lords", "Committee"] == ("clause 3",)
        assert numbers["commons", "Consideration of Lords amendments"] == ("clause 3",)


def test_the_mapping_of_a_section_is_used_at_every_stage(archive: Archive) -> None:
    mapping = "provision,house,stage,was\nsection 3,,,clause 3\nsection 3,commons,Second reading,clause 2\n"
    mapping += "section 3,commons,Committee,clause 2\nsection 3,commons,Report,clause 2\n"
    found = archive.provision(BILL, "section 3", mapping=mapping)
    assert {one.basis for one in found.numbering} == {"map"}
    said = {(one.house, one.stage): one.focus for one in found.numbering}
    assert said["lords", "Committee"] == 2
    assert said["commons", "Report"] == 3
    assert said["commons", "Third reading"] == 1


def test_what_was_moved_and_what_became_of_it(archive: Archive) -> None:
    moved = {(m.house, m.stage, m.labels): m for m in archive.pack(BILL, "clause 3").amendments}
    withdrawn = moved["commons", "Report", ("amendment 3",)]
    lords = moved["lords", "Committee", ("amendment 1",)]
    assert withdrawn.outcome == ("Amendment, by leave, withdrawn.",)
    assert lords.outcome == ("Amendment 1 withdrawn.",)
    assert lords.speech
    assert lords.speech.speaker
    assert lords.speech.speaker.name == "Lord Underhay"
    assert moved["lords", "Report", ("amendment 1",)].outcome == ("Amendment 1 agreed.",)


def test_a_pack_says_which_stages_are_empty(archive: Archive) -> None:
    pack = archive.pack(BILL, "clause 3")
    empty = {(one.house, one.stage) for one in pack.numbering if not one.focus}
    assert empty == {("commons", "First reading"), ("lords", "First reading"), ("lords", "Third reading")}
    assert pack.counts["stages_empty"] == 3


def test_what_is_moved_is_listed_once(archive: Archive) -> None:
    moved = [(m.house, m.stage, m.labels) for m in archive.pack(BILL, "clause 3").amendments]
    assert len(moved) == len(set(moved))


def test_a_pack_of_the_whole_bill_has_everything_moved_with_its_mover_and_its_end(archive: Archive) -> None:
    moved = {(m.house, m.stage, m.labels): m for m in archive.pack(BILL).amendments}
    assert {key[2] for key in moved if key[:2] == ("lords", "Report")} == {("amendment 1",), ("amendment 2",)}
    second = moved["lords", "Report", ("amendment 2",)]
    assert second.outcome == ("Amendment 2 withdrawn.",)
    assert second.speech
    assert getattr(second.speech.speaker, "name", None) == "Lord Underhay"
    start, end = second.span
    assert [p.text for p in second.moved.paragraphs[start:end]] == [
        "Amendment 2",
        "Moved by Lord Underhay",
        "2: Clause 4, page 3, line 1, leave out “lamps” and insert “lights”",
    ]


def test_words_moved_at_the_foot_of_a_speech_are_no_words_of_its_speaker(archive: Archive) -> None:
    second = next(m for m in archive.pack(BILL).amendments if m.labels == ("amendment 2",) and m.stage == "Report")
    kinds = [paragraph.kind for paragraph in second.moved.paragraphs]
    assert kinds == ["text", *["procedural"] * 5]
    assert archive.verify("leave out “lamps” and insert “lights”", speaker="Lord de la Mer of Nethersound").verdict in (
        "not-found",
        "attributed-elsewhere",
    )


def test_an_amendment_at_the_foot_of_a_speech_is_found_under_its_clause(archive: Archive) -> None:
    pack = archive.pack(BILL, "clause 4")
    headings = {(one.house, one.stage): one.heading for one in pack.numbering}
    assert headings["lords", "Report"] == "Notice to mariners"
    assert ("amendment 2",) in {m.labels for m in pack.amendments if m.stage == "Report" and m.house == "lords"}


def test_a_pack_of_the_whole_bill_lists_everybody_else(archive: Archive) -> None:
    pack = archive.pack(BILL)
    focus = {c.id for passage in pack.passages for c in passage.contributions if c.focus}
    said: set[str] = set()
    for stage in archive.bill(BILL).stages:
        items = archive.debate(stage.debate).items if stage.debate else ()
        said |= {i.id for i in items if getattr(i, "kind", "") in ("speech", "intervention", "motion") and i.speaker}
    chairs = {i for i in said if (c := archive.contribution(i).capacity) and c.role == "chair"}
    assert said - focus - chairs <= {other.id for other in pack.others}
    assert not focus & {other.id for other in pack.others}


def test_what_stood_in_a_group_and_was_not_moved_is_in_the_pack_with_its_words(archive: Archive) -> None:
    pack = archive.pack(BILL)
    told = {(one.stage, one.labels): one for one in pack.grouped}
    assert set(told) == {
        ("Committee", ("clause 1 stand part",)),
        ("Report", ("amendment 4",)),
    }  # amendment 2 is moved later in Committee
    fourth = told["Report", ("amendment 4",)]
    assert (fourth.question, fourth.outcome) == (False, ())
    assert fourth.lead == ("amendment 3",)
    assert fourth.put.paragraphs[0].text[fourth.at :].startswith("amendment 4, page 1, line 11, at end insert")
    assert told["Committee", ("clause 1 stand part",)].question
    beside = {(m.stage, m.labels): m.beside for m in pack.amendments if m.house == "commons"}
    assert beside["Committee", ("amendment 1",)] == ("amendment 2", "clause 1 stand part")
    assert beside["Report", ("amendment 3",)] == ("amendment 4",)


def test_a_pack_of_a_provision_has_what_was_grouped_on_it_alone(archive: Archive) -> None:
    assert {one.labels for one in archive.pack(BILL, "clause 3").grouped} == {("amendment 4",)}
    assert {one.labels for one in archive.pack(BILL, "clause 1").grouped} == {("clause 1 stand part",)}


def test_an_amendment_asked_for_by_its_number_is_in_its_pack_with_its_end(archive: Archive) -> None:
    moved = {(m.house, m.stage, m.labels): m.outcome for m in archive.pack(BILL, "amdt 3").amendments}
    assert moved == {("commons", "Report", ("amendment 3",)): ("Amendment, by leave, withdrawn.",)}
