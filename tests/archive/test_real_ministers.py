"""No minister's word on a bill is left out: counted again from the files and the lists of ministers, read otherwise.

Who held an office that day is read here straight from the lists, by dates and titles alone; which
speeches stand under a bill, from the headings alone. Nothing of the project's own reading is used.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from html import unescape
from pathlib import Path

import pytest

from onrecord import Archive

FILES = {
    "debates/debates2009-10-26b": 43,
    "debates/debates2009-10-27d": 19,
    "lordspages/daylord2009-10-26a": 13,
    "lordspages/daylord2009-10-27a": 8,
    "debates/debates2016-05-09b": 20,
    "debates/debates2020-12-15a": 16,
    "standing/standing2009-10-20_CHILDPOV_05-0_2009-10-27a": 21,
    "standing/standing2009-10-20_CHILDPOV_06-0_2009-10-27a": 36,
    "standing/standing2009-10-20_CHILDPOV_07-0_2009-10-29a": 3,
}
NO_MINISTER = re.compile(
    r"PPS|Whip|Commissioner|Household|Chamberlain|Comptroller|Treasurer of|Waiting|Private|Church", re.I
)
BELOW = re.compile(r"clause|schedule|report|reading|committee|allo|^[A-Z][a-z]", re.IGNORECASE)


def elements(file: Path) -> ET.Element:
    data = file.read_bytes()
    text = data.decode("latin-1" if b"ISO-8859-1" in data[:120] else "utf-8")
    body = text[text.index("<publicwhip") :]
    return ET.fromstring(re.sub(r"&(?!(?:amp|lt|gt|quot|apos|#)\b)\w+;", lambda found: unescape(found[0]), body))


def holders_in_2009(people: Path, day: str) -> set[str]:
    """Every member or peer's id, in any spell, of persons who held a government post that day."""
    persons = [[office.get("id") or "" for office in p.iter("office")] for p in elements(people / "people.xml")]
    held = {
        office.get("matchid")
        for office in elements(people / "ministers.xml").iter("moffice")
        if (office.get("fromdate") or "") <= day <= (office.get("todate") or "")
        and re.search(r"govposts|newlabministers", office.get("source") or "")
        and office.get("position")
        and not NO_MINISTER.search(f"{office.get('position')} {office.get('dept')}")
    }
    return {identity for ids in persons if held & set(ids) for identity in ids}


def holders_since_2010(people: Path, day: str) -> set[str]:
    told = json.loads((people / "ministers-2010.2020-10-21.json").read_text(encoding="utf-8"))["memberships"]
    return {
        one["person_id"]
        for one in told
        if one.get("source") == "datadotparl/governmentpost"
        and one["start_date"] <= day <= one.get("end_date", "9999")
        and not NO_MINISTER.search(one.get("role", ""))
    }


def ministers_speeches(file: Path, holders: set[str]) -> set[str]:
    """The ids of speeches of office holders that stand under a bill."""
    found: set[str] = set()
    always = on_bill = file.parent.name == "standing"
    for element in elements(file):
        title = " ".join("".join(element.itertext()).split()) if element.tag.endswith("heading") else None
        if title is not None and not always:
            named = re.search(r"\bBill\b", title, re.IGNORECASE) is not None and "Devolved" not in title
            on_bill = named or (on_bill and element.tag != "major-heading" and BELOW.search(title) is not None)
        if element.tag == "speech" and on_bill and {element.get("person_id"), element.get("speakerid")} & holders:
            found.add(element.get("id") or "")
    return found


@pytest.fixture(scope="module")
def focused(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Every id of what is in focus in the ministerial extracts of all bills held."""
    with Archive.open(tmp_path_factory.mktemp("real") / "archive", create=True) as archive:
        archive.load_people([real_data / "people"])
        archive.load([real_data / "twfy" / name for name in ("debates", "lordspages", "standing")])
        pages = [archive.ministerial(bill.id, per_page=1000) for bill in archive.bills()]
    said = [c for page in pages for e in page.excerpts for run in e.runs for c in run.contributions if c.focus]
    return {alias for contribution in said for alias in contribution.aliases}


@pytest.mark.parametrize(("name", "count"), FILES.items())
def test_every_contribution_of_a_minister_is_in_the_extract(
    focused: set[str], real_data: Path, name: str, count: int
) -> None:
    day = re.findall(r"\d{4}-\d\d-\d\d", name)[-1]
    people = real_data / "people"
    holders = holders_in_2009(people / "2009", day) if day < "2010" else holders_since_2010(people, day)
    wanted = ministers_speeches(real_data / "twfy" / f"{name}.xml", holders)
    assert len(wanted) == count
    assert wanted - focused == set()
