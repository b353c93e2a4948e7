"""parlparse's lists of Commons terms: all-members.xml, reduced-all-members.xml, all-members-2010.xml.

One `<member>` is one term for one seat and one party, with its days and why it ended. Terms
of one person are tied together by people.xml; where only this list is at hand, by its own
`hansard_person_id` and, since 2010, by `datadotparl_id`, the Members API's id.
"""

from __future__ import annotations

from datetime import datetime

from lxml import etree

from ..days import first_day, last_day, list_day
from ..facts import Fact, Named, PeopleReading, Same, Sat
from ..keys import canonical, passed_over
from ..names import plain, tidy
from ..parties import party_name

FORMAT = "parlparse-members"
_WHYS_OF_NO_END = {"still_in_office", "unknown", ""}


def read_members_xml(root: etree._Element, name: str, warnings: tuple[str, ...] = ()) -> PeopleReading:
    """Terms, names and links of a list of members."""
    members = list(root.iter("member"))
    as_of = _made_on(root) or list_day(
        name, [d for m in members for d in (first_day(m.get("fromdate")), last_day(m.get("todate")))]
    )
    facts: list[Fact] = []
    for member in members:
        facts += _facts(member, f"{FORMAT} {name}", as_of)
    nobodys = passed_over((member.get("id", "") for member in members), "terms")
    return PeopleReading(FORMAT, tuple(facts), as_of or None, (*warnings, *nobodys))


def seat_name(text: str) -> str | None:
    """A constituency as it is shown: "and" written out.

    >>> seat_name("Hackney North &  Stoke Newington")
    'Hackney North and Stoke Newington'
    """
    return tidy(text).replace(" & ", " and ") or None


def _facts(member: etree._Element, source: str, as_of: str) -> list[Fact]:
    key = canonical(member.get("id", ""))
    if key is None:
        return []
    start, end = first_day(member.get("fromdate")), last_day(member.get("todate"))
    why = member.get("towhy", "")
    name = plain(tidy(f"{member.get('firstname', '')} {member.get('lastname', '')}"))
    sat = Sat(
        key=key,
        house=member.get("house", "commons"),
        constituency=seat_name(member.get("constituency", "")),
        party=party_name(member.get("party")),
        start=start,
        end=end,
        source=source,
        as_of=as_of,
        why_ended=None if why in _WHYS_OF_NO_END else why.replace("_", " "),
        spell=key,
    )
    facts: list[Fact] = [sat, Named(key, name, source, as_of, start, end)]
    if number := member.get("hansard_person_id"):
        facts.append(Same(key, f"hansard:{number}", source, as_of))
    if number := member.get("datadotparl_id"):
        facts.append(Same(key, f"mnis:{number}", source, as_of))
    return facts


def _made_on(root: etree._Element) -> str:
    """The date in the root of a list cut by xml_grep ("Sun Dec 13 09:57:43 2009")."""
    try:
        return datetime.strptime(" ".join(root.get("date", "").split()), "%a %b %d %H:%M:%S %Y").date().isoformat()
    except ValueError:
        return ""
