"""What sittings tell of people whom no list names, or puts in no House.

An id that a source uses is somebody, even if no list has caught up: the sitting tells a
name and a House, and that is kept until a list knows better. Of several sittings the
earliest is believed, so that the order of loading cannot matter: whatever is heard here
is exactly what building the whole roll again would give (`people.build`). What a sitting told
goes when it tells it no more, because it was removed or another edition leads. Sittings that
were written while somebody was called otherwise are written anew at the end of the load.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import structs
from sqlalchemy import Connection, select, update

from ..model import Person
from ..people.build import Heard, build, by_ear
from ..reading import ReadSitting
from .asking import lots, rows_with
from .roll import StoredRoll, add_people, change_people, remove_people
from .schema import marks, sittings
from .told import sitting_id

_KEYS = "SELECT key, person_id FROM person_keys WHERE person_id"
_MARKS = "SELECT key, name, house, sitting_id FROM marks WHERE key"
_SITTING = re.compile(r"[a-z-]+/\d{4}-\d\d-\d\d$")


def heard_in(connection: Connection) -> list[Heard]:
    """What all sittings held tell of every id they name."""
    rows = connection.execute(select(marks).order_by(marks.c.key, marks.c.sitting_id)).mappings()
    return [_heard(row["key"], row["name"], row["house"], row["sitting_id"]) for row in rows]


def listen(connection: Connection, roll: StoredRoll, sitting: ReadSitting, told: Mapping[str, str]) -> None:
    """Note what a sitting tells (`names_told`) of people whom the lists leave without a name or a House."""
    identity = sitting_id(sitting)
    people = {key: roll.person(key) for key in told}
    strangers = [key for key, person in people.items() if person is None]
    known = {person.person_id: person for person in people.values() if person and _needs(person, identity)}
    owners = _owners(connection, known)
    keys = [*strangers, *owners]
    heard = _elsewhere(connection, keys, identity)
    heard += [_heard(key, told[key], sitting.house, identity) for key in keys if key in told]
    _meet(connection, [h for h in heard if h.key not in owners])
    _hear_again(connection, known, owners, [h for h in heard if h.key in owners], identity)
    roll.forget(keys)
    roll.prefetch(keys)


def keys_heard(connection: Connection, identity: str) -> list[str]:
    """The ids that a sitting names as it is written now."""
    return list(connection.execute(select(marks.c.key).where(marks.c.sitting_id == identity)).scalars())


def unhear(connection: Connection, roll: StoredRoll, identity: str, was: Iterable[str]) -> None:
    """Take back what a sitting told of people whom it names no more; whoever only it knew leaves the roll.

    `was`: the ids it named before. To be called when its rows are written.
    """
    dropped = sorted({*was} - {*keys_heard(connection, identity)})
    told = {p.person_id: p for key in dropped if (p := roll.person(key)) and identity in _sources(p)}
    owners = _owners(connection, told)
    heard = _elsewhere(connection, owners, identity)
    known_else = {owners[one.key] for one in heard}
    leaving = [p for p in told.values() if p.person_id not in known_else and _of_no_list(p, owners, identity)]
    remove_people(connection, leaving)
    staying = {person_id: person for person_id, person in told.items() if person not in leaving}
    _hear_again(connection, staying, owners, heard, identity)
    roll.forget(owners)


def _of_no_list(person: Person, owners: Mapping[str, str], identity: str) -> bool:
    """Whether a sitting's word is all that is known of somebody."""
    name = None if person.name == person.person_id else person.name
    keys = [key for key, owner in owners.items() if owner == person.person_id and key != person.person_id]
    houses = [spell.house for spell in person.memberships]
    return any(person in build((), [Heard(key, name, house, identity)]).persons for key in keys for house in houses)


def _hear_again(
    connection: Connection,
    known: Mapping[str, Person],
    owners: Mapping[str, str],
    heard: Iterable[Heard],
    identity: str,
) -> None:
    """People as the lists know them, with all that is heard of them; `identity` is being written anyway."""
    of_person: dict[str, list[Heard]] = {person_id: [] for person_id in known}
    for one in heard:
        of_person.setdefault(owners[one.key], []).append(one)
    heard_now = [by_ear(_unheard(known[person]), said) for person, said in of_person.items()]
    change_people(connection, heard_now)
    _mark_stale(connection, [p for p in heard_now if _differs(p, known[p.person_id])], owners, identity)


def _differs(now: Person, before: Person) -> bool:
    """Whether somebody is called otherwise, or sits elsewhere, than what was written of them."""
    return now.name != before.name or [m.house for m in now.memberships] != [m.house for m in before.memberships]


def _mark_stale(connection: Connection, people: Iterable[Person], owners: Mapping[str, str], identity: str) -> None:
    """Other sittings that name these people are to be written anew: they called them what was known then."""
    changed = {person.person_id for person in people}
    keys = [key for key, owner in owners.items() if owner in changed]
    for lot in lots(keys):
        elsewhere = select(marks.c.sitting_id).where(marks.c.key.in_(lot), marks.c.sitting_id != identity)
        connection.execute(update(sittings).where(sittings.c.id.in_(elsewhere)).values(stale=True))


def _heard(key: str, name: str, house: str, source: str) -> Heard:
    return Heard(key, name or None, house, source)


def _needs(person: Person, identity: str) -> bool:
    """Whether this sitting may tell something: nothing is known yet, or only from a later sitting, or this."""
    if person.name == person.person_id or not person.memberships:
        return True
    return any(source >= identity and _SITTING.match(source) for source in _sources(person))


def _sources(person: Person) -> set[str]:
    """What tells this person's names and memberships."""
    return {name.source for name in person.names} | {spell.source for spell in person.memberships}


def _owners(connection: Connection, people: Iterable[str]) -> dict[str, str]:
    """Every key of these people, and whose it is."""
    return dict(rows_with(connection, _KEYS, list(people)))


def _elsewhere(connection: Connection, keys: Iterable[str], identity: str) -> list[Heard]:
    rows = rows_with(connection, _MARKS, list(keys))
    return [_heard(key, name, house, sitting) for key, name, house, sitting in rows if sitting != identity]


def _meet(connection: Connection, heard: list[Heard]) -> None:
    if heard:
        add_people(connection, build((), heard))


def _unheard(person: Person) -> Person:
    """A person as the lists alone know them."""
    names = tuple(name for name in person.names if not _SITTING.match(name.source))
    spells = tuple(spell for spell in person.memberships if not _SITTING.match(spell.source))
    name = person.name if len(names) == len(person.names) else person.person_id
    return structs.replace(person, name=name, names=names, memberships=spells)
