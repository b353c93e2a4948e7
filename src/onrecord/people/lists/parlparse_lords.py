"""parlparse's lists of peers: peers-ucl.xml.

One `<lord>` is one spell in the Lords under one title and one affiliation; its name is put
together from title, name and place ("Lord West of Spithead", "Bishop of Lichfield"). Older
spells are dated by year alone. When a peer crosses the floor the list is often only
overwritten, so that two editions of one spell may name two parties: `build` keeps both, each
for the day it was seen.
"""

from __future__ import annotations

from lxml import etree

from ..days import first_day, last_day, list_day
from ..facts import Fact, Named, PeopleReading, Sat
from ..keys import canonical, passed_over
from ..names import peer_name
from ..parties import party_name

FORMAT = "parlparse-lords"


def read_lords_xml(root: etree._Element, name: str, warnings: tuple[str, ...] = ()) -> PeopleReading:
    """Spells and names of a list of peers."""
    lords = list(root.iter("lord"))
    as_of = list_day(name, [d for m in lords for d in (first_day(m.get("fromdate")), last_day(m.get("todate")))])
    facts: list[Fact] = []
    for lord in lords:
        facts += _facts(lord, f"{FORMAT} {name}", as_of)
    nobodys = passed_over((lord.get("id", "") for lord in lords), "spells")
    return PeopleReading(FORMAT, tuple(facts), as_of or None, (*warnings, *nobodys))


def _facts(lord: etree._Element, source: str, as_of: str) -> list[Fact]:
    key = canonical(lord.get("id", ""))
    if key is None:
        return []
    start, end = first_day(lord.get("fromdate")), last_day(lord.get("todate"))
    why = (lord.get("towhy") or "").replace("_", " ") or None
    style = peer_name(lord.get("title", ""), lord.get("lordname", ""), lord.get("lordofname", ""))
    house = lord.get("house", "lords")
    sat = Sat(key, house, None, party_name(lord.get("affiliation")), start, end, source, as_of, why, key)
    return [sat, Named(key, style, source, as_of, start, end)]
