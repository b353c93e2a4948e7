"""The specimen keeps its promises: small, fictional, in the formats to the letter, and whole.

Everything here is read with the plain parsers, not with the project's readers, so that the
specimen can be the independent truth of other tests. What the formats allow is a fact of
the official files, counted attribute by attribute.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from onrecord.specimen import folder

SITTINGS = folder() / "sittings"
PEOPLE = folder() / "people"
XML = sorted(SITTINGS.glob("*.xml"))
JSON = sorted(SITTINGS.glob("*.json"))
DAYS = {date(2019, 8, 12), date(2019, 8, 13), date(2019, 8, 14)}
RECESS = (date(2019, 7, 26), date(2019, 9, 2))  # both Houses rose on 25 July and met again on 3 September 2019
STRANGERS = {"person/90099", "mnis:990077"}  # whom the roll is meant not to know
NAMELESS = Counter({"Hon. Members": 2, "Several hon. Members": 1, "Noble Lords": 1, "Mr Pettifer": 1})

SPEECH = {"id", "speakername", "colnum", "time", "url", "nospeaker", "error"}
OLD = {
    "publicwhip": {"scrapeversion", "latest"},
    "speech": SPEECH | {"speakerid", "speakeroffice", "oral-qnum", "colon"},
    "heading": {"id", "nospeaker", "colnum", "time", "url"},
    "p": {"pid", "class", "pwmotiontext", "qnum"},
    "division": {"id", "nospeaker", "divdate", "divnumber", "colnum", "time", "url"},
    "divisioncount": {"ayes", "noes", "tellerayes", "tellernoes", "content", "not-content"},
    "voter": {"id", "vote", "teller"},
}
MODERN = {
    "publicwhip": {"scraperversion", "latest"},
    "speech": SPEECH | {"person_id", "type", "oral-qnum"},
    "heading": {"id", "nospeaker", "colnum", "time", "url"},
    "p": {"pid", "class", "pwmotiontext", "qnum"},
    "division": {"id", "nospeaker", "divdate", "divnumber", "colnum", "time", "url"},
    "divisioncount": {"ayes", "noes"},
    "voter": {"person_id", "vote", "teller", "proxy"},
}
ALIKE = {
    "oral-heading": "heading",
    "major-heading": "heading",
    "minor-heading": "heading",
    "mpname": "voter",
    "lord": "voter",
}
ITEM = [
    "ItemType", "ItemId", "MemberId", "AttributedTo", "Value", "OrderInSection",
    "Timecode", "ExternalId", "HRSTag", "HansardSection", "UIN", "IsReiteration",
]  # fmt: skip


def tree(path: Path) -> Any:
    return etree.parse(path, etree.XMLParser(resolve_entities=True, no_network=True)).getroot()


def debates(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node["ChildDebates"]:
        yield from debates(child)


def items() -> Iterator[dict[str, Any]]:
    for path in JSON:
        for debate in debates(json.loads(path.read_bytes())):
            yield from debate["Items"]


def key(identifier: str) -> str:
    return identifier.removeprefix("uk.org.publicwhip/")


def roll() -> set[str]:
    """Every key that the specimen's lists know."""
    known = set()
    for person in tree(PEOPLE / "people.2019-08-31.xml"):
        known |= {key(person.get("id"))} | {key(office.get("id")) for office in person}
    for info in tree(PEOPLE / "official-profiles.xml"):
        known.add("mnis:" + re.findall(r"/member/(\d+)/", info.get("profile_url_uk_parl"))[0])
    return known


