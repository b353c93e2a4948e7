"""What a seat printed beside a name says for and against those who may be meant.

Where lists tell who sat for a seat that day, the surname beside it is enough. Where they end, a seat may have passed
to somebody of the same family, and a newcomer may bear an old member's name: there the first name must agree, and
a seat that was never theirs speaks against somebody, unless the party printed was theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..model import Person
from ..people.directory import Directory, Standing
from ..people.names import fold, shortened
from ..people.printed import Printed


def member_for(directory: Directory, seat: str, name: str, day: date) -> tuple[Person, ...]:
    """Those of a printed name who sat for a seat that day, or were the last to be known there."""
    named = of_surname(directory.sat_for(seat, day), name)
    return named or tuple(p for p in directory.in_seat(seat, day) if any(shortened(name, n) for n in names_of(p)))


def sits_elsewhere(directory: Directory, person: Person, printed: Printed, standing: Standing, day: date) -> bool:
    """Whether the seat printed speaks against somebody of the name printed.

    Where lists vouch for the day, the name decides, unless who sat for that seat has the surname too. Where
    they do not, somebody may have come back for another seat, but then for a party that was theirs.
    """
    seat = printed.seat or ""
    if not directory.elsewhere(person, seat, day):
        return False
    if standing is Standing.SAT:
        return bool(of_surname(directory.sat_for(seat, day), printed.name or ""))
    return printed.party is None or printed.party not in _parties(person)


def of_surname(people: Sequence[Person], name: str) -> tuple[Person, ...]:
    """Those of them whose name ends with the last word of this one."""
    surname = fold(name).rpartition(" ")[2]
    return tuple(p for p in people if any(fold(n).rpartition(" ")[2] == surname for n in names_of(p)))


def names_of(person: Person) -> Iterator[str]:
    """Every name that somebody is known to have borne."""
    yield person.name
    for name in person.names:
        yield name.name


def _parties(person: Person) -> set[str | None]:
    """Every party that lists know somebody to have belonged to."""
    last = {person.undated["party"].value} if "party" in person.undated else set()
    return {spell.party for spell in person.memberships} | last
