"""parlparse's ministers.xml: posts in government, opposition and committees, with their days.

The list's own `source` says what kind of post it is (the page it was read from); a post is
tied to its holder by `matchid`, a term in either House, for the `moffice` ids of the list
are numbered anew in each edition. A post without a `matchid` is nobody's and is passed over.
"""

from __future__ import annotations

from lxml import etree

from ..days import first_day, last_day, list_day
from ..facts import Fact, Held, PeopleReading
from ..keys import canonical
from ..names import tidy
from ..posts import settled_kind

FORMAT = "parlparse-ministers"
_KINDS = {
    "selctee": "committee",
    "privsec": "pps",
    "offoppose": "opposition",
    "libdem": "opposition",
    "plaidsnp": "opposition",
}


def read_ministers_xml(root: etree._Element, name: str, warnings: tuple[str, ...] = ()) -> PeopleReading:
    """The posts of ministers.xml."""
    offices = list(root.iter("moffice"))
    as_of = list_day(name, [d for o in offices for d in (first_day(o.get("fromdate")), last_day(o.get("todate")))])
    facts: list[Fact] = []
    nobody = 0
    for office in offices:
        key = canonical(office.get("matchid", ""))
        if key is None:
            nobody += 1
            continue
        facts.append(_held(office, key, f"{FORMAT} {name}", as_of))
    if nobody:
        warnings = (*warnings, f"{nobody} posts name no member and were passed over")
    return PeopleReading(FORMAT, tuple(facts), as_of or None, warnings)


def post_title(position: str, responsibility: str, body: str, kind: str) -> str:
    """A title put together from its parts.

    >>> post_title("Secretary of State", "", "Home Office", "government")
    'Secretary of State, Home Office'
    >>> post_title("", "", "Health Committee", "committee")
    'Member, Health Committee'
    >>> post_title("Minister of State", "Policing", "Home Office", "government")
    'Minister of State (Policing), Home Office'
    """
    position = tidy(position).removeprefix("- ") or ("Member" if kind == "committee" else "")
    if responsibility.strip() and f"({tidy(responsibility)})" not in position:
        position = f"{position} ({tidy(responsibility)})"
    return ", ".join(part for part in (position.strip(), tidy(body)) if part)


def _held(office: etree._Element, key: str, source: str, as_of: str) -> Held:
    position, body = office.get("position", ""), tidy(office.get("dept", ""))
    page = office.get("source", "").rsplit("/", 1)[-1]
    kind = settled_kind(position, _KINDS.get(page, "government"))
    title = post_title(position, office.get("responsibility", ""), body if body != "No Department" else "", kind)
    start, end = first_day(office.get("fromdate")), last_day(office.get("todate"))
    return Held(key, title, body or None, start, end, kind, source, as_of)
