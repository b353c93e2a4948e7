"""Ministers' words on one provision of the specimen's bills, and the ways in which its numbers are followed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.errors import BadInputError, NotHeldError, UsageError

BILL = "lighthouses-and-lesser-beacons-bill-2017-19"
HEAD = "provision,house,stage,was\n"


@pytest.fixture
def archive(specimen_archive: Path) -> Iterator[Archive]:
    with Archive.open(specimen_archive, read_only=True) as opened:
        yield opened


def test_in_focus_are_ministers_who_name_it_or_speak_under_it(archive: Archive) -> None:
    found = archive.provision(BILL, "clause 2")
    focused = [c for e in found.excerpts for run in e.runs for c in run.contributions if c.focus]
    assert {c.speaker.name for c in focused if c.speaker} == {"Augusta Penhallow", "Lucian Marsh"}
    assert all("clause 2" in c.text.casefold() or "Clause 2" in c.section.title for c in focused)
    assert {other.name for other in found.others}.isdisjoint({"Augusta Penhallow", "Lucian Marsh"})
    assert [count.provision for count in found.provisions] == ["clause 2"]


def test_the_mentions_counted_are_those_in_the_words(archive: Archive) -> None:
    counts = {count.provision: count.mentions for count in archive.bill(BILL).provisions}
    said = [
        item.text
        for stage in archive.bill(BILL).stages
        if stage.debate
        for item in archive.debate(stage.debate).items
        if getattr(item, "speaker", None) and item.capacity and item.capacity.role != "chair"  # type: ignore[union-attr]
    ]
    assert counts["clause 2"] >= sum("clause 2" in text.casefold() for text in said)


def test_a_mapping_is_applied_where_it_says_so(archive: Archive) -> None:
    found = archive.provision(BILL, "section 9", mapping=HEAD + "section 9,commons,Committee,clause 2\n")
    assert [(one.stage, one.provisions, one.basis) for one in found.numbering] == [
        ("Second reading", ("section 9",), "asked"),
        ("Committee", ("clause 2",), "map"),
    ]
    assert [one.focus for one in found.numbering] == [0, 1]


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        ("", "map.csv:1"),
        ("a,b\n", "map.csv:1"),
        (HEAD + "section 9,commons,Committee\n", "map.csv:2"),
        (HEAD + "section 9,commons,,nonsense\n", "nonsense is no provision"),
        (HEAD + "section 9,senate,,clause 1\n", "no House called senate"),
    ],
)
def test_a_mapping_that_cannot_be_understood_names_its_line(archive: Archive, mapping: str, message: str) -> None:
    with pytest.raises(BadInputError, match=message):
        archive.provision(BILL, "section 9", mapping=mapping, name="map.csv")


def test_a_mapping_that_does_not_fit(archive: Archive) -> None:
    with pytest.raises(UsageError, match="says nothing of section 8"):
        archive.provision(BILL, "section 8", mapping=HEAD + "section 9,,,clause 2\n")
    with pytest.raises(UsageError, match=r"section 9 at comittee in the commons; held are .*Committee in the commons"):
        archive.provision(BILL, "section 9", mapping=HEAD + "section 9,commons,Comittee,clause 2\n")


def test_what_nobody_speaks_of_and_what_is_no_provision(archive: Archive) -> None:
    with pytest.raises(NotHeldError, match="spoken of are clause 1, clause 2"):
        archive.provision(BILL, "clause 99")
    with pytest.raises(UsageError, match="is no provision"):
        archive.provision(BILL, "the goose")


def test_several_provisions_are_asked_for_at_once(archive: Archive) -> None:
    both = archive.provision(BILL, "cll 1 and 2")
    ids = [
        {c.id for e in archive.provision(BILL, one).excerpts for run in e.runs for c in run.contributions if c.focus}
        for one in ("clause 1", "cl 2")
    ]
    assert both.provision == "clauses 1 and 2"
    assert {c.id for e in both.excerpts for run in e.runs for c in run.contributions if c.focus} == ids[0] | ids[1]


def test_a_section_of_another_act_is_asked_for_with_its_act(bill_archive: Path) -> None:
    with Archive.open(bill_archive, read_only=True) as archive:
        told = archive.provision("Lighthouses and Lesser Beacons Bill", "s 4 of the Harbour Lamps Act 1902")
        assert told.excerpts == ()
        assert [other.name for other in told.others] == ["Evelyn Crewe"]
        assert "is no provision of this bill" in told.notes[0]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("cl 2(9)", "clause 2 is, as a whole"),
        ("s 99", "a section of the Act was a clause of the bill"),
        ("article 3", "nobody names an article of another there"),
        ("s 2 of the Fog Act 1902", "of the Fog Act 1902 is not spoken of"),
        ("chapter 2", "is no provision"),
    ],
)
def test_what_is_not_spoken_of_is_said_with_what_is(archive: Archive, asked: str, message: str) -> None:
    with pytest.raises((NotHeldError, UsageError)) as refused:
        archive.provision(BILL, asked)
    assert message in str(refused.value) + refused.value.remedy
