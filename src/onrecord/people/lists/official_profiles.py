"""TheyWorkForYou's official-profiles.xml: its persons and their pages at Parliament.

The number in a page's address is the Members API's id, which is how the two services' ids
are known to be one human being's. Pages of other parliaments are passed over.
"""

from __future__ import annotations

import re

from lxml import etree

from ..days import list_day
from ..facts import Fact, PeopleReading, Same
from ..keys import canonical

FORMAT = "official-profiles"
_NUMBER = re.compile(r"/members?/(\d+)(?:/|$)", re.IGNORECASE)


def read_profiles_xml(root: etree._Element, name: str, warnings: tuple[str, ...] = ()) -> PeopleReading:
    """Pairs of a person and a Members API id."""
    as_of = list_day(name)
    facts: list[Fact] = []
    for info in root.iter("personinfo"):
        key, page = canonical(info.get("id", "")), _NUMBER.search(info.get("profile_url_uk_parl", ""))
        if key and page:
            facts.append(Same(f"mnis:{page[1]}", key, f"{FORMAT} {name}", as_of))
    return PeopleReading(FORMAT, tuple(facts), as_of or None, warnings)
