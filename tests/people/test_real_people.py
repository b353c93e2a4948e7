"""The real lists and the real days: every id that the record names is a person under the name it prints.

Nothing real is written here but counts, ids and offices; names are compared, not quoted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from onrecord.model import Person
from onrecord.people.build import BuiltRoll, Heard, build
from onrecord.people.chairs import presides
from onrecord.people.detect import read_people
from onrecord.people.names import fold
from onrecord.people.on_day import membership_on, offices_on, speaker_on
from onrecord.people.roll import MemoryRoll

ALAN_JOHNSON = "person/10314"


@pytest.fixture(scope="module")
def roll(real_data: Path) -> BuiltRoll:
    files = sorted(path for path in (real_data / "people").rglob("*.*") if path.is_file())
    return build([read_people(path.read_bytes(), str(path)) for path in files])


@pytest.fixture(scope="module")
def known(roll: BuiltRoll) -> MemoryRoll:
    return MemoryRoll(roll.persons, roll.keys)


def voices(folder: Path) -> Iterator[tuple[str, str, date]]:
    """Key, printed name ("" for a voter) and day of everybody that the files of a folder name by id."""
    for path in sorted(folder.rglob("*.xml")):
        day = date.fromisoformat(re.findall(r"\d{4}-\d\d-\d\d", path.name)[-1])
        for element in ElementTree.parse(path).iter():
            found = element.attrib
            uri = (
                found.get("person_id")
                or found.get("speakerid")
                or (found.get("id", "") if element.tag in ("mpname", "lord") else "")
            )
            if match := re.fullmatch(r"uk\.org\.publicwhip/((?:person|member|lord)/\d+)", uri):
                yield match[1], found.get("speakername", ""), day


def test_everybody_whom_the_record_names_by_id_is_known_by_that_name(
    real_data: Path, known: MemoryRoll, roll: BuiltRoll
) -> None:
    heard = {key: Heard(key, name, "commons", str(day)) for key, name, day in voices(real_data / "twfy") if name}
    nameless = {p.person_id for p in roll.persons if p.name == p.person_id}
    odd: Counter[str] = Counter()
    seen = 0
    for key, name, _ in voices(real_data / "twfy"):
        person = known.person(key)
        assert person is not None, key
        seen += 1
        names = {fold(n) for n in (person.name, *(n.name for n in person.names))}
        if name and fold(name) not in names:
            odd["nameless" if person.person_id in nameless else "chair" if presides(name) else key] += 1
    assert seen > 10_000
    assert odd.keys() <= {
        "chair",
        "nameless",
        "person/25272",
    }  # the last was printed under the name she bore before marriage
    assert len({key for key in heard if (p := known.person(key)) and p.person_id in nameless}) <= 1


def test_every_member_and_peer_of_the_lists_is_on_the_roll_with_their_term(real_data: Path, known: MemoryRoll) -> None:
    read, newest = 0, {}
    for path in sorted((real_data / "people").rglob("*.xml")):  # those of 2009 come first
        if not re.search("members|peers-ucl", path.name):
            continue
        root = ElementTree.fromstring(path.read_bytes().replace(b'version="2.0"', b'version="1.0"'))
        entries = [entry for entry in root.iter() if entry.tag in ("member", "lord")]
        read += len(entries)
        newest |= {entry.attrib["id"]: entry for entry in entries}
    assert read == 2703 + 672 + 980 + 1217
    for uri, entry in newest.items():
        person = known.person(uri.removeprefix("uk.org.publicwhip/"))
        assert person is not None
        began, ended = entry.attrib["fromdate"], entry.attrib["todate"]
        day = date.fromisoformat(began if len(began) == 10 else f"{began}-12-31")
        spell = membership_on(person, day, "lords" if entry.tag == "lord" else "commons")
        assert spell is not None or ended < day.isoformat(), uri


def test_the_official_ids_of_the_profiles_lead_to_their_persons(real_data: Path, roll: BuiltRoll) -> None:
    text = (real_data / "people" / "official-profiles.xml").read_text("utf-8")
    pairs = re.findall(r'person/(\d+)" profile_url_uk_parl="[^"]*/member/(\d+)/', text)
    assert len(pairs) == 2898
    assert [p for p in pairs if roll.keys[f"mnis:{p[1]}"] != roll.keys[f"person/{p[0]}"]] == []


def test_the_home_secretary_of_october_2009(known: MemoryRoll) -> None:
    person = known.person(ALAN_JOHNSON)
    assert person is not None
    said = speaker_on(person, date(2009, 10, 26), house="commons", basis="id-in-source")
    (office,) = said.offices
    assert office.department == "Home Office"
    assert "Secretary of State" in office.title
    assert (said.party, said.ids["mnis"]) == ("Labour", "376")


def test_nobody_has_an_office_on_a_day_that_no_list_vouches_for(roll: BuiltRoll) -> None:
    late = [
        (p.person_id, o.title)
        for p in roll.persons
        for o in p.offices
        if o.as_of
        for held in [_after(p, o.as_of)]
        if o.title in held and not o.end
    ]
    assert late == []
    assert all(o.as_of for p in roll.persons for o in p.offices if o.end is None)


def _after(person: Person, day: date) -> set[str]:
    return {o.title for o in offices_on(person, day + timedelta(days=1)) if o.end is None and o.as_of == day}


def test_there_is_one_of_each_great_office_on_any_day(roll: BuiltRoll) -> None:
    for day in (
        date(1998, 3, 2),
        date(2004, 3, 1),
        date(2009, 10, 26),
        date(2013, 3, 4),
        date(2018, 6, 4),
        date(2020, 6, 15),
    ):
        titles = [
            (p.person_id, o.title, o.department)
            for p in roll.persons
            for o in offices_on(p, day)
            if o.kind == "government"
        ]
        for department in ("Home Office", "Ministry of Defence", "Northern Ireland Office"):
            heads = {p for p, title, d in titles if d == department and title.startswith("Secretary of State")}
            assert len(heads) == 1, (day, department)
        assert len({p for p, title, _ in titles if title.startswith("Prime Minister") and "Special" not in title}) == 1
        assert 90 <= len({p for p, _, _ in titles}) <= 130  # as many as are paid, and some unpaid


def test_no_whip_stands_for_the_treasury(roll: BuiltRoll) -> None:
    whips = [o for p in roll.persons for o in p.offices if re.search("Assistant Whip|Lords? Commissioner", o.title)]
    assert len(whips) > 200
    assert {o.department for o in whips} == {None}


def test_ministers_have_a_department_as_a_rule(roll: BuiltRoll) -> None:
    secretaries = [
        o
        for p in roll.persons
        for o in p.offices
        if o.kind == "government" and o.start and o.start.year >= 1997 and "Secretary of State" in o.title
    ]
    without = [o.title for o in secretaries if o.department is None]
    assert len(secretaries) > 400
    assert len(without) <= len(secretaries) * 0.01, without


def test_the_only_persons_made_one_without_a_redirect_are_two_merged_by_a_newer_edition(roll: BuiltRoll) -> None:
    assert len(roll.conflicts) == 2
    assert all("gone from the newest list" in conflict for conflict in roll.conflicts)


def test_every_recorded_answer_of_the_members_api_is_taken(real_data: Path) -> None:
    files = sorted((real_data / "members-api").glob("*.json"))
    taken = {path.name: read_people(path.read_bytes(), str(path)) for path in files}
    with_persons = {name for name, reading in taken.items() if reading.facts}
    assert with_persons == {"biography.json", "constituencies.json", "constituency-4483.json", "search.json"}
    assert all(reading.warnings for name, reading in taken.items() if name not in with_persons)
    starmer = build([taken["biography.json"], taken["search.json"]])
    person = MemoryRoll(starmer.persons, starmer.keys).person("mnis:4514")
    assert person is not None
    assert [o.title for o in offices_on(person, date(2024, 7, 5)) if o.kind == "government"] == [
        "Prime Minister and First Lord of the Treasury"
    ]
    spell = membership_on(person, date(2016, 5, 9), "commons")
    assert spell is not None
    assert spell.party == "Labour"
