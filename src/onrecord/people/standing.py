"""A person as `people show` and their pages tell of them: everything known, and what they were last known to be.

The newest spell is what a person was last known to be, as of the day of its list. That a spell ended says that they
left only if the list is younger than the next Parliament would be: a list of the day after a dissolution knows
of nobody who sits. Of somebody who left, nothing dates a seat or a party any longer.
"""

from __future__ import annotations

from datetime import date, timedelta

from ..model import LastKnown, Membership, Office, Person, PersonOnDay, Standing
from .on_day import lapsed_on, membership_on, name_on, offices_on, speaks_in

_DISSOLUTION = timedelta(days=60)


def on_day(person: Person, day: date | None) -> PersonOnDay:
    """A person with the offices of one day, or with all of them where no day is asked for."""
    return PersonOnDay(
        person_id=person.person_id,
        slug=person.slug,
        ids=person.ids,
        name=name_on(person, day) if day else person.name,
        names=person.names,
        memberships=person.memberships,
        offices=offices_on(person, day) if day else person.offices,
        undated=person.undated,
        id_sources=person.id_sources,
        on=day,
        standing=standing(person),
        offices_last_known=lapsed_on(person, day) if day else (),
        membership=membership_on(person, day) if day else None,
    )


def standing(person: Person) -> Standing | None:
    """What a person was by the newest lists that tell; None where none does."""
    newest = max((m for m in person.memberships if _begins(m)), key=_order, default=None)
    offices = _offices(person)
    if newest and newest.end and newest.as_of and newest.as_of - newest.end > _DISSOLUTION:
        return Standing(left=newest.house, sat_until=newest.end, offices=offices)
    seat, party = (_newer(_vouched(newest, it), person.undated.get(it)) for it in ("constituency", "party"))
    told = Standing(_vouched(newest, "house"), seat, party, offices=offices)
    return told if told != Standing() else None


def _begins(spell: Membership) -> date | None:
    return spell.start or spell.as_of


def _order(spell: Membership) -> tuple[date, date]:
    return _begins(spell) or date.min, spell.end or date.max


def _vouched(spell: Membership | None, fact: str) -> LastKnown | None:
    value = getattr(spell, fact) if spell else None
    known = (spell.end or spell.as_of) if spell else None
    return LastKnown(value, known.isoformat()) if value and known else None


def _newer(dated: LastKnown | None, undated: LastKnown | None) -> LastKnown | None:
    """Of what a spell tells and what a list without days tells, the younger; the spell where both say the same."""
    if dated is None or undated is None or undated.value == dated.value:
        return dated or undated
    return undated if undated.as_of > dated.as_of else dated


def _offices(person: Person) -> tuple[Office, ...]:
    """The offices to speak in that the newest list that knows them calls held."""
    newest = max((o.as_of for o in person.offices if o.as_of and o.end is None), default=None)
    if newest is None:
        return ()
    return tuple(o for o in offices_on(person, newest) if o.end is None and speaks_in(o))
