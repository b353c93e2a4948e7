"""Who is meant by MEMBER: a name, a person id, an official id, or the slug of a page.

One candidate or none: a name that two people bore is not decided by who is better known,
but answered with the candidates, their dates and seats.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from ..errors import AmbiguousError, NotHeldError, UsageError
from ..model import Membership, Person, PersonRef
from ..people.keys import key_of
from ..people.posts import plain_words
from ..store.roll import StoredRoll

_NAMED = 5  # names that an answer offers
_LOOKED_AT = 200  # people from whom they are chosen
_NAME_AND_SEAT = re.compile(r"(?P<name>[^()]+?)\s*\((?P<seat>[^()]+)\)(?:\s*\([^()]*\))?")  # a party may follow
_HEARD = re.compile(r"/(\d{4})-\d\d-\d\d$")


def find_member(roll: StoredRoll, member: str) -> Person:
    """The one person meant. UsageError for nothing, NotHeldError for nobody, AmbiguousError for several."""
    asked = member.strip()
    if not asked:
        raise UsageError("no member was named", remedy='name one, for instance "James Cleverly" or mnis:4366')
    person = roll.person(key_of(asked)) or roll.with_slug(asked)
    if person:
        return person
    named = roll.named(asked) or _numbered(roll, asked) or _with_seat(roll, asked)
    if len(named) == 1:
        return named[0]
    if named:
        raise AmbiguousError(
            f"{len(named)} people are called {asked}",
            tuple(f"{p.person_id}  {p.name}  {about(p)}" for p in named),
            remedy=f"name one by id: {', '.join(f'{p.person_id} ({about(p)})' for p in named)}",
            under="/people/",
        )
    near = dict.fromkeys(p.name for p in sorted(roll.containing(asked, _LOOKED_AT), key=_last_seen, reverse=True))
    remedy = f"did you mean {', '.join([*near][:_NAMED])}?" if near else "load a list with `onrecord people load`"
    raise NotHeldError(f"nobody called {asked} is on the roll", remedy=remedy)


def _numbered(roll: StoredRoll, asked: str) -> tuple[Person, ...]:
    """Whom a bare number may mean: TheyWorkForYou's person of that number, or the Members API's."""
    if not (asked.isascii() and asked.isdigit()):
        return ()
    told = (roll.person(f"person/{asked}"), roll.person(f"mnis:{asked}"))
    return tuple({person.person_id: person for person in told if person}.values())


def _with_seat(roll: StoredRoll, asked: str) -> tuple[Person, ...]:
    """Those of a name who ever sat for the seat behind it: "Evelyn Crewe (Low Furrow)", as name lines have it."""
    match = _NAME_AND_SEAT.fullmatch(asked)
    if match is None:
        return ()
    seat = plain_words(match["seat"])
    return tuple(p for p in roll.named(match["name"]) if seat in {plain_words(one) for one in _seats(p)})


def _seats(person: Person) -> list[str]:
    last = [person.undated["constituency"].value] if "constituency" in person.undated else []
    return [*(spell.constituency for spell in person.memberships if spell.constituency), *last]


def _last_seen(person: Person) -> date:
    """When a person last began to sit: whoever is meant by half a name is more likely of today than of long ago."""
    return max((spell.start for spell in person.memberships if spell.start), default=date.min)


def about(person: Person) -> str:
    """A person's seats and years in a few words, for telling two of one name apart."""
    seats: dict[str, list[Membership]] = {}
    for spell in person.memberships[-3:]:
        seats.setdefault(spell.constituency or spell.house.title(), []).append(spell)
    if not seats and "constituency" in person.undated:
        known = person.undated["constituency"]
        return f"{known.value}, as of {known.as_of}"
    return "; ".join(f"{seat} {', '.join(_years(spells))}" for seat, spells in seats.items()) or "no membership known"


def _years(spells: Sequence[Membership]) -> Sequence[str]:
    """The years of each spell in a seat; those of which one follows the other at an election are one."""
    told: dict[str, None] = {}
    begun: date | None = None
    for spell, following in zip_longest(spells, spells[1:]):
        begun = begun or spell.start
        if not (following and spell.end and following.start and spell.end.year == following.start.year):
            told[_span(spell, begun)] = None
            begun = None
    return list(told)


def _span(spell: Membership, begun: date | None) -> str:
    """From when to when. A list that knows no end vouches for its own day, and says nothing of later years."""
    if begun is None and (heard := _HEARD.search(spell.source)):  # known from a sitting alone
        return heard[1]
    start = str(begun.year) if begun else "?"
    if spell.end:
        return f"{start}–{spell.end.year}"
    return f"{start} to at least {spell.as_of.year}" if spell.as_of else f"from {start}"


def found(people: tuple[Person, ...]) -> tuple[PersonRef, ...]:
    """People as a list of hits shows them."""
    return tuple(PersonRef(p.person_id, p.slug, p.name, about(p)) for p in people)
