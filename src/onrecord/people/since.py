"""What lists tell of a person after the day of their words, where it differs from that day.

Names, seats, parties and offices beside words are those of the day; who looks back from today wants to know
what has changed. Only differences between two known things are told: a gap in a list is no change.
"""

from __future__ import annotations

from datetime import date

from ..model import HeldOffice, LastKnown, Office, Person, Since, Speaker
from .on_day import offices_on, speaks_in
from .standing import standing
from .tenures import same_post


def since(person: Person, then: Speaker, day: date, house: str) -> Since | None:
    """What differs from the day on which somebody spoke in a House; None where no list tells of a difference."""
    now = standing(person)
    if now is None:
        return None
    held = [office for office in offices_on(person, day) if speaks_in(office)]
    left = now.sat_until if now.sat_until and now.sat_until > day else None
    told = Since(
        person_id=person.person_id,
        slug=person.slug,
        name=then.name,
        called=person.name if person.name != then.name else None,
        house=_other(now.house, house, day),
        constituency=_other(now.constituency, then.constituency, day),
        party=_other(now.party, then.party, day),
        left=now.left if left else None,
        sat_until=left,
        offices_until=tuple(HeldOffice(o.title, o.department, o.start, o.end) for o in held if o.end and o.end > day),
        offices=tuple(o for o in now.offices if _known_after(o, day) and not any(_same(o, old) for old in held)),
    )
    return told if told != Since(told.person_id, told.slug, told.name) else None


def _other(known: LastKnown | None, then: str | None, day: date) -> LastKnown | None:
    """What is known after the day, if it is something else than what was known of the day."""
    return known if known and then and known.value != then and known.as_of > day.isoformat() else None


def _known_after(office: Office, day: date) -> bool:
    return office.as_of is not None and office.as_of > day


def _same(one: Office, other: Office) -> bool:
    return one.department == other.department and same_post(one.title, one.kind) == same_post(other.title, other.kind)
