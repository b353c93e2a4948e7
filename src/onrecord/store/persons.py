"""Persons of the roll by key: all that showing and indexing contributions asks of it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from ..model import Person
from .asking import Asked, rows_with
from .remembered import remembered

_BY_KEY = (
    "SELECT person_keys.key, persons.data FROM person_keys JOIN persons ON persons.person_id = person_keys.person_id"
    " WHERE person_keys.key"
)
decode_person = msgspec.json.Decoder(Person).decode


class StoredPersons:
    """Persons by key, read from an open connection and remembered as long as this object lives."""

    def __init__(self, connection: Asked) -> None:
        self._asked = connection
        self._known: dict[str, Person | None] = remembered(connection, "persons")

    def person(self, key: str) -> Person | None:
        """The person with this key (`person/24815`, `mnis:4007`, a person id), None where no list knows it."""
        if key not in self._known:
            self.prefetch((key,))
        return self._known[key]

    def prefetch(self, keys: Iterable[str]) -> None:
        """Read many persons at once."""
        wanted = [key for key in set(keys) if key not in self._known]
        rows = rows_with(self._asked, _BY_KEY, wanted)
        self._known |= dict.fromkeys(wanted) | {row[0]: decode_person(row[1]) for row in rows}

    def forget(self, keys: Iterable[str]) -> None:
        """Ask the database again for these keys: somebody has been added."""
        for key in keys:
            self._known.pop(key, None)
