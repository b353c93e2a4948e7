"""The roll as the rest of the program asks it: a person for a key.

`MemoryRoll` serves tests and small archives; the store has its own, over the database, with
the same one method.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from ..model import Person
from .keys import key_of

__all__ = ["MemoryRoll", "Roll", "key_of"]


class Roll(Protocol):
    """Whoever can say who a key is."""

    def person(self, key: str) -> Person | None:
        """The person of a key (`person/24815`, `mnis:4007`) or person id, None where nobody is known by it."""


class MemoryRoll:
    """A roll held in memory."""

    def __init__(self, persons: Iterable[Person], keys: Mapping[str, str] | None = None) -> None:
        self._persons = {person.person_id: person for person in persons}
        self._keys = dict(keys or {})

    def person(self, key: str) -> Person | None:
        """The person of a key or person id, None where nobody is known by it."""
        return self._persons.get(self._keys.get(key, key))
