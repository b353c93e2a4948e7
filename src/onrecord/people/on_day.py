"""A person as they were on one day.

A spell without an end is vouched for up to the day of its list and no further: a list of
October 2020 says nothing about 2023. After that day, and where a list dates nothing, party
and seat are not stated but given beside, as last known, with the day they were known.
Only posts in the government and in the Chair are shown beside a contribution; the seats on
committees and in shadow teams are for those who ask for the person.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from ..model import HeldOffice, LastKnown, Membership, Office, Person, Speaker
from .chairs import presides
from .departments import department_kind, department_of, department_on
from .posts import seniority
from .tenures import same_post


def speaker_on(person: Person, day: date, *, house: str | None, basis: str) -> Speaker:
    """Who spoke, with the party, seat, offices and name of that day; `basis` says how we know who it was."""
    spell = membership_on(person, day, house)
    party = spell.party if spell else None
    seat = spell.constituency if spell else None
    sits_for_a_seat = (spell.house if spell else house) != "lords"
    missing = {"party": party is None, "constituency": seat is None and sits_for_a_seat}
    known = {about: last_known(person, about, day) for about, wanted in missing.items() if wanted}
    offices = tuple(_shown(office) for office in offices_on(person, day) if speaks_in(office))
    if not offices and (lapsed := lapsed_on(person, day)):
        known["office"] = LastKnown(lapsed[0].title, str(lapsed[0].as_of))
    return Speaker(
        person_id=person.person_id,
        ids=person.ids,
        name=name_on(person, day),
        party=party,
        constituency=seat,
        offices=offices,
        basis=basis,
        slug=person.slug,
        last_known={about: fact for about, fact in known.items() if fact},
    )


def lapsed_on(person: Person, day: date) -> tuple[Office, ...]:
    """The offices to speak in that the newest list of the person's offices, older than the day, calls held: last known,
    and no longer vouched for."""
    newest = max((o.as_of for o in person.offices if o.as_of), default=None)
    if newest is None or newest >= day:
        return ()
    lapsed = [o for o in person.offices if o.end is None and o.as_of == newest and speaks_in(o)]
    lapsed.sort(key=lambda o: (seniority(o.title), o.title))
    held = offices_on(person, day)
    return tuple(o for o in lapsed if not any(_one_post(o, other) for other in held))


def as_printed(speaker: Speaker, day: date, *, party: str | None, seat: str | None, office: str | None) -> Speaker:
    """A speaker with what the sitting prints beside the name, where no list tells it of that day."""
    told: dict[str, Any] = {}
    if speaker.party is None and party:
        told["party"] = party
    if speaker.constituency is None and seat:
        told["constituency"] = seat
    if not speaker.offices and office:
        title = office.removeprefix("The ")
        told["offices"] = (HeldOffice(title, department_of(title, day), None, None),)
    if not told:
        return speaker
    told_of = {*told, "office"} if "offices" in told else {*told}
    known = {about: fact for about, fact in speaker.last_known.items() if about not in told_of}
    return msgspec.structs.replace(speaker, **told, last_known=known)


def offices_on(person: Person, day: date) -> tuple[Office, ...]:
    """Offices of every kind that were held that day, the most senior and then the newest first; each post once.

    A department stands under the name it bore that day.
    """
    held = [o for o in person.offices if (o.end is None or day <= o.end) and vouched_for(o.start, o.end, o.as_of, day)]
    if len(held) > 1:
        held.sort(key=lambda o: (_KINDS.get(o.kind, len(_KINDS)), seniority(o.title), _age(o, day), o.title))
    chosen: list[Office] = []
    for office in held:
        if not any(_one_post(office, other) for other in chosen):
            chosen.append(office)
    return tuple(_renamed(office, day) for office in chosen)


def membership_on(person: Person, day: date, house: str | None = None) -> Membership | None:
    """The membership of that day, in `house` if one is given; of two that meet on the day, the newer."""
    spells = (m for m in person.memberships if house in (None, m.house) and vouched_for(m.start, m.end, m.as_of, day))
    return max(spells, key=lambda m: (m.start or date.min, m.party or ""), default=None)


def name_on(person: Person, day: date) -> str:
    """The name borne that day, else the newest known."""
    borne = [n for n in person.names if n.start and n.start <= day and (n.end is None or day <= n.end)]
    return max(borne, key=lambda n: (n.start or date.min, n.name)).name if borne else person.name


def last_known(person: Person, about: str, day: date) -> LastKnown | None:
    """What was last known of a party or seat by that day, else the first thing known after it."""
    facts = [
        LastKnown(value, str(known))
        for m in person.memberships
        if (value := getattr(m, about)) and (known := m.end or m.as_of)
    ]
    facts += [person.undated[about]] if about in person.undated else []
    before = [fact for fact in facts if fact.as_of <= day.isoformat()]
    if before:
        return max(before, key=lambda f: (f.as_of, f.value))
    return min(facts, key=lambda f: (f.as_of, f.value), default=None)


def speaks_in(office: Office) -> bool:
    """Whether its holder speaks in the House in this office: the government's, the Chair's, an answering body's."""
    if office.kind == "government":
        return True
    answers = office.department is not None and department_kind(office.department) == "answering-body"
    return office.kind == "parliamentary" and (answers or presides(office.title))


def vouched_for(start: date | None, end: date | None, as_of: date | None, day: date) -> bool:
    """Whether a source vouches for that day. A spell seen on a day and not dated before it begins on that day."""
    days = vouched_days(start, end, as_of)
    return days is not None and days[0] <= day <= days[1]


def vouched_days(start: date | None, end: date | None, as_of: date | None) -> tuple[date, date] | None:
    """The first and the last day for which a source vouches; None where it dates nothing."""
    begins = start or as_of
    ends = end or as_of or start
    return (begins, ends) if begins and ends else None


_KINDS = {kind: place for place, kind in enumerate(("government", "parliamentary", "opposition", "committee", "pps"))}


def _age(office: Office, day: date) -> int:
    return (day - office.start).days if office.start else 1 << 30


def _one_post(one: Office, other: Office) -> bool:
    if one.kind != other.kind or one.department != other.department:
        return False
    first, second = same_post(one.title, one.kind), same_post(other.title, other.kind)
    return first <= second or second <= first


def _renamed(office: Office, day: date) -> Office:
    if office.department is None:
        return office
    named = department_on(office.department, day)
    return office if named == office.department else msgspec.structs.replace(office, department=named)


def _shown(office: Office) -> HeldOffice:
    return HeldOffice(office.title, office.department, office.start, office.end)
