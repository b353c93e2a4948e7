"""The specimen goes the way of all other files: every reader takes it whole and finds nothing odd.

What it should come to is stated from the specimen's story (its README), not from a program's output.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onrecord.formats.detect import read
from onrecord.people.build import build
from onrecord.people.detect import read_people
from onrecord.people.on_day import offices_on, speaker_on
from onrecord.people.roll import MemoryRoll
from onrecord.reading import ReadContribution
from onrecord.specimen import folder

SITTINGS = sorted((folder() / "sittings").iterdir())


@pytest.fixture(scope="module")
def roll() -> MemoryRoll:
    lists = [read_people(path.read_bytes(), path.name) for path in (folder() / "people").iterdir()]
    assert [one.warnings for one in lists if one.warnings] == []
    built = build(lists)
    assert built.conflicts == ()
    return MemoryRoll(built.persons, built.keys)


@pytest.mark.parametrize("path", SITTINGS, ids=lambda path: path.name)
def test_each_sitting_is_read_without_a_warning(path: Path, roll: MemoryRoll) -> None:
    reading = read(path.read_bytes(), path.name)
    assert reading.warnings == ()
    (sitting,) = reading.sittings
    assert sitting.house == ("lords" if path.name.startswith("lords") else "commons")
    keys = {item.mark.key for item in sitting.items if isinstance(item, ReadContribution)} - {None}
    assert {one for one in keys if one and roll.person(one) is None} <= {"person/90099", "mnis:990077"}


@pytest.mark.parametrize(
    ("day", "party", "departments"),
    [
        (date(2019, 8, 12), "Harbour", []),
        (date(2019, 8, 13), "Commonweal", []),
        (date(2019, 8, 14), "Commonweal", ["Department for Transport"]),
    ],
)
def test_party_and_office_are_those_of_the_day(roll: MemoryRoll, day: date, party: str, departments: list[str]) -> None:
    person = roll.person("mnis:990005")
    assert person is not None
    assert person.name == "Tobias Fairweather"
    speaker = speaker_on(person, day, house="commons", basis="id-in-source")
    assert (speaker.party, speaker.constituency) == (party, "Nether Wick")
    assert [o.department for o in offices_on(person, day) if o.kind == "government"] == departments
