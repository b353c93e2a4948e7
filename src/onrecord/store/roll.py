"""The roll on disk: persons as built from every list held, found by any id or name.

A person is stored whole, as one JSON cell; keys and folded names lead to it. The lists
themselves stay in the vault, and the roll is built again from all of them whenever one
is added, so that the order of loading cannot matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, Select, bindparam, delete, select

from ..model import Person
from ..people.build import BuiltRoll
from ..people.directory import Directory
from ..people.names import fold
from .asking import asked, each
from .inserting import insert_many
from .persons import StoredPersons, decode_person
from .schema import person_keys, person_names, persons, seat_names

_NAMED = (
    "SELECT persons.data FROM person_names JOIN persons ON persons.person_id = person_names.person_id"
    " WHERE person_names.folded = ? ORDER BY persons.slug"
)
_NAME_ALONE, _LISTED = b'"memberships":[],"offices":[],"undated":{}', b'"mnis"'
"""What stands in the cell of somebody whom lists put nowhere, unless a list of Parliament's gives them an id. Four of
five are such: their cells need not be understood to be left out of the directory."""


class StoredRoll(StoredPersons):
    """Persons by key, name and page, read from an open connection; by key remembered as long as this object lives."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._connection = connection
        self._directory: Directory | None = None

    def directory(self) -> Directory:
        """Everybody whom lists put in Parliament; read once, when a name without an id first asks for it."""
        if self._directory is None:
            cells = (cell for (cell,) in each(self._connection, "SELECT data FROM persons ORDER BY person_id"))
            told_of = (decode_person(cell) for cell in cells if _NAME_ALONE not in cell or _LISTED in cell)
            self._directory = Directory(told_of, dict(each(self._connection, "SELECT words, seat FROM seat_names")))
        return self._directory

    def named(self, name: str) -> tuple[Person, ...]:
        """Everybody who ever bore this name, honorifics, case and accents aside."""
        return tuple(decode_person(row[0]) for row in asked(self._connection, _NAMED, (fold(name),)))

    def with_slug(self, slug: str) -> Person | None:
        """The person whose pages stand under `slug`."""
        rows = asked(self._connection, "SELECT data FROM persons WHERE slug = ?", (slug,))
        return decode_person(rows[0][0]) if rows else None

    def matching(self, query: Select[bytes]) -> tuple[Person, ...]:
        """The people whose cells a query chooses."""
        return tuple(decode_person(data) for data in self._connection.execute(query).scalars())

    def containing(self, text: str, limit: int) -> tuple[Person, ...]:
        """People one of whose names holds every word of `text`, whole words first."""
        query = select(persons.c.data).join(person_names, person_names.c.person_id == persons.c.person_id)
        for word in fold(text).split():
            query = query.where(person_names.c.folded.contains(word, autoescape=True))
        rows = self._connection.execute(query.distinct().order_by(persons.c.name, persons.c.slug).limit(limit))
        return tuple(decode_person(data) for (data,) in rows)


class Changed(NamedTuple):
    """What a new roll changed: the keys whose person changed, came or went; these persons as they were and
    as they are; and the words of seats that are now read otherwise."""

    keys: frozenset[str]
    people: list[Person]
    seat_words: frozenset[str]


def replace_roll(connection: Connection, built: BuiltRoll) -> Changed:
    """Put a newly built roll in place of the old."""
    seats = {row.words: row.seat for row in connection.execute(select(seat_names))}
    before = _state(connection)
    encoded = {p.person_id: msgspec.json.encode(p) for p in built.persons}
    after = {key: encoded[person_id] for key, person_id in built.keys.items()}
    for table in (person_names, person_keys, persons, seat_names):
        connection.execute(delete(table))
    _insert(connection, built, encoded)
    rows = [{"words": words, "seat": seat} for words, seat in sorted(built.seats.items())]
    insert_many(connection, seat_names, rows)
    changed = frozenset(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
    cells = {cell for key in changed for cell in (before.get(key), after.get(key)) if cell}
    respelt = seats.items() ^ built.seats.items()
    words = frozenset(word for pair in respelt for name in pair for word in name.split())
    return Changed(changed, [decode_person(cell) for cell in sorted(cells)], words)


def _state(connection: Connection) -> dict[str, bytes]:
    rows = connection.execute(
        select(person_keys.c.key, persons.c.data).join(persons, persons.c.person_id == person_keys.c.person_id)
    )
    return {row[0]: row[1] for row in rows}


def _insert(connection: Connection, built: BuiltRoll, encoded: dict[str, bytes]) -> None:
    cells = [
        {"person_id": p.person_id, "slug": p.slug, "name": p.name, "data": encoded[p.person_id]} for p in built.persons
    ]
    insert_many(connection, persons, cells)
    insert_many(connection, person_keys, [{"key": k, "person_id": p} for k, p in built.keys.items()])
    _insert_names(connection, built.persons)


def _insert_names(connection: Connection, people: Sequence[Person]) -> None:
    names = {(fold(n), p.person_id) for p in people for n in (p.name, *(name.name for name in p.names))}
    rows = [{"folded": folded, "person_id": person_id} for folded, person_id in sorted(names) if folded]
    insert_many(connection, person_names, rows)


def add_people(connection: Connection, built: BuiltRoll) -> None:
    """Add people whom only a sitting knows."""
    _insert(connection, built, {person.person_id: msgspec.json.encode(person) for person in built.persons})


def change_people(connection: Connection, people: Sequence[Person]) -> None:
    """Put people in place of what was known of them; their keys stay."""
    if not people:
        return
    rows = [(p.slug, p.name, msgspec.json.encode(p), p.person_id) for p in people]
    connection.exec_driver_sql("UPDATE persons SET slug = ?, name = ?, data = ? WHERE person_id = ?", rows)
    connection.exec_driver_sql("DELETE FROM person_names WHERE person_id = ?", [(p.person_id,) for p in people])
    _insert_names(connection, people)


def remove_people(connection: Connection, people: Sequence[Person]) -> None:
    """Take people out of whom nothing is known any more, with the ids and names that led to them."""
    ids = [{"id": person.person_id} for person in people]
    for table in (person_names, person_keys, persons) if ids else ():
        connection.execute(delete(table).where(table.c.person_id == bindparam("id")), ids)
