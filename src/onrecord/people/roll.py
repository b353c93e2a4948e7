"""The roll as the rest of the program asks it: a person for a key, and everybody for a name.

`MemoryRoll` serves tests and small archives; the store has its own, over the database, with
the same two methods.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from ..model import Person
from .directory import Directory
from .keys import key_of

__all__ = ["MemoryRoll", "Roll", "key_of"]


class Roll(Protocol):
    """Whoever can say who a key is."""

    def person(self, key: str) -> Person | None:
        """The person of a key (`person/24815`, `mnis:4007`) or person id, None where nobody is known by it."""

    def directory(self) -> Directory:
        """Everybody whom lists put in Parliament, by name, seat and office."""


class MemoryRoll:
    """A roll held in memory."""

    def __init__(
        self,
        persons: Iterable[Person],
        keys: Mapping[str, str] | None = None,
        seats: Mapping[str, str] | None = None,
    ) -> None:
        self._persons = {person.person_id: person for person in persons}
        self._keys = dict(keys or {})
        self._seats = dict(seats or {})
        self._directory: Directory | None = None

    def person(self, key: str) -> Person | None:
        """The person of a key or person id, None where nobody is known by it."""
        return self._persons.get(self._keys.get(key, key))

    def directory(self) -> Directory:
        """Everybody whom lists put in Parliament."""
        if self._directory is None:
            self._directory = Directory(self._persons.values(), self._seats)
        return self._directory

    def everybody(self) -> tuple[Person, ...]:
        """Every person on the roll."""
        return tuple(self._persons.values())
