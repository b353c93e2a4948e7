"""Bills of the specimen: which is meant, what its stages are, who is in charge, and what ministers said on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.errors import AmbiguousError, NotHeldError, UsageError
from onrecord.model import MinisterialContribution
from onrecord.specimen import folder

FOG = "fog-signals-amnesty-bill-2017-19"


@pytest.fixture
def archive(specimen_archive: Path) -> Iterator[Archive]:
    with Archive.open(specimen_archive, read_only=True) as opened:
        yield opened


@pytest.mark.parametrize(
    "asked",
    [
        FOG,
        "Fog Signals (Amnesty) Bill",
        "FOG SIGNALS (AMNESTY) BILL [LORDS]",
        "fog signals",
        "Fog Signals (Amnesty) Bill 2017-19",
        "Fog Signals (Amnesty) Act 2019",
        "fog signals (amnesty) act 2020",
    ],
)
def test_a_bill_is_found_by_any_of_its_names(archive: Archive, asked: str) -> None:
    assert archive.bill(asked).bill.id == FOG


def test_a_bill_of_another_session_is_another_bill(archive: Archive) -> None:
    with pytest.raises(NotHeldError, match=FOG):
        archive.bill("Fog Signals (Amnesty) Bill 2008-09")
    with pytest.raises(NotHeldError):
        archive.bill("Fog Signals (Amnesty) Act 2021")


def test_who_only_speaks_beside_the_mover_is_not_in_charge(archive: Archive) -> None:
    bill = archive.bill("Lighthouses and Lesser Beacons Bill")
    spoke = next(stage for stage in bill.stages if stage.stage == "Second reading").ministers
    assert {"Augusta Penhallow", "Lucian Marsh"} <= set(spoke)
    told = {one.name: one.basis for one in bill.bill.promoters}
    assert told["Augusta Penhallow"] == "moves second reading"
    assert told["Lucian Marsh"] == "minister at Committee"  # of which no mover is held


def test_several_bills_and_none(archive: Archive) -> None:
    with pytest.raises(AmbiguousError, match="lighthouses-and-lesser-beacons-bill-2017-19"):
        archive.bill("lesser beacons")
    with pytest.raises(NotHeldError):
        archive.bill("Swallows (Wages) Bill")
    with pytest.raises(NotHeldError, match="did you mean lighthouses and lesser beacons or"):
        archive.bill("Lighthouse and Lesser Beacon (Signals) Bill")
    with pytest.raises(NotHeldError, match="did you mean fog signals amnesty or"):
        archive.bill("Fog Signal Amnesty (Beacons) Bill")
    for nothing in ("", " ", "Bill"):
        with pytest.raises(UsageError):
            archive.bill(nothing)


def test_a_stage_not_held_is_said_to_be_missing(archive: Archive) -> None:
    stages = archive.bill(FOG).stages
    assert [(stage.stage, stage.held) for stage in stages] == [("First reading", False), ("Second reading", True)]
    assert stages[0].date is None
    assert stages[0].debate is None
    assert stages[1].debate is not None
    assert archive.debate(stages[1].debate).section.title == "Fog Signals (Amnesty) Bill"


def test_whoever_moves_the_reading_is_in_charge_and_whoever_answers_is_a_minister(archive: Archive) -> None:
    bill = archive.bill(FOG).bill
    assert [(one.name, one.basis) for one in bill.promoters][:1] == [("Tobias Fairweather", "moves second reading")]


def test_every_minister_of_the_debate_is_in_focus_and_nobody_else(archive: Archive) -> None:
    found = archive.ministerial(FOG)
    debate = archive.debate(found.excerpts[0].debate.id)
    ministers = {
        item.id
        for item in debate.items
        if getattr(item, "capacity", None) and item.capacity.role == "minister"  # type: ignore[union-attr]
    }
    shown = [c for e in found.excerpts for run in e.runs for c in run.contributions]
    assert {c.id for c in shown if c.focus} == ministers
    assert all(isinstance(c, MinisterialContribution) and c.minister for c in shown if c.focus)
    assert not any(isinstance(c, MinisterialContribution) and c.minister for c in shown if not c.focus)


def test_a_debate_by_its_id_gives_the_same_as_its_bill(archive: Archive) -> None:
    by_bill = archive.ministerial(FOG)
    by_debate = archive.ministerial(by_bill.excerpts[0].debate.id)
    assert by_debate.excerpts == by_bill.excerpts


def test_ministers_in_a_debate_on_no_bill(archive: Archive) -> None:
    debate = next(ref for ref in archive.find_debates("Coastal Fog Inquiry"))
    focused = [c for e in archive.ministerial(debate.id).excerpts for r in e.runs for c in r.contributions if c.focus]
    assert {c.speaker.name for c in focused if c.speaker} == {"Honoria Blackthorn"}


def test_what_is_neither_debate_nor_bill(archive: Archive) -> None:
    with pytest.raises(NotHeldError, match="no debate has the id nonsense"):
        archive.ministerial("nonsense")


def test_bills_are_listed_with_the_newest_first(archive: Archive) -> None:
    held = archive.bills()
    assert [ref.last for ref in held] == sorted((ref.last for ref in held), reverse=True)
    assert FOG in {ref.id for ref in held}
    assert [ref.id for ref in archive.bills("signals fog")] == [FOG]


def test_what_is_kept_in_mind_of_a_bill_is_forgotten_when_more_is_loaded(tmp_path: Path) -> None:
    bill, lords = "Lighthouses and Lesser Beacons Bill", folder() / "bill" / "daylord2019-08-20a.xml"
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load_people([folder() / "people"])
        archive.load([folder() / "sittings"])
        with Archive.open(tmp_path / "archive", read_only=True) as reader:
            before = [one.bill(bill).stages for one in (archive, reader)]
            told = [one.provision(bill, "clause 2").numbering for one in (archive, reader)]
            words = [one.ministerial(bill).total for one in (archive, reader)]
            archive.load([lords])
            for place, one in enumerate((archive, reader)):
                assert (
                    len([s for s in one.bill(bill).stages if s.held]) == len([s for s in before[place] if s.held]) + 1
                )
                assert len(one.provision(bill, "clause 2").numbering) == len(told[place]) + 1
                assert one.ministerial(bill).total == words[place] + 1
