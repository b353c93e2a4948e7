"""Interventions found from who has the floor alone, against those that the source marks as such."""

from __future__ import annotations

from pathlib import Path

from msgspec import structs

from onrecord import Archive
from onrecord.formats.detect import read
from onrecord.proceedings.interpret import interpret
from onrecord.reading import ReadContribution, ReadSitting
from onrecord.store.roll import StoredRoll

DAYS = ("debates2020-12-14b.xml", "debates2020-12-15a.xml", "debates2023-03-28d.xml")


def without_types(sitting: ReadSitting) -> ReadSitting:
    """The sitting as a source would print it that says nothing of what a contribution is."""
    bare = (
        structs.replace(item, type=None, question_number=None, uin=None) if isinstance(item, ReadContribution) else item
        for item in sitting.items
    )
    return structs.replace(sitting, items=tuple(bare))


def test_interventions_are_found_without_the_sources_word(real_data: Path, tmp_path: Path) -> None:
    marked = found = both = 0
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load_people([real_data / "people"])
        with archive._engine.connect() as connection:
            roll = StoredRoll(connection)
            for name in DAYS:
                (sitting,) = read((real_data / "twfy" / "debates" / name).read_bytes(), name).sittings
                spoken = [item for item in sitting.items if isinstance(item, ReadContribution)]
                ours = interpret(without_types(sitting), roll).judgements
                for contribution, judged in zip(spoken, ours, strict=True):
                    if contribution.type is None:
                        continue
                    theirs = "Intervention" in contribution.type
                    marked += theirs
                    found += judged.kind == "intervention"
                    both += theirs and judged.kind == "intervention"
    assert marked > 100
    assert both >= 0.99 * marked
    assert both == found
