"""Who speaks: from the source's mark to a person, to nobody, or to an honest gap.

An id in the source settles it, also when the roll has never heard of it: then the id
itself names the person. A name without an id is what `naming` decided of it; without a
decision it is left unresolved, with the reason, since a wrong attribution is worse than none.
"""

from __future__ import annotations

from msgspec import Struct

from ..model import Person
from ..people.keys import person_id_of
from ..people.roll import Roll
from ..reading import Mark
from .naming import PRINT, Decision
from .prints import SCHEME

BASIS = "id-in-source"
NO_ID = "the source gives no id for this name"
NOBODY_NAMED = "the source names nobody"


class Voice(Struct, frozen=True):
    """A speaker as far as the source tells. `key` tells voices apart inside a sitting:
    the person_id, or "name:…" for a name that cannot be told, None for nobody."""

    key: str | None = None
    person_id: str | None = None
    name: str | None = None
    basis: str | None = None
    unresolved: str | None = None


NOBODY = Voice()
_UNNAMED = Voice(unresolved=NOBODY_NAMED)


class Voices:
    """The voices of one sitting. Every key is looked up in the roll once."""

    def __init__(self, roll: Roll) -> None:
        self._roll = roll
        self._persons: dict[str, Person | None] = {}
        self._told: dict[tuple[str | None, str | None], Voice] = {}
        self.people: dict[str, Person] = {}

    def voice(self, mark: Mark, *, procedural: bool = False, decided: Decision | None = None) -> Voice:
        """Whose voice a mark is; `procedural` says that the words are the House's own."""
        if decided is not None and (decided.ruled or (mark.key is None and not mark.collective)):
            return self._decided(decided)
        if mark.collective:
            return NOBODY
        if mark.key is None and not mark.name:
            return NOBODY if procedural else _UNNAMED
        asked = (mark.key, mark.name)
        if asked not in self._told:
            self._told[asked] = self._find(mark)
        return self._told[asked]

    def _decided(self, decided: Decision) -> Voice:
        person = self._person(decided.person_id) if decided.person_id else None
        if person is None:
            return Voice(f"name:{decided.printed}", name=decided.printed, unresolved=decided.reason or NO_ID)
        self.people[person.person_id] = person
        return Voice(person.person_id, person.person_id, person.name, decided.basis)

    def _find(self, mark: Mark) -> Voice:
        if mark.key is None:
            return Voice(f"name:{mark.name}", name=mark.name, unresolved=NO_ID)
        basis = PRINT if mark.key.startswith(SCHEME) else BASIS
        person = self._person(mark.key)
        if person is None:
            own = person_id_of(mark.key)
            return Voice(own, own, mark.name or own, basis)
        self.people[person.person_id] = person
        named = person.name if person.name != person.person_id else mark.name  # some lists know a person by ids alone
        return Voice(person.person_id, person.person_id, named or person.person_id, basis)

    def _person(self, key: str) -> Person | None:
        if key not in self._persons:
            self._persons[key] = self._roll.person(key)
        return self._persons[key]
