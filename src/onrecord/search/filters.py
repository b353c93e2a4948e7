"""Filters of a search: who, where and when, each as it was on the day of the words.

A filter that names nothing known is an error, not an empty answer: "no party is called
Labor" is worth more than nothing found.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec import Struct, structs
from sqlalchemy import Connection, func, select
from tantivy import Query

from ..errors import UsageError
from ..extracts.members import find_member
from ..extracts.parliaments import parliament_between
from ..extracts.sessions import session_between
from ..normal import normalise
from ..people.departments import departments_meant
from ..people.parties import is_party, parties_meant
from ..store.roll import StoredRoll
from ..store.schema import persons
from .meaning import any_of, days, phrase, term, unweighed, without

_SPELLING = {"start": "from", "end": "to"}


class Filters(Struct, frozen=True, omit_defaults=True):
    """What narrows a search. `department`: the debate involves it, as in excerpts; `office`: words of its title."""

    member: str | None = None
    party: str | None = None
    office: str | None = None
    department: str | None = None
    house: str | None = None
    chamber: str | None = None
    kind: str | None = None
    bill: str | None = None
    start: date | None = None
    end: date | None = None
    parliament: str | None = None
    session: str | None = None


def asked_of(filters: Filters) -> dict[str, Any]:
    """The filters that were given, as the answer repeats them."""
    return {_SPELLING.get(k, k): v for k, v in structs.asdict(filters).items() if v is not None}


def chosen_by(filters: Filters, connection: Connection) -> list[Query]:
    """The index's queries for the filters that were given. UsageError or NotHeldError for one that names nothing."""
    found = [term(value, name) for name in ("house", "chamber", "kind") if (value := getattr(filters, name))]
    if filters.member:
        found.append(term(find_member(StoredRoll(connection), filters.member).person_id, "person"))
    if filters.party:
        found.append(any_of([term(name, "party") for name in _parties(filters.party, connection)]))
    if filters.office:
        found.append(_office(_words(filters.office, "office")))
    if filters.department:
        found.append(any_of([term(name, "department") for name in _departments(filters.department)]))
    if filters.bill:
        words = [word for word in _words(filters.bill, "bill") if word != "bill"]
        found += [term(word, "bill") for word in words or ["bill"]]
    if filters.start or filters.end:
        found.append(between(filters.start, filters.end))
    if filters.session:
        found.append(between(*session_between(filters.session)))
    if filters.parliament:
        found.append(between(*parliament_between(filters.parliament)))
    return [unweighed(one) for one in found]  # side by side: the rarest leads, each of the others is asked of it alone


def between(start: date | None, end: date | None) -> Query:
    """The index's query for the days from one to another, both counted in."""
    first, last = start or date.min, end or date.max
    if first > last:
        raise UsageError(f"{first} is after {last}", remedy="give --from a day before --to")
    return days(first.toordinal(), last.toordinal())


def _parties(party: str, connection: Connection) -> tuple[str, ...]:
    """The parties meant. One that the table does not know must be somebody's on the roll."""
    names = parties_meant(party)
    if not names or not (is_party(party) or _on_the_roll(names[0], connection)):
        raise UsageError(f"no party is called {party!r}", remedy='name one such as "Labour"')
    return names


def _on_the_roll(party: str, connection: Connection) -> bool:
    query = select(persons.c.person_id).where(func.instr(persons.c.data, party.encode()) > 0).limit(1)
    return connection.execute(query).first() is not None


def _departments(department: str) -> tuple[str, ...]:
    names = departments_meant(department)
    if not names:
        raise UsageError(f"no department is called {department!r}", remedy='name one such as "Home Office"')
    return names


_OTHER_OFFICES = ("under", "deputy", "shadow")  # before a title, they make it another's


def _office(words: Sequence[str]) -> Query:
    """Who held the office. "Secretary of State for Justice" stands in the title of an Under-Secretary too, and is not
    theirs."""
    own = phrase(words, "office")
    return without(own, any_of([phrase([other, *words], "office") for other in _OTHER_OFFICES]))


def _words(text: str, what: str) -> list[str]:
    words = normalise(text).split()
    if not words:
        raise UsageError(f"no {what} was named", remedy=f"give --{what} some words")
    return words