def test_it_is_small_and_every_file_is_explained() -> None:
    files = [path for path in folder().rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert sum(path.stat().st_size for path in files) < 300_000
    readme = (folder() / "README.md").read_text("utf-8")
    endings = re.findall(r"`…(\S+?)`", readme)
    unexplained = {p.name for p in XML + JSON + sorted(PEOPLE.iterdir()) if p.name not in readme}
    assert {name for name in unexplained if not name.endswith(tuple(endings))} == set()


def test_no_day_of_it_is_a_day_of_the_record() -> None:
    said = {date.fromisoformat(day) for path in XML for day in re.findall(r"\d{4}-\d\d-\d\d", path.name)}
    said |= {date.fromisoformat(d["Overview"]["Date"][:10]) for p in JSON for d in debates(json.loads(p.read_bytes()))}
    assert said == DAYS
    assert all(RECESS[0] <= day <= RECESS[1] for day in said)


def test_no_id_can_collide_with_a_real_one() -> None:
    text = "\n".join(path.read_bytes().decode("latin-1") for path in [*XML, *JSON, *PEOPLE.iterdir()])
    found = re.findall(r"uk\.org\.publicwhip/(person|member|lord|moffice)/(\d+)", text)
    assert {kind for kind, _ in found} == {"person", "member", "lord", "moffice"}
    assert [one for one in found if int(one[1]) < (90_000 if one[0] == "person" else 900_000)] == []
    assert [n for n in re.findall(r'(?:"MemberId": |/[Mm]ember/)(\d+)', text) if int(n) < 900_000] == []
    guids = re.findall(r"(?i)\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b", text)
    assert {guid[:13].upper() for guid in guids} == {"5BEC1AE2-0814"}
    hosts = set(re.findall(r"https?://([^/\"]+)", text))
    assert all(host.endswith(".example") for host in hosts)


@pytest.mark.parametrize("path", XML, ids=lambda path: path.name)
def test_xml_uses_only_what_the_official_files_use(path: Path) -> None:
    root = tree(path)
    allowed = OLD if "scrapeversion" in root.attrib else MODERN
    for element in root.iter(etree.Element):
        name = ALIKE.get(element.tag, element.tag)
        assert set(element.attrib) <= allowed.get(name, set(element.attrib)), (element.tag, dict(element.attrib))
    ids = [element.get("id") for element in root if element.get("id")]
    pids = [p.get("pid") for p in root.iter("p", "tr")]
    assert len(ids) == len(set(ids))
    assert len(pids) == len(set(pids))
    columns = [int(element.get("colnum")) for element in root if element.get("colnum")]
    assert columns == sorted(columns)


def test_json_has_the_shape_of_the_official_files() -> None:
    for path in JSON:
        for debate in debates(json.loads(path.read_bytes())):
            assert set(debate) == {"Overview", "Navigator", "Items", "ChildDebates"}
            assert debate["Navigator"][-1]["ExternalId"] == debate["Overview"]["ExtId"]
            assert all(below["ParentId"] == above["Id"] for above, below in pairwise(debate["Navigator"]))
    assert all(list(item) == ITEM for item in items())
    external = [item["ExternalId"] for item in items() if item["ExternalId"]]
    assert len(external) == len(set(external))


def test_everybody_who_speaks_or_votes_is_on_the_roll_save_those_meant_not_to_be() -> None:
    speakers = {key(e.get("speakerid") or e.get("person_id") or "") for p in XML for e in tree(p).iter("speech")}
    voters = {key(e.get("person_id") or e.get("id")) for p in XML for e in tree(p).iter("mpname", "lord")}
    proxies = {key(e.get("proxy")) for p in XML for e in tree(p).iter("mpname") if e.get("proxy")}
    api = {f"mnis:{item['MemberId']}" for item in items() if item["MemberId"]}
    strangers = (speakers | voters | proxies | api) - roll() - {"", "unknown"}
    assert strangers == STRANGERS


def test_every_membership_peerage_and_office_is_one_persons_and_stands_in_one_list() -> None:
    offices = Counter(key(e.get("id")) for person in tree(PEOPLE / "people.2019-08-31.xml") for e in person)
    listed = Counter(
        key(element.get("id"))
        for name in ("all-members", "peers-ucl", "ministers")
        for element in tree(PEOPLE / f"{name}.2019-08-31.xml").iter("member", "lord", "moffice")
    )
    assert offices == listed
    assert set(offices.values()) == {1}


def test_nobody_is_nameless_but_the_voices_that_are_nobodys_and_one_doubtful_member() -> None:
    speeches = [e for p in XML for e in tree(p).iter("speech")]
    nameless = (e.get("speakername") for e in speeches if "unknown" in (e.get("speakerid"), e.get("person_id")))
    assert Counter(nameless) == NAMELESS


def test_divisions_add_up() -> None:
    divisions = [d for path in XML for d in tree(path).iter("division")]
    assert len(divisions) == 3
    for division in divisions:
        voters = [e for e in division.iter("mpname", "lord") if not e.get("teller")]
        counts = division.find("divisioncount").attrib
        counted = Counter({"aye": "ayes", "no": "noes"}.get(e.get("vote"), e.get("vote")) for e in voters)
        assert {side: int(counts[side]) for side in counted} == dict(counted)
        assert len([e for e in division.iter("mpname", "lord") if e.get("teller")]) == 4


def test_the_residue_redirects_the_whole_day_and_holds_the_one_speech_that_changed() -> None:
    residue, day = (tree(SITTINGS / f"debates2019-08-13{edition}.xml") for edition in "ab")
    redirects = [e.attrib for e in residue.iter("gidredirect")]
    assert [r["newgid"] for r in redirects] == [e.get("id") for e in day]
    (changed,) = [r for r in redirects if r["matchtype"] == "changes"]
    (before,) = residue.iter("speech")
    (after,) = [e for e in day if e.get("id") == changed["newgid"]]
    assert before.get("id") == changed["oldgid"]
    assert "".join(before.itertext()).split() != "".join(after.itertext()).split()


def test_it_is_as_long_as_an_evening_and_as_crowded_as_a_small_house() -> None:
    latest = [root for root in map(tree, XML) if root.get("latest") == "yes"]
    spoken = [e for root in latest for e in root.iter("speech") if e.get("speakername")]
    said = [item for item in items() if item["MemberId"]]
    assert 180 <= len(spoken) + len(said) <= 260
    assert 25 <= len({e.get("speakername") for e in spoken}) <= 40


def test_tobias_fairweather_crosses_the_floor_overnight_and_is_a_minister_the_day_after() -> None:
    spells = [e for e in tree(PEOPLE / "all-members.2019-08-31.xml") if e.get("lastname") == "Fairweather"]
    assert [(e.get("party"), e.get("fromdate"), e.get("todate")) for e in spells] == [
        ("Harbour", "2008-05-01", "2019-08-12"),
        ("Commonweal", "2019-08-13", "9999-12-31"),
    ]
    (office,) = [e for e in tree(PEOPLE / "ministers.2019-08-31.xml").iter("moffice") if "Fairweather" in e.get("name")]
    assert (office.get("dept"), office.get("fromdate")) == ("Department for Transport", "2019-08-14")


def test_typographic_oddities_reach_the_reader_as_characters() -> None:
    text = "".join("".join(tree(path).itertext()) for path in XML)
    assert [c for c in "—–“”’£½·é\u00a0\u00ad" if c not in text] == []
    old = (SITTINGS / "debates2019-08-12a.xml").read_bytes()
    assert b"&mdash;" in old
    assert "Zoë".encode("iso-8859-1") in old
