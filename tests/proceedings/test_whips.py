"""Whips' Treasury titles stand for no department; a Treasury minister may take another department's bill."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.people.build import build
from onrecord.people.detect import read_people
from onrecord.people.posts import is_whip
from onrecord.proceedings.capacity import Offices

TREASURY = "HM Treasury"
LIST = "ministers-2010.2020-10-21.json"
TITLES = ("Assistant Whip (HM Treasury)", "The Lord Commissioner of Her Majesty's Treasury")


@pytest.mark.parametrize(
    "title",
    [
        "Lords Commissioner of HM Treasury",
        "Lord Commissioner (HM Treasury) (Whip)",
        "Assistant Whip (HM Treasury)",
        "Parliamentary Secretary to the Treasury (Chief Whip)",
        "Vice-Chamberlain of HM Household",
    ],
)
def test_a_whip_speaks_for_no_department(house, title: str) -> None:
    person = house.person("a", house.office(title, TREASURY))
    assert Offices(house.day, {"person/1": person}, ()).ministerial("person/1") == ()


@pytest.mark.parametrize("title", ["Financial Secretary to the Treasury", "Economic Secretary to the Treasury"])
def test_a_secretary_to_the_treasury_is_its_minister(house, title: str) -> None:
    person = house.person("a", house.office(title, TREASURY))
    (told,) = Offices(house.day, {"person/1": person}, ()).ministerial("person/1")
    assert (told.role, told.department) == ("minister", TREASURY)


def test_a_whip_who_is_also_a_minister_speaks_for_that_department_only(house) -> None:
    offices = house.office("Lord Commissioner", TREASURY), house.office("Minister of State", "Home Office")
    person = house.person("a", *offices)
    told = Offices(house.day, {"person/1": person}, ()).ministerial("person/1")
    assert {one.department for one in told} == {"Home Office"}


def test_none_of_the_whips_posts_of_the_real_list_makes_a_minister_of_the_treasury(real_data: Path) -> None:
    file = real_data / "people" / LIST
    rows = [row for row in json.loads(file.read_bytes())["memberships"] if row.get("role") in TITLES]
    persons = build([read_people(file.read_bytes(), file.name)]).persons
    shown = {title.removeprefix("The ") for title in TITLES}
    posts = [(p, o) for p in persons for o in p.offices if o.title.removeprefix("The ") in shown and o.start]
    for person, office in posts:
        others = [o for o in person.offices if not is_whip(o.title) and _held(o.start, o.end, office.start)]
        told = Offices(office.start, {"x": person}, ()).ministerial("x")
        assert office.department is None
        if TREASURY not in {o.department for o in others}:
            assert TREASURY not in {one.department for one in told}, (person.person_id, office)
    assert len(rows) == len(posts) == 234


def _held(start: date | None, end: date | None, day: date) -> bool:
    return start is not None and start <= day and (end is None or day <= end)


def test_a_treasury_minister_takes_the_work_and_pensions_bill_on_child_poverty(real_data: Path, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load_people([real_data / "people" / "2009"])
        archive.load(sorted((real_data / "twfy" / "standing").glob("*.xml")))
        told: Counter[tuple[str, str | None]] = Counter()
        for stage in archive.bill("Child Poverty Bill").stages:
            for item in archive.debate(stage.debate).items if stage.debate else ():
                capacity = getattr(item, "capacity", None)
                if capacity and capacity.role == "minister":
                    told[item.speaker.name, capacity.department] += 1
    assert set(told) == {("Stephen Timms", TREASURY), ("Helen Goodman", "Department for Work and Pensions")}
