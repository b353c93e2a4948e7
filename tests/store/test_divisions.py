"""A file of divisions alone adds what the day lacks, agrees with what it has, and takes nothing away."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from msgspec import structs

from onrecord import Archive
from onrecord.model import Contribution, Debate, Division
from onrecord.reading import Mark, Paragraph, ReadContribution, ReadDivision, ReadSitting, Redirect, Section
from onrecord.store.assemble import assemble
from onrecord.store.history import Edition


def voted(source_id: str, section: int = 0) -> ReadDivision:
    return ReadDivision(source_id, section, source_id[-1], {"aye": 1, "no": 2}, ())


def said(source_id: str, section: int) -> ReadContribution:
    return ReadContribution(source_id, section, Mark(None, "Ada Fenn"), (Paragraph("text", "Fog."),))


DAY = ReadSitting(
    house="commons",
    chamber="commons-chamber",
    date=date(2018, 2, 6),
    sections=(Section("b.1", "Fog", debate=True), Section("b.2", "Rain", debate=True)),
    items=(said("b.1.1", 0), voted("b.1.2"), said("b.2.1", 1)),
    edition="b",
)
ALONE = structs.replace(DAY, items=(voted("b.1.2"),), whole=False, part="divisions")


def test_what_agrees_changes_nothing() -> None:
    for order in permutations([Edition("1" * 64, DAY), Edition("2" * 64, ALONE)]):
        held = assemble(order)
        assert (held.sitting, held.leading) == (DAY, {"1" * 64})


def test_a_division_that_the_day_lacks_stands_at_the_end_of_its_section() -> None:
    more = structs.replace(ALONE, items=(voted("b.1.2"), voted("b.1.9")))
    for order in permutations([Edition("1" * 64, DAY), Edition("2" * 64, more)]):
        held = assemble(order)
        assert held.sitting is not None
        assert held.sitting.items == (said("b.1.1", 0), voted("b.1.2"), voted("b.1.9"), said("b.2.1", 1))
        assert held.leading == {"1" * 64, "2" * 64}


def test_an_older_edition_of_the_divisions_names_the_same_ones() -> None:
    older = structs.replace(ALONE, items=(voted("a.1.2"),), edition="a")
    residue = structs.replace(
        DAY,
        items=(),
        sections=(),
        whole=False,
        residue=True,
        edition="a",
        redirects=(Redirect("a.1.2", "b.1.2", "perfectmatch"),),
    )
    held = assemble([Edition("1" * 64, DAY), Edition("2" * 64, older), Edition("3" * 64, residue)])
    assert held.sitting == DAY


def test_alone_they_are_held_under_their_headings() -> None:
    held = assemble([Edition("2" * 64, ALONE)]).sitting
    assert held is not None
    assert [section.title for section in held.sections] == ["Fog", "Rain"]
    assert held.items == (voted("b.1.2"),)


@pytest.mark.parametrize("first", ["debates", "divisionsonly"])
def test_real_days_are_the_same_with_and_without_their_divisions_in_any_order(
    real_data: Path, tmp_path: Path, first: str
) -> None:
    both = ["debates/debates2009-10-26b.xml", "divisionsonly/divisions2009-10-26b.xml"]
    both.sort(key=lambda name: not name.startswith(first))
    with Archive.open(tmp_path / "both", create=True) as archive:
        archive.load([real_data / "twfy" / name for name in both])
        (sitting,) = archive.sittings().sittings
        division = "uk.org.publicwhip/debate/2009-10-26b.125.5"
        debate = archive.debate(division)
    assert (sitting.contributions, sitting.divisions, sitting.revision) == (471, 1, 1)
    assert [len(item.votes) for item in divisions(debate)] == [408]
    assert sum(isinstance(item, Contribution) for item in debate.items) > 50


def divisions(debate: Debate) -> list[Division]:
    return [item for item in debate.items if isinstance(item, Division)]
