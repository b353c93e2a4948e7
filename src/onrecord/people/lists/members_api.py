"""The Members API's JSON: searches, single members, biographies, histories, posts, constituencies.

A biography dates everything (seats, parties, posts) and does not say whose it is except in
its `self` link, in a collector's comment or in the file's name: without any of these it is
refused, never guessed. A search tells the House and its days, but party and seat only as the
latest. Answers about nobody (state of the parties, contacts, interests) hold nothing to
take. As no answer says when it was made, it vouches up to the newest day it mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from ...errors import BadInputError
from ..days import first_day, last_day, list_day
from ..facts import Fact, Held, Named, PeopleReading, Sat, Undated
from ..names import plain, tidy
from ..parties import party_name
from ..posts import settled_kind
from .parlparse_members import seat_name

FORMAT = "members-api"
_HOUSES = {1: "commons", 2: "lords", "Commons": "commons", "Lords": "lords"}
_POSTS = {
    "governmentPosts": "government",
    "oppositionPosts": "opposition",
    "otherPosts": "parliamentary",
    "committeeMemberships": "committee",
}
_LINK = re.compile(r"/members/(\d+)(?:/|$)", re.IGNORECASE)
_COMMENT = re.compile(r"\[(\d+)\]")
_FILE = re.compile(r"(\d{1,5})(?!\d)")
Row = dict[str, Any]


def read_members_api(content: Any, name: str) -> PeopleReading | None:
    """The facts of an answer of the Members API, None where it is none of them."""
    if not _is_answer(content):
        return None
    as_of = list_day(name, _days(content))
    facts = tuple(dict.fromkeys(_facts(content, name, f"{FORMAT} {name}", as_of)))
    warnings = () if facts else ("holds no persons: nothing to take",)
    return PeopleReading(FORMAT, facts, as_of or None, warnings)


def _is_answer(content: Any) -> bool:
    if isinstance(content, list):
        return all(isinstance(entry, dict) and ("value" in entry or "nameDisplayAs" in entry) for entry in content)
    if not isinstance(content, dict):
        return False
    if "value" in content:
        return not {"sitting", "Overview"} & content.keys()
    return isinstance(content.get("items"), list) and (
        "totalResults" in content or "links" in content or _hold_values(content)
    )


def _hold_values(content: Row) -> bool:
    return all(isinstance(item, dict) and "value" in item for item in content["items"])


def _facts(node: Any, name: str, source: str, as_of: str) -> Iterator[Fact]:
    """Facts of every member, biography, history, post and constituency that an answer holds."""
    if isinstance(node, list):
        for entry in node:
            yield from _facts(entry, name, source, as_of)
    elif isinstance(node, dict):
        value = node.get("value")
        if isinstance(value, dict) and "representations" in value and "governmentPosts" in value:
            yield from _biography(value, _whose(node, name), source, as_of)
        elif "nameDisplayAs" in node and "id" in node:
            yield from _member(node, source, as_of)
        elif "nameHistory" in node:
            yield from _history(node, source, as_of)
        elif "postHolders" in node:
            yield from _post(node, name, source, as_of)
        else:
            yield from _inside(node, name, source, as_of)


def _inside(node: Row, name: str, source: str, as_of: str) -> Iterator[Fact]:
    seat = node.get("representation")
    member = (node.get("member") or {}).get("value") if isinstance(node.get("member"), dict) else None
    if isinstance(seat, dict) and isinstance(member, dict):
        yield _sat(f"mnis:{member['id']}", seat, seat.get("membershipFrom"), None, source, as_of)
    for child in node.values():
        if isinstance(child, dict | list):
            yield from _facts(child, name, source, as_of)


def _member(member: Row, source: str, as_of: str) -> Iterator[Fact]:
    key = f"mnis:{member['id']}"
    yield Named(key, plain(tidy(member["nameDisplayAs"])), source, as_of, weight="latest")
    spell = member.get("latestHouseMembership") or {}
    if party := party_name((member.get("latestParty") or {}).get("name")):
        yield Undated(key, "party", party, source, as_of)
    if _HOUSES.get(spell.get("house")) == "commons" and (seat := seat_name(spell.get("membershipFrom") or "")):
        yield Undated(key, "constituency", seat, source, as_of)
    if spell.get("house") in _HOUSES:
        yield _sat(key, spell, None, None, source, as_of)


def _sat(key: str, spell: Row, seat: str | None, party: str | None, source: str, as_of: str) -> Sat:
    house = _HOUSES[spell.get("house", 1)]
    start, end = first_day(spell.get("membershipStartDate")), last_day(spell.get("membershipEndDate"))
    why = spell.get("membershipEndReason") or None
    return Sat(key, house, seat_name(seat or "") if house == "commons" else None, party, start, end, source, as_of, why)


def _biography(value: Row, key: str | None, source: str, as_of: str) -> Iterator[Fact]:
    if key is None:
        return
    parties = [
        (first_day(p["startDate"]), last_day(p["endDate"]), party_name(p["name"]))
        for p in _rows(value, "partyAffiliations")
    ]
    for row in _rows(value, "representations"):
        yield from _spells(key, "commons", row, seat_name(row.get("name") or ""), parties, source, as_of)
    for row in _rows(value, "houseMemberships"):
        if _HOUSES.get(row.get("house")) == "lords":
            yield from _spells(key, "lords", row, None, parties, source, as_of)
        if borne := plain(tidy(row.get("additionalInfo") or "")):
            yield Named(key, borne, source, as_of, first_day(row["startDate"]), last_day(row["endDate"]))
    for group, kind in _POSTS.items():
        for row in _rows(value, group):
            yield _held(key, row, kind, source, as_of)


def _rows(value: Row, group: str) -> list[Row]:
    return [{"startDate": None, "endDate": None, "name": "", **row} for row in value.get(group) or ()]


def _spells(
    key: str,
    house: str,
    row: Row,
    seat: str | None,
    parties: list[tuple[date | None, date | None, str | None]],
    source: str,
    as_of: str,
) -> Iterator[Sat]:
    """One spell for each party borne in it; a spell of no known party where the parties leave a gap."""
    first, last = first_day(row["startDate"]), last_day(row["endDate"])
    if first is None:
        return
    at = first
    for start, end, party in sorted(parties, key=lambda p: p[0] or date.min):
        begins = max(at, start or at)
        if (end is not None and end < at) or (last is not None and begins > last):
            continue
        if begins > at:
            yield Sat(key, house, seat, None, at, begins - timedelta(days=1), source, as_of)
        stops = min((d for d in (end, last) if d), default=None)
        yield Sat(key, house, seat, party, begins, stops, source, as_of)
        if stops is None or stops == last:
            return
        at = stops + timedelta(days=1)
    yield Sat(key, house, seat, None, at, last, source, as_of)


def _held(key: str, row: Row, kind: str, source: str, as_of: str) -> Held:
    title = tidy(row["name"])
    if kind == "committee":
        title = f"Member, {title}"
    department = tidy(row.get("additionalInfo") or "") or None
    start, end = first_day(row["startDate"]), last_day(row["endDate"])
    return Held(key, title, department, start, end, settled_kind(title, kind), source, as_of)


def _history(value: Row, source: str, as_of: str) -> Iterator[Fact]:
    key = f"mnis:{value['id']}"
    for name in value.get("nameHistory") or ():
        start, end = first_day(name.get("startDate")), last_day(name.get("endDate"))
        yield Named(key, plain(tidy(name.get("nameDisplayAs") or "")), source, as_of, start, end)
    affiliations = value.get("partyHistory") or ()
    parties = [
        (first_day(p.get("startDate")), last_day(p.get("endDate")), party_name((p.get("party") or {}).get("name")))
        for p in affiliations
    ]
    for spell in value.get("houseMembershipHistory") or ():
        house = _HOUSES.get(spell.get("house"))
        row = {"startDate": spell.get("membershipStartDate"), "endDate": spell.get("membershipEndDate")}
        seat = seat_name(spell.get("membershipFrom") or "") if house == "commons" else None
        if house:
            yield from _spells(key, house, row, seat, parties, source, as_of)


def _post(post: Row, name: str, source: str, as_of: str) -> Iterator[Fact]:
    departments = post.get("governmentDepartments") or ()
    department = tidy(departments[0].get("name") or "") if departments else None
    kind = {0: "government", 1: "opposition", "Government": "government"}.get(post.get("type", 0), "opposition")
    for holder in post.get("postHolders") or ():
        member = (holder.get("member") or {}).get("value") or {}
        if "id" in member:
            row = {"name": post.get("name") or "", "additionalInfo": department, **holder}
            yield _held(f"mnis:{member['id']}", row, kind, source, as_of)
            yield from _facts(member, name, source, as_of)


def _whose(node: Row, name: str) -> str | None:
    """Whose biography it is; None for an empty one. BadInputError where nothing tells."""
    for link in node.get("links") or ():
        if match := _LINK.search(link.get("href") or "") if link.get("rel") == "self" else None:
            return f"mnis:{match[1]}"
    if match := _COMMENT.search(str(node.get("comment", ""))):
        return f"mnis:{match[1]}"
    if not any(node["value"].values()):
        return None
    numbers = _FILE.findall(name.rsplit(".", 1)[0])
    if len(numbers) == 1:
        return f"mnis:{numbers[0]}"
    raise BadInputError(
        "a biography does not say whose it is",
        where=name,
        remedy="put the member's id into the file's name, as in biography-4514.json",
    )


def _days(node: Any) -> Iterator[date | None]:
    """Every day an answer mentions under a key for a day, as evidence of when it was made."""
    if isinstance(node, list):
        for entry in node:
            yield from _days(entry)
    elif isinstance(node, dict):
        for key, child in node.items():
            if isinstance(child, str) and key.endswith(("Date", "date")):
                yield first_day(child)
            elif isinstance(child, dict | list):
                yield from _days(child)
