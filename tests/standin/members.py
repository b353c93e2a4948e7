"""The stand-in's Members service: forty-five invented Members, twenty to a page whatever is asked."""

from __future__ import annotations

import re
from typing import Any

Json = Any
MOST = 20
FIRST = 995001
COUNT = 45


def people() -> list[Json]:
    return [person(FIRST + number) for number in range(COUNT)]


def person(id: int) -> Json:
    lord = id % 5 == 0
    name = f"Lord Number {id}" if lord else f"Member Number {id}"
    return {
        "id": id, "nameListAs": name, "nameDisplayAs": name, "nameFullTitle": name, "nameAddressAs": None,
        "latestParty": {"id": 1, "name": "Lamplighters", "abbreviation": "Lam", "backgroundColour": "ffcc00",
                        "foregroundColour": "000000", "isLordsMainParty": True, "isLordsSpiritualParty": False,
                        "governmentType": 0, "isIndependentParty": False},
        "gender": "F",
        "latestHouseMembership": {
            "membershipFrom": "Life peer" if lord else f"Reef {id}", "membershipFromId": id, "house": 2 if lord else 1,
            "membershipStartDate": "2015-05-07T00:00:00", "membershipEndDate": None, "membershipEndReason": None,
            "membershipEndReasonNotes": None, "membershipEndReasonId": None, "membershipStatus": None,
        },
        "thumbnailUrl": None,
    }  # fmt: skip


def item(each: Json) -> Json:
    return {"value": each, "links": [{"rel": "self", "href": f"/Members/{each['id']}", "method": "GET"}]}


def search(query: dict[str, str]) -> Json:
    found = people()
    if house := query.get("MembershipInDateRange.WasMemberOfHouse"):
        found = [each for each in found if str(each["latestHouseMembership"]["house"]) == house]
    skip, take = int(query.get("skip", 0)), min(int(query.get("take", MOST)), MOST)
    return {
        "items": [item(each) for each in found[skip : skip + take]], "totalResults": len(found),
        "resultContext": None, "skip": skip, "take": take, "links": [], "resultType": None,
    }  # fmt: skip


def biography(query: dict[str, str], id: str) -> Json:
    known = next((each for each in people() if str(each["id"]) == id), None)
    if known is None:
        return None
    house, lord = known["latestHouseMembership"]["house"], known["latestHouseMembership"]["house"] == 2
    seat = spell(house, known["latestHouseMembership"]["membershipFrom"], "2015-05-07", None)
    post = spell(house, "Minister for Lighthouses", "2018-01-09", "2019-07-24", "Department for Transport")
    value = {
        "representations": [] if lord else [seat], "electionsContested": [],
        "houseMemberships": [spell(house, "Lords" if lord else "Commons", "2015-05-07", None)],
        "governmentPosts": [post] if int(id) == FIRST else [], "oppositionPosts": [], "otherPosts": [],
        "partyAffiliations": [spell(house, "Lamplighters", "2015-05-07", None)], "committeeMemberships": [],
    }  # fmt: skip
    links = [{"rel": "self", "href": f"/Members/{id}/Biography", "method": "GET"}]
    return {"value": value, "links": links}


def spell(house: int, name: str, start: str, end: str | None, more: str | None = None) -> Json:
    return {
        "house": house, "name": name, "id": 1, "startDate": f"{start}T00:00:00",
        "endDate": f"{end}T00:00:00" if end else None, "additionalInfo": more, "additionalInfoLink": None,
    }  # fmt: skip


def history(query: dict[str, str]) -> Json:
    ids = query.get("ids", "").split(",")
    return [item(past(each)) for each in people() if str(each["id"]) in ids]


def past(each: Json) -> Json:
    name = {
        "startDate": "2015-05-07T00:00:00", "endDate": None, "nameListAs": each["nameListAs"],
        "nameDisplayAs": each["nameDisplayAs"], "nameFullTitle": each["nameFullTitle"], "nameAddressAs": None,
    }  # fmt: skip
    return {
        "id": each["id"], "thumbnailUrl": None, "partyHistory": [], "nameHistory": [name],
        "houseMembershipHistory": [each["latestHouseMembership"]],
    }  # fmt: skip


def posts(query: dict[str, str], kind: str) -> Json:
    holder = {"member": item(person(FIRST + 1)), "startDate": "2019-07-25T00:00:00", "endDate": None,
              "isPaid": True, "layingMinisterName": None}  # fmt: skip
    post = {
        "type": 0, "name": "Minister for Shoals", "hansardName": None, "id": 5, "postHolders": [holder],
        "governmentDepartments": [{"id": 9, "name": "Department for Transport", "url": None, "imageUrl": None}],
        "createdWhen": "2019-07-25T00:00:00", "order": 1,
    }  # fmt: skip
    return [{"value": post, "links": []}] if kind == "GovernmentPosts" else []


def departments(query: dict[str, str], kind: str) -> Json:
    named = ["Department for Transport", "Home Office", "Ministry of Soot"] if kind == "0" else []
    return [{"id": number, "name": name, "url": None, "imageUrl": None} for number, name in enumerate(named, 1)]


def chair(query: dict[str, str], day: str) -> Json:
    return [item(person(FIRST + 2))]


ROUTES = [
    (re.compile(r"api/Members/Search"), search),
    (re.compile(r"api/Members/History"), history),
    (re.compile(r"api/Members/(\d+)/Biography"), biography),
    (re.compile(r"api/Posts/(GovernmentPosts|OppositionPosts|Spokespersons)"), posts),
    (re.compile(r"api/Posts/Departments/(\d)"), departments),
    (re.compile(r"api/Posts/SpeakerAndDeputies/(\d{4}-\d\d-\d\d)"), chair),
]


def people_list(query: dict[str, str]) -> Json:
    """parlparse's people.json, of one person."""
    id = "uk.org.publicwhip/person/99501"
    return {
        "persons": [{"id": id, "names": [{"note": "Main", "given_name": "Member", "family_name": f"Number {FIRST}"}],
                     "identifiers": [{"scheme": "datadotparl_id", "identifier": str(FIRST)}]}],
        "memberships": [], "organizations": [], "posts": [],
    }  # fmt: skip


LIST_ROUTES = [(re.compile(r"people\.json"), people_list)]
