"""Everybody who speaks in the record held, by the last word of their name."""

from __future__ import annotations

from sqlalchemy import Connection, Row, func, select

from ..model import Speaking, SpeakingPeople
from ..people.names import fold
from ..store.roll import StoredRoll
from ..store.schema import contributions, person_names, persons
from .members import about
from .places import Asked, Place, paged


def people_list(connection: Connection, roll: StoredRoll, text: str, asked: Asked) -> SpeakingPeople:
    """A page of those whose name holds every word of `text`; of everybody if it is empty."""
    spoke = (
        select(contributions.c.person_id, func.count().label("number"))
        .where(contributions.c.person_id.is_not(None))
        .group_by(contributions.c.person_id)
        .subquery()
    )
    query = select(persons.c.person_id, persons.c.name, spoke.c.number)
    query = query.join(spoke, spoke.c.person_id == persons.c.person_id)
    for word in fold(text).split():
        named = select(person_names.c.person_id).where(person_names.c.folded.contains(word, autoescape=True))
        query = query.where(persons.c.person_id.in_(named))
    rows = sorted(connection.execute(query).all(), key=_place)
    shown, following = paged(rows, asked, _place)
    roll.prefetch(person_id for person_id, _, _ in shown)
    found = [(roll.person(person_id), number) for person_id, _, number in shown]
    return SpeakingPeople(
        total=len(rows),
        page=asked.number,
        pages=asked.pages(len(rows)),
        people=tuple(Speaking(p.person_id, p.slug, p.name, about(p), number) for p, number in found if p),
        next=following,
    )


def _place(row: Row[str, str, int]) -> Place:
    return (*_by_surname(row[1]), row[0])


def _by_surname(name: str) -> tuple[str, str]:
    """The last word of a name, hyphens and all, then the whole.

    >>> sorted(["Ianthe van der Velde", "Cerys Ash", "Bo Ash"], key=_by_surname)
    ['Bo Ash', 'Cerys Ash', 'Ianthe van der Velde']
    """
    return fold(name.split()[-1]) if name.strip() else "", fold(name)
