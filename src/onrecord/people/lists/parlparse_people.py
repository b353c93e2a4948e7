"""parlparse's people.xml: which office ids are one person's.

`<person id="uk.org.publicwhip/person/10001" latestname="…"><office id="…/member/1"/>…`. The
offices of 2010 on carry the Members API's id too (`uk.parliament.data/Member/172/…`). Ids of
ministerial offices (`moffice/…`) are passed over: they are numbered anew in each edition of
the list, and 2,325 of those of 2009 were somebody else's by 2015.
"""

from __future__ import annotations

from lxml import etree

from ..days import list_day
from ..facts import Fact, Named, PeopleReading, Same
from ..keys import canonical, passed_over
from ..names import plain

FORMAT = "parlparse-people"


def read_people_xml(root: etree._Element, name: str, warnings: tuple[str, ...] = ()) -> PeopleReading:
    """The persons of people.xml, their newest names and the keys that are theirs."""
    as_of, source = list_day(name), f"{FORMAT} {name}"
    facts: list[Fact] = []
    for person in root.iter("person"):
        key = canonical(person.get("id", ""))
        if key is None:
            continue
        if latest := person.get("latestname"):
            facts.append(Named(key, plain(latest), source, as_of, weight="latest"))
        offices = dict.fromkeys(canonical(office.get("id", "")) for office in person.iter("office"))
        facts += [Same(o, key, source, as_of) for o in offices if o and not o.startswith("moffice/")]
    nobodys = passed_over((person.get("id", "") for person in root.iter("person")), "persons")
    return PeopleReading(FORMAT, tuple(facts), as_of or None, (*warnings, *nobodys))
