"""What sittings tell of people whom no list names, or puts in no House.

An id that a source uses is somebody, even if no list has caught up: the sitting tells a
name and a House, and that is kept until a list knows better. Of several sittings the
earliest is believed, so that the order of loading cannot matter: whatever is heard here
is exactly what building the whole roll again would give (`people.build`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import structs
from sqlalchemy import Connection, select

from ..model import Person
from ..people.build import Heard, build, by_ear
from ..reading import ReadSitting
from . import record
from .roll import StoredRoll, add_person, change_person
from .schema import marks, person_keys

_SITTING = re.compile(r"[a-z-]+/\d{4}-\d\d-\d\d$")


def heard_in(connection: Connection) -> list[Heard]:
    """What all sittings held tell of every id they name."""
    rows = connection.execute(select(marks).order_by(marks.c.key, marks.c.sitting_id)).mappings()
    return [_heard(row["key"], row["name"], row["house"], row["sitting_id"]) for row in rows]


def listen(connection: Connection, roll: StoredRoll, sitting: ReadSitting) -> None:
    """Note what a sitting tells of people whom the lists leave without a name or a House."""
    identity = record.sitting_id(sitting)
    changed = []
    for key, name in record.names_told(sitting).items():
        person = roll.person(key)
        if person is not None and not _needs(person, identity):
            continue
        here = _heard(key, name, sitting.house, identity)
        if person is None:
            _meet(connection, [*_elsewhere(connection, [key], identity), here])
        else:
            _hear_again(connection, person, here)
        changed += [key] if person is None else [key, person.person_id]
    roll.forget(changed)


def _heard(key: str, name: str, house: str, source: str) -> Heard:
    return Heard(key, name or None, house, source)


def _needs(person: Person, identity: str) -> bool:
    """Whether this sitting may tell something: nothing is known yet, or only from a later sitting."""
    if person.name == person.person_id or not person.memberships:
        return True
    sources = [name.source for name in person.names] + [spell.source for spell in person.memberships]
    return any(_SITTING.match(source) and source > identity for source in sources)


def _meet(connection: Connection, heard: list[Heard]) -> None:
    built = build((), heard)
    for person in built.persons:
        add_person(connection, person, [key for key, owner in built.keys.items() if owner == person.person_id])


def _hear_again(connection: Connection, person: Person, here: Heard) -> None:
    keys = [key for (key,) in connection.execute(
        select(person_keys.c.key).where(person_keys.c.person_id == person.person_id)
    )]  # fmt: skip
    heard = [*_elsewhere(connection, keys, here.source), here]
    change_person(connection, by_ear(_unheard(person), heard))


def _elsewhere(connection: Connection, keys: Iterable[str], identity: str) -> list[Heard]:
    query = select(marks).where(marks.c.key.in_(list(keys)), marks.c.sitting_id != identity)
    rows = connection.execute(query).mappings()
    return [_heard(row["key"], row["name"], row["house"], row["sitting_id"]) for row in rows]


def _unheard(person: Person) -> Person:
    """A person as the lists alone know them."""
    names = tuple(name for name in person.names if not _SITTING.match(name.source))
    spells = tuple(spell for spell in person.memberships if not _SITTING.match(spell.source))
    name = person.name if len(names) == len(person.names) else person.person_id
    return structs.replace(person, name=name, names=names, memberships=spells)
