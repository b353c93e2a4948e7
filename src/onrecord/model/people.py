"""Who people are: names, memberships and offices, each with its days and its source.

A spell without an end is vouched for up to the day of the list that says so, and no
further. What no list dates stands apart, as last known.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct, field

from .spells import SPELL


class Name(Struct, frozen=True, rename=SPELL):
    """A name that a person bore, from a day to a day (None: not known, or still); `as_of` is the newest list's day."""

    name: str
    start: date | None = None
    end: date | None = None
    source: str = ""
    as_of: date | None = None


class Membership(Struct, frozen=True, rename=SPELL):
    """A spell in a House for a seat and a party. `as_of` is the day of the list that says so:
    a spell without an end is vouched for up to that day and no further."""

    house: str
    constituency: str | None
    party: str | None
    start: date | None
    end: date | None
    source: str
    as_of: date | None = None
    why_ended: str | None = None


class Office(Struct, frozen=True, rename=SPELL):
    """A spell in a post. `kind` is `government`, `opposition`, `parliamentary` or `committee`."""

    title: str
    department: str | None
    start: date | None
    end: date | None
    as_of: date | None = None
    source: str = ""
    kind: str = "government"


class LastKnown(Struct, frozen=True):
    """A fact that no source dates to the day asked about: the value, and the day it was vouched for."""

    value: str
    as_of: str


class Person(Struct, frozen=True):
    """A human being, with everything the roll holds on them. `undated` are facts (party,
    constituency) from lists that say nothing about when; `id_sources` are the lists that give an id, with the newest
    day on which one does."""

    person_id: str
    slug: str
    ids: dict[str, str]
    name: str
    names: tuple[Name, ...] = ()
    memberships: tuple[Membership, ...] = ()
    offices: tuple[Office, ...] = ()
    undated: dict[str, LastKnown] = field(default_factory=dict)
    id_sources: dict[str, str] = field(default_factory=dict)


class HeldOffice(Struct, frozen=True, rename=SPELL):
    """An office as shown beside a contribution: held on that day."""

    title: str
    department: str | None
    start: date | None
    end: date | None


class Standing(Struct, frozen=True):
    """What a person was by the newest lists that tell. `sat_until` is the day on which they ceased to be
    a member of `left`; House, seat and party are then null, as nothing dates them after it."""

    house: LastKnown | None = None
    constituency: LastKnown | None = None
    party: LastKnown | None = None
    left: str | None = None
    sat_until: date | None = None
    offices: tuple[Office, ...] = ()


class PersonOnDay(Person, frozen=True):
    """What `people show` answers: a person, the day asked about, and what they were last known to be.

    `offices_last_known`: posts that a list of an earlier day calls held, and nothing says that they were on the day;
    `membership`: the one of `memberships` that a list vouches for on the day."""

    on: date | None = None
    standing: Standing | None = None
    offices_last_known: tuple[Office, ...] = ()
    membership: Membership | None = None


class PersonRef(Struct, frozen=True):
    """A person as they stand in a list of hits."""

    person_id: str
    slug: str
    name: str
    about: str
