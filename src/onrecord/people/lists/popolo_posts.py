"""Popolo lists of posts: parlparse's ministers.json (1997–2010) and ministers-2010.json (since).

Both name persons and organisations by id. Entries taken from Parliament's data service say
their kind themselves and carry the department in brackets in the title, all of them under
the organisation "House of Commons"; the older ones have an organisation and a role, and their
kind is read from the two (`posts.kind_of`).
"""

from __future__ import annotations

from typing import Any

from ..days import first_day, last_day, list_day
from ..departments import find_department
from ..facts import Fact, Held, PeopleReading, Same
from ..keys import canonical, passed_over
from ..names import tidy
from ..posts import kind_of, settled_kind
from .parlparse_ministers import post_title

FORMAT = "popolo-posts"
_KINDS = {
    "governmentpost": "government",
    "oppositionpost": "opposition",
    "parliamentarypost": "parliamentary",
    "committee": "committee",
}


def read_popolo_posts(content: dict[str, Any], name: str) -> PeopleReading:
    """The posts of a Popolo list that has memberships and organisations and no persons."""
    rows = [row for row in content.get("memberships", ()) if isinstance(row, dict)]
    bodies = {o["id"]: o.get("name", "") for o in content.get("organizations", ()) if isinstance(o, dict) and "id" in o}
    as_of = list_day(name, [d for r in rows for d in (first_day(r.get("start_date")), last_day(r.get("end_date")))])
    facts: list[Fact] = []
    linked: set[tuple[str, str]] = set()
    for row in rows:
        key = canonical(row.get("person_id", ""))
        if key is None:
            continue
        facts.append(held_in(row, key, bodies.get(row.get("organization_id", ""), ""), f"{FORMAT} {name}", as_of))
        official = canonical(row.get("id", ""))
        if official and official.startswith("mnis:") and (official, key) not in linked:
            linked.add((official, key))
            facts.append(Same(official, key, f"{FORMAT} {name}", as_of))
    nobodys = passed_over((str(row.get("person_id") or "") for row in rows), "posts")
    return PeopleReading(FORMAT, tuple(facts), as_of or None, nobodys)


def held_in(row: dict[str, Any], key: str, body: str, source: str, as_of: str) -> Held:
    """One row's post."""
    role = tidy(row.get("role") or "").removeprefix("The ")
    start, end = first_day(row.get("start_date")), last_day(row.get("end_date"))
    kind = _KINDS.get(str(row.get("source", "")).rsplit("/", 1)[-1])
    if kind in ("government", "opposition", "parliamentary"):
        return Held(key, role, None, start, end, settled_kind(role, kind), source, as_of)
    kind = kind or kind_of(role, body, known_department=find_department(body) is not None)
    return Held(key, post_title(role, "", body, kind), body or None, start, end, kind, source, as_of)
