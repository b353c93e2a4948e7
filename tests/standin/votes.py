"""The stand-in's votes of both Houses: the Commons' one division that the Hansard API has too, and one of the Lords."""

from __future__ import annotations

import re
from typing import Any

Json = Any
DAY = "2019-08-14"


def commons_voter(id: int, name: str) -> Json:
    first, _, last = name.partition(" ")
    return {
        "MemberId": id, "Name": name, "Party": "Lamplighters", "SubParty": None, "PartyColour": "ffcc00",
        "PartyAbbreviation": "Lam", "MemberFrom": "Saltmarsh", "ListAs": f"{last}, {first}", "ProxyName": None,
    }  # fmt: skip


def lords_voter(id: int, name: str, listed: str) -> Json:
    return {
        "memberId": id, "name": name, "listAs": listed, "memberFrom": "Life peer", "party": "Crossbench",
        "partyColour": "c0c0c0", "partyAbbreviation": "XB", "partyIsMainParty": True,
    }  # fmt: skip


COMMONS = {
    "DivisionId": 7001, "Date": f"{DAY}T16:40:00", "PublicationUpdated": f"{DAY}T17:10:00", "Number": 7,
    "IsDeferred": False, "EVELType": "", "EVELCountry": "", "Title": "Fog Signals (Amnesty) Bill: Second Reading",
    "AyeCount": 3, "NoCount": 1, "DoubleMajorityAyeCount": None, "DoubleMajorityNoCount": None,
    "AyeTellers": [], "NoTellers": [commons_voter(990008, "Iris Rook")],
    "Ayes": [commons_voter(990002, "Honoria Blackthorn"), commons_voter(990004, "Peregrine Quill"),
             commons_voter(990005, "Ada Marl")],
    "Noes": [commons_voter(990007, "Tobias Fenn")], "FriendlyDescription": None, "FriendlyTitle": None,
    "NoVoteRecorded": [], "RemoteVotingStart": None, "RemoteVotingEnd": None,
}  # fmt: skip
LORDS = {
    "divisionId": 6001, "date": f"{DAY}T00:00:00", "number": 1, "notes": None, "title": "Tides", "isWhipped": False,
    "isGovernmentContent": False, "authoritativeContentCount": 1, "authoritativeNotContentCount": 1,
    "divisionHadTellers": True, "tellerContentCount": 1, "tellerNotContentCount": 1, "memberContentCount": 1,
    "memberNotContentCount": 1, "sponsoringMemberId": None, "isHouse": True,
    "amendmentMotionNotes": "<p>The motion was about tides.</p>", "isGovernmentWin": None,
    "remoteVotingStart": None, "remoteVotingEnd": None, "divisionWasExclusivelyRemote": False,
    "contentTellers": [lords_voter(991001, "Lord Groyne", "Groyne, L.")], "notContentTellers": [],
    "contents": [lords_voter(991002, "Baroness Wick of Lantern Head", "Wick of Lantern Head, B.")],
    "notContents": [lords_voter(991003, "Viscount Ebb", "Ebb, V.")],
}  # fmt: skip


def inside(query: dict[str, str], start: str, end: str) -> bool:
    return query.get(start, DAY)[:10] <= DAY <= query.get(end, DAY)[:10]


def commons_search(query: dict[str, str]) -> Json:
    found = [COMMONS] if inside(query, "queryParameters.startDate", "queryParameters.endDate") else []
    skip = int(query.get("queryParameters.skip", 0))
    return [{**each, "Ayes": [], "Noes": []} for each in found[skip:]]  # as the service does: no voters in the list


def commons_total(query: dict[str, str]) -> Json:
    return int(inside(query, "queryParameters.startDate", "queryParameters.endDate"))


def commons_division(query: dict[str, str], id: str) -> Json:
    return COMMONS if id == "7001" else None


def lords_search(query: dict[str, str]) -> Json:
    found = [LORDS] if inside(query, "StartDate", "EndDate") else []
    return found[int(query.get("skip", 0)) :]


def lords_total(query: dict[str, str]) -> Json:
    return int(inside(query, "StartDate", "EndDate"))


def lords_division(query: dict[str, str], id: str) -> Json:
    return LORDS if id == "6001" else None


COMMONS_ROUTES = [
    (re.compile(r"data/divisions\.json/search"), commons_search),
    (re.compile(r"data/divisions\.json/searchTotalResults"), commons_total),
    (re.compile(r"data/division/(\d+)\.json"), commons_division),
]
LORDS_ROUTES = [
    (re.compile(r"data/Divisions/search"), lords_search),
    (re.compile(r"data/Divisions/searchTotalResults"), lords_total),
    (re.compile(r"data/Divisions/(\d+)"), lords_division),
]
