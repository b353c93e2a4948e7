"""The roll, built from every list held: a pure function of the lists, whatever their order.

Keys are united (`identity`), each person's names, memberships and offices are merged
(`spells`, `tenures`), and what a sitting told of an id that no list knows becomes a person
with that and nothing more. What lists contradict each other about is reported, not hidden.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain

import msgspec
from msgspec import Struct

from ..model import LastKnown, Membership, Name, Person
from .chairs import chair_facts
from .days import exact_day
from .facts import Alias, Fact, Held, Identified, Named, PeopleReading, Same, Sat, Seat, Undated
from .identity import Identities, identify
from .keys import best_key, person_id_of
from .names import fold, slug_of
from .posts import plain_words
from .spells import merge_spells
from .tenures import merge_tenures

_OWN_KEYS = ("person/", "mnis:", "member/", "lord/", "royal/", "printed/")


class Heard(Struct, frozen=True):
    """What a sitting told of an id: the name printed, the House, and where it stands."""

    key: str
    name: str | None
    house: str
    source: str


class BuiltRoll(Struct, frozen=True):
    """Persons in the order of their ids; `keys` leads from any key or person id to a person id.

    `seats`: for other spellings of a seat's name, in plain words, the listed one.
    """

    persons: tuple[Person, ...]
    keys: dict[str, str]
    conflicts: tuple[str, ...]
    seats: dict[str, str] = {}


def build(readings: Sequence[PeopleReading], heard: Sequence[Heard] = ()) -> BuiltRoll:
    """Everybody whom the lists or the sittings know."""
    facts = list(chain.from_iterable(reading.facts for reading in readings))
    about = [f for f in facts if isinstance(f, Named | Sat | Held | Undated | Identified)]
    identities = identify(facts, dict.fromkeys(chain((f.key for f in about), (h.key for h in heard))))
    known = identities.group
    about += _chairs(known)
    by_group: dict[str, list[Fact]] = defaultdict(list)
    for fact in about:
        by_group[known[fact.key]].append(fact)
    told: dict[str, list[Heard]] = defaultdict(list)
    for word in heard:
        told[known[word.key]].append(word)
    seats = _seats(facts)
    newest = _newest_claims(facts)
    ties = _ties(facts)
    groups = [(group, keys) for group, keys in _members(identities).items() if keys]
    listed = [
        _person(_Group(keys, identities.persons.get(group), by_group[group]), seats, newest, ties)
        for group, keys in groups
    ]  # what was heard comes last: whose form of a name a list gives must not hang on which sittings are held
    heard_too = zip(_with_aliases(listed, facts), (told[group] for group, _ in groups), strict=True)
    persons = tuple(sorted((by_ear(person, words) for person, words in heard_too), key=lambda p: p.person_id))
    return BuiltRoll(persons, _keys(persons, identities), identities.conflicts, seats)


class _Group(Struct, frozen=True):
    """One human being: their keys, their person at TheyWorkForYou, and everything that lists tell of them."""

    keys: frozenset[str]
    person: str | None
    facts: list[Fact]


def _members(identities: Identities) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for key, group in identities.group.items():
        if key.startswith(_OWN_KEYS) and key not in identities.redirects:
            groups[group].add(key)
    return {group: frozenset(keys) for group, keys in groups.items()}


def _person(
    group: _Group, seats: Mapping[str, str], newest: Mapping[str, str], ties: Mapping[str, Sequence[Same]]
) -> Person:
    person_id = person_id_of(group.person or best_key(group.keys))
    named = [f for f in group.facts if isinstance(f, Named)]
    name = _shown(named) or person_id
    ids = _ids(group, newest)
    return Person(
        person_id=person_id,
        slug=slug_of(name, person_id),
        ids=ids,
        name=name,
        names=_names(named),
        memberships=merge_spells([f for f in group.facts if isinstance(f, Sat)], seats),
        offices=merge_tenures([f for f in group.facts if isinstance(f, Held)]),
        undated=_undated([f for f in group.facts if isinstance(f, Undated)]),
        id_sources={scheme: told for scheme in ids if (told := _id_source(scheme, ids[scheme], group, ties))},
    )


def by_ear(person: Person, heard: Sequence[Heard]) -> Person:
    """A person whose name no list has, named as sittings print them; somebody in no House, put where they were heard.

    Whoever the lists know is given back unchanged; of several sittings the first by `source` is believed.
    """
    told = sorted((h for h in heard if h.name), key=lambda h: (h.source, h.name or ""))
    if person.name == person.person_id and told and told[0].name:
        name = Name(told[0].name, source=told[0].source)
        slug = slug_of(name.name, person.person_id)
        person = msgspec.structs.replace(person, name=name.name, slug=slug, names=(*person.names, name))
    if heard and not person.memberships:
        first = min(heard, key=lambda h: (h.source, h.house))
        somewhere = Membership(first.house, None, None, None, None, first.source)
        person = msgspec.structs.replace(person, memberships=(somewhere,))
    return person


# --- names ------------------------------------------------------------------------------


def _shown(named: Sequence[Named]) -> str:
    """The name to show: the newest that is vouched for; one of an unknown time only for want of another."""
    order = {"dated": 2, "exact": 2, "latest": 2, "list": 1, "alias": 0}

    def newest(fact: Named) -> tuple[int, str, int, str, str]:
        until = fact.end.isoformat() if fact.end else fact.as_of
        start = fact.start.isoformat() if fact.start else ""
        return (order[fact.weight], max(until, start), fact.weight == "dated", start, fact.name)

    newest_fact = max((f for f in _corrected(named) if f.name), key=newest, default=None)
    return newest_fact.name if newest_fact else ""


def _names(named: Sequence[Named]) -> tuple[Name, ...]:
    """Names over time, each with the whole stretch in which lists have it; undated ones that add nothing left out."""
    spans: dict[str, list[Named]] = defaultdict(list)
    for fact in _corrected(named):
        spans[fact.name].append(fact)
    names = [_name(name, facts) for name, facts in spans.items() if name]
    dated = {fold(n.name) for n in names if n.start}
    kept = [n for n in names if n.start or fold(n.name) not in dated]
    return tuple(sorted(kept, key=lambda n: (n.start or date.max, n.end or date.max, n.name)))


def _name(name: str, facts: Sequence[Named]) -> Name:
    dated = [f for f in facts if f.start and f.weight != "alias"]
    source = "; ".join(sorted({f.source for f in facts}))
    as_of = max((day for f in facts if (day := exact_day(f.as_of))), default=None)
    if not dated:
        return Name(name, source=source, as_of=as_of)
    last = max(dated, key=lambda f: (f.start or date.min, f.as_of, f.end is not None, f.end or date.max))
    ends = [f.end for f in dated if f.start == last.start and f.end]
    return Name(name, min(f.start for f in dated if f.start), max(ends, default=None), source, as_of)


def _corrected(named: Sequence[Named]) -> list[Named]:
    """Dated names with the list of corrections applied: "Earl Sandwich" is the Earl of Sandwich."""
    exact = {f.key: f.name for f in sorted(named, key=lambda f: f.name) if f.weight == "exact"}
    if not exact:
        return list(named)
    rest = [f for f in named if f.weight != "exact"]
    return [
        Named(f.key, exact[f.key], f.source, f.as_of, f.start, f.end) if f.key in exact and f.weight == "dated" else f
        for f in rest
    ] or list(named)


def _with_aliases(persons: Sequence[Person], facts: Sequence[Fact]) -> list[Person]:
    """Persons with the other forms of their names, where exactly one member bears the full form."""
    aliases = sorted({f for f in facts if isinstance(f, Alias)}, key=lambda a: (a.also, a.name, a.source))
    if not aliases:
        return list(persons)
    bearers: dict[str, set[str]] = defaultdict(set)
    members = [p for p in persons if p.memberships]
    for person in members:
        for name in {person.name, *(n.name for n in person.names)}:
            bearers[fold(name)].add(person.person_id)
    more: dict[str, dict[str, Name]] = defaultdict(dict)
    for alias in aliases:
        whose, taken = bearers.get(fold(alias.name), set()), bearers.get(fold(alias.also), set())
        if len(whose) == 1 and not taken:
            more[min(whose)].setdefault(alias.also, Name(alias.also, source=alias.source))
    return [msgspec.structs.replace(p, names=(*p.names, *more[p.person_id].values())) for p in persons]


# --- ids, undated facts, seats ----------------------------------------------------------


def _ids(group: _Group, newest: Mapping[str, str]) -> dict[str, str]:
    ids: dict[str, str] = {}
    if group.person:
        ids["twfy"] = group.person.removeprefix("person/")
    official = [key for key in group.keys if key.startswith("mnis:")]
    if official:
        shortest_first = sorted(official, key=lambda key: (len(key), key))
        ids["mnis"] = max(shortest_first, key=lambda key: newest.get(key, "")).removeprefix("mnis:")
    for fact in sorted(
        (f for f in group.facts if isinstance(f, Identified)), key=lambda f: (f.as_of, f.scheme, f.value)
    ):
        ids[fact.scheme] = fact.value
    if not ids:
        scheme, _, number = person_id_of(best_key(group.keys)).partition(":")
        ids[scheme] = number
    return ids


def _id_source(scheme: str, value: str, group: _Group, ties: Mapping[str, Sequence[Same]]) -> str:
    """The lists that give an id to this person, and the newest day of one."""
    key = {"twfy": f"person/{value}", "mnis": f"mnis:{value}"}.get(scheme)
    found: list[Fact] = [f for f in group.facts if isinstance(f, Identified) and (f.scheme, f.value) == (scheme, value)]
    if key:
        found += [*(f for f in group.facts if isinstance(f, Named | Sat | Held) and f.key == key), *ties.get(key, ())]
    sources = sorted({f.source for f in found if isinstance(f, Same | Identified | Named | Sat | Held)})
    days = sorted({f.as_of for f in found if isinstance(f, Same | Identified | Named | Sat | Held) and f.as_of})
    return "; ".join([*sources, *(f"as of {day}" for day in days[-1:])])


def _ties(facts: Sequence[Fact]) -> dict[str, list[Same]]:
    """For each key, the facts that tie it to another."""
    found: dict[str, list[Same]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, Same):
            found[fact.key].append(fact)
            found[fact.to].append(fact)
    return found


def _newest_claims(facts: Sequence[Fact]) -> dict[str, str]:
    newest: dict[str, str] = {}
    for fact in facts:
        if isinstance(fact, Same) and fact.key.startswith("mnis:"):
            newest[fact.key] = max(newest.get(fact.key, ""), fact.as_of)
    return newest


def _undated(facts: Sequence[Undated]) -> dict[str, LastKnown]:
    ordered = sorted(facts, key=lambda f: (f.as_of, f.source, f.value))
    return {f.about: LastKnown(f.value, f.as_of) for f in ordered if f.as_of}


def _seats(facts: Sequence[Fact]) -> dict[str, str]:
    """Other spellings of seats' names, where only one seat has them."""
    meant: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if isinstance(fact, Seat):
            for name in (fact.name, *fact.also):
                meant[plain_words(name)].add(plain_words(fact.name))
    return {words: min(names) for words, names in meant.items() if len(names) == 1}


# --- keys -------------------------------------------------------------------------------


def _chairs(known: Mapping[str, str]) -> list[Held]:
    """The Chair's posts of those whom a list or a sitting knows, once for each person."""
    chosen = {(known[f.key], f.title, f.start): f for f in reversed(chair_facts()) if f.key in known}
    return list(chosen.values())


def _keys(persons: Sequence[Person], identities: Identities) -> dict[str, str]:
    keys = {person.person_id: person.person_id for person in persons}
    by_group = {
        identities.group[key]: person.person_id for person in persons for key in [_key_of_person(person, identities)]
    }
    for key, group in identities.group.items():
        if key.startswith(_OWN_KEYS) and group in by_group:
            keys[key] = by_group[group]
            if key.startswith("person/"):
                keys[person_id_of(key)] = by_group[group]
    return keys


def _key_of_person(person: Person, identities: Identities) -> str:
    scheme, _, number = person.person_id.partition(":")
    key = {"twfy": f"person/{number}", "mnis": f"mnis:{number}"}.get(scheme, f"{scheme}/{number}")
    return key if key in identities.group else person.person_id
