"""The stand-in's Hansard API: the specimen's Wednesday, a division in it, and a short day of the Lords."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from onrecord.specimen import folder

Json = Any
DAY = "2019-08-14"
ROOTS = {"Commons Chamber": "Debate", "Lords Chamber": "Debate"}  # the service's name of a section, where it differs
BILL = "5BEC1AE2-0814-4201-9A00-00000000002B"
DIVISION = "5BEC1AE2-0814-4201-9A00-0000000000D1"
LORDS_ROOT = "5bec1ae2-0814-4201-9a00-0000000000f0"
TIDES, LIGHTS = "5BEC1AE2-0814-4201-9A00-0000000000F1", "5BEC1AE2-0814-4201-9A00-0000000000F2"


@cache
def debates() -> dict[str, Json]:
    """Every debate that the stand-in serves, by its id in capitals."""
    files = sorted((folder() / "sittings").glob("hansard-api-*.json"))
    every = [json.loads(file.read_text(encoding="utf-8")) for file in files] + [lords_debate(), lords_lone_heading()]
    return {debate["Overview"]["ExtId"].upper(): debate for debate in every}


def of_house(house: str) -> Iterator[Json]:
    yield from (debate for debate in debates().values() if debate["Overview"]["House"] == house)


def root_of(debate: Json) -> Json:
    return debate["Navigator"][0]


def section_name(debate: Json) -> str:
    title = root_of(debate)["Title"]
    return ROOTS.get(title, title.replace(" ", ""))


def calendar(query: dict[str, str]) -> Json:
    if query.keys() != {"year", "month", "house"}:
        return None
    days = sorted({debate["Overview"]["Date"] for debate in of_house(query["house"])})
    month = f"{int(query['year']):04}-{int(query['month']):02}-"
    return [{"House": query["house"], "ItemDate": day, "Metadata": None} for day in days if day.startswith(month)]


def sections_for_day(query: dict[str, str]) -> Json:
    if query.keys() != {"date", "house"}:
        return None
    return list(dict.fromkeys(section_name(debate) for debate in of_day(query)))


def of_day(query: dict[str, str]) -> list[Json]:
    return [debate for debate in of_house(query["house"]) if debate["Overview"]["Date"].startswith(query["date"])]


def section_trees(query: dict[str, str]) -> Json:
    if not {"section", "date", "house"} <= query.keys():
        return None
    found = [debate for debate in of_day(query) if section_name(debate) == query["section"]]
    if not found:
        return []
    items = [{**root_of(found[0])}]
    for debate in found:
        items += tree_items(debate, root_of(debate)["Id"])
    tree = {
        "House": query["house"], "ItemDate": f"{query['date']}T00:00:00", "Metadata": None,
        "Title": root_of(found[0])["Title"], "Description": None, "SectionType": 1, "SortOrder": 1,
        "LastUpdated": f"{query['date']}T23:00:00", "VolumeNo": 1, "SectionTreeItems": items, "Source": 2,
    }  # fmt: skip
    return [tree]


def tree_items(debate: Json, parent: int) -> Iterator[Json]:
    overview = debate["Overview"]
    if overview["ExtId"] == LIGHTS:
        parent = 9900201  # it stands below the tides in the tree, though the answer for the tides leaves it out
    yield {
        "Id": overview["Id"], "Title": overview["Title"], "ParentId": parent, "SortOrder": 1,
        "ExternalId": overview["ExtId"], "HRSTag": overview["HRSTag"], "HansardSection": None, "Timecode": None,
    }  # fmt: skip
    for child in debate["ChildDebates"]:
        yield from tree_items(child, overview["Id"])


def debate(query: dict[str, str], id: str) -> Json:
    return debates().get(id.upper())


def division(query: dict[str, str], id: str) -> Json:
    return {**found_division(), **voters()} if id == DIVISION else None


def search_divisions(query: dict[str, str]) -> Json:
    ours = query.get("queryParameters.house") == "Commons"
    skip, day = int(query.get("queryParameters.skip", 0)), DAY
    inside = query.get("queryParameters.startDate", day) <= day <= query.get("queryParameters.endDate", day)
    found = [found_division()] if ours and inside else []
    return {"Results": found[skip:], "TotalResultCount": len(found)}


def found_division() -> Json:
    return {
        "Id": 9900301, "Time": "16:40:00", "Date": f"{DAY}T16:40:00", "DivisionHasTime": True,
        "ExternalId": DIVISION, "AyesCount": 3, "NoesCount": 1, "House": "Commons",
        "DebateSection": "Fog Signals (Amnesty) Bill", "DebateSectionSource": "2", "Number": "7",
        "DebateSectionExtId": BILL, "MemberVotedAye": None, "TextBeforeVote": "<em>The House divided:</em>",
        "TextAfterVote": "<em>Question accordingly agreed to.</em>", "EVELType": None, "EVELInfo": None,
        "EVELAyesCount": None, "EVELNoesCount": None, "IsCommitteeDivision": False,
    }  # fmt: skip


def voters() -> Json:
    ayes = [(990002, "Blackthorn, Honoria", False), (990004, "Quill, Peregrine", False), (990005, "Marl, Ada", False)]
    noes = [(990007, "Fenn, Tobias", False), (990008, "Rook, Iris", True)]
    return {"AyeMembers": [voter(*each) for each in ayes], "NoeMembers": [voter(*each) for each in noes]}


def voter(id: int, listed: str, teller: bool) -> Json:
    return {
        "MemberId": id, "DodsId": 0, "PimsId": 0, "DisplayAs": None, "ListAs": listed, "FullTitle": None,
        "LayingMinisterName": None, "HistoricalMemberName": None, "HistoricalFullTitle": None, "Gender": None,
        "Party": "Lamplighters", "PartyId": 1, "House": None, "MemberFrom": None,
        "HouseStartDate": "0001-01-01T00:00:00", "HouseEndDate": None, "IsTeller": teller, "SortOrder": 1,
        "ConstituencyCountry": None,
    }  # fmt: skip


def lords_debate() -> Json:
    return answer(
        TIDES, 9900201, "Tides", [said(0xFA, "The Lord Warden of the Shoals", "My Lords, the tide tables are late.")]
    )


def lords_lone_heading() -> Json:
    said_once = said(0xFB, "Baroness Wick of Lantern Head", "My Lords, the harbour lights were out on Tuesday.")
    return answer(LIGHTS, 9900202, "Harbour Lights", [said_once])


def answer(id: str, number: int, title: str, items: list[Json]) -> Json:
    chain = [(9900200, "Lords Chamber", None, LORDS_ROOT), (number, title, 9900200, id)]
    return {
        "Overview": {
            "Id": number, "ExtId": id, "Title": title, "HRSTag": "NewDebate", "Date": f"{DAY}T00:00:00",
            "Location": "Lords Chamber", "House": "Lords", "Source": 2, "VolumeNo": 1,
            "ContentLastUpdated": f"{DAY}T22:00:00", "DebateTypeId": 1, "SectionType": 1, "NextDebateExtId": None,
            "NextDebateTitle": None, "PreviousDebateExtId": None, "PreviousDebateTitle": None,
        },
        "Navigator": [
            {"Id": id_, "Title": name, "ParentId": parent, "SortOrder": 1, "ExternalId": ext, "HRSTag": None,
             "HansardSection": None, "Timecode": None}
            for id_, name, parent, ext in chain
        ],
        "Items": [{**item, "OrderInSection": place} for place, item in enumerate(items, 1)],
        "ChildDebates": [],
    }  # fmt: skip


def said(number: int, who: str, words: str) -> Json:
    return {
        "ItemType": "Contribution", "ItemId": number, "MemberId": None, "AttributedTo": who,
        "Value": words, "Timecode": None, "ExternalId": f"5BEC1AE2-0814-4201-9A00-{number:012X}",
        "HRSTag": "hs_para", "HansardSection": None, "UIN": None, "IsReiteration": False,
    }  # fmt: skip


ROUTES = [
    (re.compile(r"overview/calendar\.json"), calendar),
    (re.compile(r"overview/sectionsforday\.json"), sections_for_day),
    (re.compile(r"overview/sectiontrees\.json"), section_trees),
    (re.compile(r"debates/debate/([^/]+)\.json"), debate),
    (re.compile(r"debates/division/([^/]+)\.json"), division),
    (re.compile(r"search/divisions\.json"), search_divisions),
]
