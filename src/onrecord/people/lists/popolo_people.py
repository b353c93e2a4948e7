"""parlparse's people.json: persons, their names, ids and redirects, and every term in either House.

A person's `names` are dated; a term (`memberships`) names a post, which is a seat, or the
House of Lords, and a party by `on_behalf_of_id`. A person that only says `redirect` has
been merged into another by the list's own keepers. Terms in other assemblies are read as
keys, so that an id resolves, and as nothing else.
"""

from __future__ import annotations

from typing import Any

from ..days import first_day, last_day, list_day
from ..facts import Fact, Identified, Named, PeopleReading, Redirect, Same, Sat
from ..keys import canonical, passed_over
from ..names import peer_name, plain, tidy
from ..parties import party_name
from .parlparse_members import seat_name
from .popolo_posts import held_in

FORMAT = "popolo-people"
_HOUSES = {"house-of-commons": "commons", "house-of-lords": "lords"}
Row = dict[str, Any]


def read_popolo_people(content: Row, name: str) -> PeopleReading:
    """Persons and terms of a Popolo list of people."""
    rows = _rows(content, "memberships")
    as_of = list_day(name, [d for r in rows for d in (first_day(r.get("start_date")), last_day(r.get("end_date")))])
    source = f"{FORMAT} {name}"
    facts: list[Fact] = []
    for person in _rows(content, "persons"):
        facts += _person(person, source, as_of)
    posts = {post["id"]: post for post in _rows(content, "posts") if "id" in post}
    bodies = {body["id"]: body.get("name", "") for body in _rows(content, "organizations") if "id" in body}
    for row in rows:
        facts += _term(row, posts, bodies, source, as_of)
    nobodys = passed_over((_id(person, "id") for person in _rows(content, "persons")), "persons")
    nobodys += passed_over((_id(row, "person_id") for row in rows if "redirect" not in row), "memberships")
    return PeopleReading(FORMAT, tuple(facts), as_of or None, nobodys)


def _id(row: Row, name: str) -> str:
    return str(row.get(name) or "")


def _rows(content: Row, part: str) -> list[Row]:
    return [row for row in content.get(part, ()) if isinstance(row, dict)]


def _person(person: Row, source: str, as_of: str) -> list[Fact]:
    key = canonical(person.get("id", ""))
    if key is None:
        return []
    if target := canonical(person.get("redirect", "")):
        return [Redirect(key, target, source, as_of)]
    facts: list[Fact] = []
    for name in person.get("names", ()):
        if text := _name(name):
            weight = "dated" if name.get("note", "Main") == "Main" else "alias"
            start, end = first_day(name.get("start_date")), last_day(name.get("end_date"))
            weight = "list" if weight == "dated" and start is None and end is None else weight
            facts.append(Named(key, text, source, as_of, start, end, weight))
    for identifier in person.get("identifiers", ()):
        scheme, value = identifier.get("scheme", ""), str(identifier.get("identifier", ""))
        if scheme in ("datadotparl_id", "mnis"):
            facts.append(Same(f"mnis:{value}", key, source, as_of))
        elif value:
            facts.append(Identified(key, scheme.removesuffix("_id"), value, source, as_of))
    return facts


def _name(name: Row) -> str:
    if name.get("lordname") or name.get("lordofname"):
        return peer_name(name.get("honorific_prefix", ""), name.get("lordname", ""), name.get("lordofname", ""))
    return plain(tidy(name.get("name") or f"{name.get('given_name', '')} {name.get('family_name', '')}"))


def _term(row: Row, posts: dict[str, Row], bodies: dict[str, str], source: str, as_of: str) -> list[Fact]:
    key, person = canonical(row.get("id", "")), canonical(row.get("person_id", ""))
    if key and (target := canonical(row.get("redirect", ""))):
        return [Same(key, target, source, as_of)]
    if key is None or person is None:
        return []
    if key.startswith("moffice/"):
        return [held_in(row, person, bodies.get(row.get("organization_id", ""), ""), source, as_of)]
    post = posts.get(row.get("post_id", ""), {})
    house = _HOUSES.get(row.get("organization_id") or post.get("organization_id", ""))
    facts: list[Fact] = [Same(key, person, source, as_of)]
    if house:
        party = row.get("on_behalf_of_id") or ""
        facts.append(
            Sat(
                key=person,
                house=house,
                constituency=seat_name((post.get("area") or {}).get("name", "")) if house == "commons" else None,
                party=party_name(bodies.get(party) or party),
                start=first_day(row.get("start_date")),
                end=last_day(row.get("end_date")),
                source=source,
                as_of=as_of,
                why_ended=(row.get("end_reason") or "").replace("_", " ") or None,
                spell=key,
            )
        )
    return facts
