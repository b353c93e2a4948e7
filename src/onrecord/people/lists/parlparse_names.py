"""parlparse's lists of other names: member and peer aliases, titles of peers, constituencies.

An alias gives another form of a member's full name and no id, so it only helps to find
people, and forms that are titles of office ("The Prime Minister") are passed over: who held
an office is the business of dated posts. `lordnametoofname` corrects peers whose title is a
place ("Earl Sandwich" is the Earl of Sandwich).
"""

from __future__ import annotations

from lxml import etree

from ..facts import Alias, Fact, Named, PeopleReading, Seat
from ..keys import canonical, passed_over
from ..names import peer_name, tidy
from ..posts import ranks
from .parlparse_members import seat_name

ALIASES, TITLES, SEATS = "parlparse-aliases", "parlparse-lord-titles", "parlparse-constituencies"


def read_aliases_xml(root: etree._Element, name: str, warnings: tuple[str, ...] = ()) -> PeopleReading:
    """Other forms of full names. Entries for a surname or a seat alone name nobody and are passed over."""
    facts: list[Fact] = []
    for alias in root.iter("alias"):
        full, also = tidy(alias.get("fullname", "")), tidy(alias.get("alternate", ""))
        if full and also and not ranks(also) and "Speaker" not in also:
            facts.append(Alias(full, also, f"{ALIASES} {name}"))
    return PeopleReading(ALIASES, tuple(facts), None, warnings)


def read_lord_titles_xml(root: etree._Element, name: str, warnings: tuple[str, ...] = ()) -> PeopleReading:
    """Peers whose title is a place."""
    facts: list[Fact] = []
    for lord in root.iter("lordnametoofname"):
        if key := canonical(lord.get("id", "")):
            style = peer_name(lord.get("title", ""), "", lord.get("name", ""))
            facts.append(Named(key, style, f"{TITLES} {name}", weight="exact"))
    nobodys = passed_over((lord.get("id", "") for lord in root.iter("lordnametoofname")), "titles")
    return PeopleReading(TITLES, tuple(facts), None, (*warnings, *nobodys))


def read_constituencies_xml(root: etree._Element, name: str, warnings: tuple[str, ...] = ()) -> PeopleReading:
    """Constituencies and the spellings of their names; the list's first is the one to show."""
    facts: list[Fact] = []
    for constituency in root.iter("constituency"):
        names = [seat for n in constituency.iter("name") if (seat := seat_name(n.get("text", "")))]
        if names:
            facts.append(Seat(names[0], tuple(dict.fromkeys(names[1:])), f"{SEATS} {name}"))
    return PeopleReading(SEATS, tuple(facts), None, warnings)
