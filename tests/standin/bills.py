"""The stand-in's Bills service: the specimen's bill on fog signals, and one that shares a name and not a day."""

from __future__ import annotations

import re
from typing import Any

Json = Any
FOG, NAMESAKE = 8801, 8802
STAGES = {
    FOG: [("1st reading", 6, "2019-07-01"), ("2nd reading", 7, "2019-08-14"), ("Committee stage", 8, "2019-09-03")],
    NAMESAKE: [("1st reading", 6, "2012-01-10"), ("2nd reading", 7, "2012-02-10")],
}


def sitting(bill: int, number: int, day: str) -> Json:
    stage = bill * 100 + number
    return {"id": stage, "stageId": number, "billStageId": stage, "billId": bill, "date": f"{day}T00:00:00"}


def stage(bill: int, name: str, number: int, day: str) -> Json:
    return {
        "id": bill * 100 + number, "stageId": number, "sessionId": 35, "description": name, "abbreviation": name[:2],
        "house": "Commons", "stageSittings": [sitting(bill, number, day)], "sortOrder": number,
    }  # fmt: skip


def bill(query: dict[str, str], id: str) -> Json:
    number = int(id)
    if number not in STAGES:
        return None
    sponsor = {
        "memberId": 990005, "name": "Tobias Fairweather", "party": "Commonweal", "partyColour": "00aa00",
        "house": "Commons", "memberPhoto": None, "memberPage": None, "memberFrom": "Nether Wick",
    }  # fmt: skip
    stranger = {**sponsor, "memberId": 990999, "name": "Ottoline Grebe"}
    return {
        "longTitle": "A Bill to forgive fog signals.", "summary": None,
        "sponsors": [{"member": who, "organisation": None, "sortOrder": 1} for who in (sponsor, stranger)],
        "promoters": [], "petitioningPeriod": None, "petitionInformation": None, "agent": None, "billId": number,
        "shortTitle": "Fog Signals (Amnesty) Bill", "formerShortTitle": "Fog Horns (Amnesty) Bill",
        "currentHouse": "Commons", "originatingHouse": "Commons", "lastUpdate": "2019-08-14T23:00:00",
        "billWithdrawn": None, "isDefeated": False, "billTypeId": 1, "introducedSessionId": 35,
        "includedSessionIds": [35], "isAct": False, "currentStage": stage(number, *STAGES[number][-1]),
    }  # fmt: skip


def stages(query: dict[str, str], id: str) -> Json:
    found = [stage(int(id), *each) for each in STAGES.get(int(id), [])]
    return {"items": found, "totalResults": len(found), "itemsPerPage": int(query.get("Take", 20))}


def sittings(query: dict[str, str]) -> Json:
    found = [
        sitting(number, stage_number, day)
        for number, own in STAGES.items()
        for _, stage_number, day in own
        if query.get("House") == "Commons" and query["DateFrom"] <= day <= query["DateTo"]
    ]
    skip = int(query.get("Skip", 0))
    return {"items": found[skip : skip + 20], "totalResults": len(found), "itemsPerPage": 20}


ROUTES = [
    (re.compile(r"api/v1/Sittings"), sittings),
    (re.compile(r"api/v1/Bills/(\d+)"), bill),
    (re.compile(r"api/v1/Bills/(\d+)/Stages"), stages),
]
