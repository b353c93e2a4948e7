"""Everybody who may be meant by a printed name, a seat or an office on a day.

Ids settle who spoke; this is for names that come without one. A candidate is weighed only by
what lists vouch for on that day: who sat, who held a post, of whom the lists are silent, who
had left. The best weight that anybody has decides, and it decides only if one person has it.
Somebody known from sittings alone is no candidate, or the order of loading would matter.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from enum import IntEnum
from functools import cached_property

from ..model import Membership, Office, Person
from .by_lists import as_listed
from .chairs import chair_on
from .departments import department_kind, department_of
from .names import fold
from .on_day import vouched_days, vouched_for
from .posts import is_opposition, leads_opposition, plain_words, ranks
from .printed import by_office, inherited, is_peer, is_style, style_of

_DISSOLUTION = timedelta(days=60)  # a list made then cannot say who came back
_ONE_HOLDER = frozenset(
    {"prime-minister", "deputy-prime-minister", "lord-chancellor", "chancellor", "lord-president", "lord-privy-seal"}
    | {"leader-of-house", "duchy", "attorney-general", "advocate-general", "lord-advocate", "solicitor-general"}
    | {"chief-secretary", "paymaster-general", "financial-secretary", "economic-secretary", "exchequer-secretary"}
    | {"church-commissioner", "chief-whip", "deputy-leader-of-house"}
)


class Standing(IntEnum):
    """How far lists vouch that somebody sat in a House on a day."""

    NEVER = 0
    """no list has them there, or they sat in the other House that day"""
    LEFT = 1
    """they sat there at another time, and the lists knew that day"""
    PERHAPS = 2
    """the lists do not reach that day"""
    POSTED = 3
    """a list has them in a post that day"""
    SAT = 4
    """a list has them there that day"""


class Directory:
    """An index of everybody whom lists put in Parliament."""

    def __init__(self, persons: Iterable[Person], seats: Mapping[str, str] | None = None) -> None:
        """`seats`: for other spellings of a seat's name, in plain words, the listed one."""
        self._seats = dict(seats or {})
        self._persons = {person.person_id: person for person in map(as_listed, persons) if person}
        self._standing: dict[tuple[str, str, date], Standing] = {}
        self._reached: dict[tuple[str, date], bool] = {}
        self._held: dict[tuple[str, str, date], tuple[Person, ...]] = {}

    def called(self, name: str, house: str, day: date) -> tuple[tuple[Person, ...], Standing]:
        """Those of the best standing who bear this full name, and that standing."""
        found = self._by_name.get(fold(name)) or ()
        weighed = [(self.standing(self._persons[one], house, day), one) for one in found]
        if by_office(name):
            weighed = [(level, one) for level, one in weighed if level is Standing.SAT]
        elif is_peer(name) and inherited(name):
            weighed = [(level, one) for level, one in weighed if level >= Standing.POSTED]
        best = max((level for level, _ in weighed), default=Standing.NEVER)
        if best <= Standing.LEFT:
            return (), best
        people = tuple(self._persons[one] for level, one in sorted(weighed) if level is best)
        if not is_peer(name):  # the days of a commoner's name are those of the seat, which may have been won again
            return people, best
        bore_it = tuple(person for person in people if _bore(person, fold(name), day))
        return (bore_it if bore_it or by_office(name) else people), best

    def surnamed(self, surname: str, house: str, day: date) -> tuple[Person, ...]:
        """Members of the House that day whose name ends so; nobody where no list of its members reaches the day.

        A surname alone may be that of somebody whom the lists do not know yet, whoever else bears it.
        """
        return self.bearing(surname, house, day) if self.reaches(house, day) else ()

    def bearing(self, surname: str, house: str, day: date) -> tuple[Person, ...]:
        """Everybody who may have sat in the House that day and whose name ends so, as far as lists tell."""
        least = Standing.POSTED if self.reaches(house, day) else Standing.PERHAPS
        found = self._by_surname.get(fold(surname)) or ()
        named = (self._persons[one] for one in sorted(found))
        return tuple(person for person in named if self.standing(person, house, day) >= least)

    def reaches(self, house: str, day: date) -> bool:
        """Whether lists tell who sat in a House on a day: of more than they leave open."""
        key = house, day
        if key not in self._reached:
            levels = Counter(_standing(person, house, day) for person in self._dated[house])
            self._reached[key] = levels[Standing.SAT] > levels[Standing.PERHAPS] + levels[Standing.POSTED]
        return self._reached[key]

    def in_seat(self, seat: str, day: date) -> tuple[Person, ...]:
        """Who sat for a constituency that day; where no list reaches the day, those last known there."""
        words = self._seat(seat)
        if held := self.sat_for(seat, day):
            return held
        known = (self._persons[one] for one in sorted(self._by_last_seat.get(words, ())))
        perhaps = {p.person_id: p for p in known if self.standing(p, "commons", day) >= Standing.PERHAPS}
        return tuple(perhaps.values())

    def sat_for(self, seat: str, day: date) -> tuple[Person, ...]:
        """Who sat for a constituency that day, as far as a list vouches for it."""
        held = (
            self._persons[one]
            for one, spell in self._by_seat.get(self._seat(seat), ())
            if vouched_for(spell.start, spell.end, spell.as_of, day)
        )
        return tuple({person.person_id: person for person in held}.values())

    def styled(self, style: str, ranks: Collection[str], day: date) -> tuple[Person, ...]:
        """The peers that day whom a style means; `ranks` are those that its first word may stand for.

        "Lord Quill" is an earl too, and anybody "Quill of" somewhere, if nobody is plain Quill.
        """
        folded = fold(style)
        _, _, title = folded.partition(" ")
        title = title.removeprefix("of ")
        found = {
            one: exact
            for one, rank, exact in self._by_title.get(title, ())
            if rank in ranks and self.standing(self._persons[one], "lords", day) >= Standing.POSTED
        }
        exact = [one for one, whole in found.items() if whole]
        return tuple(self._persons[one] for one in sorted(exact or found))

    @cached_property
    def _dated(self) -> Mapping[str, list[Person]]:
        """Everybody of whom lists tell that they sat in a House, by House."""
        found: dict[str, list[Person]] = defaultdict(list)
        for person in self._persons.values():
            for house in {spell.house for spell in person.memberships}:
                found[house].append(person)
        return found

    def elsewhere(self, person: Person, seat: str, day: date) -> bool:
        """Whether lists speak against somebody's having sat for a constituency that day.

        Where they vouch for the day, another held it; where they do not, they know the seat and never had them in it.
        """
        words = self._seat(seat)
        if held := self.sat_for(seat, day):
            return all(one.person_id != person.person_id for one in held)
        own = {self._seat(spell.constituency) for spell in person.memberships if spell.constituency}
        if "constituency" in person.undated:
            own.add(self._seat(person.undated["constituency"].value))
        return bool(own) and words not in own and self.is_seat(seat)

    def is_seat(self, words: str) -> bool:
        """Whether any list knows a constituency of this name."""
        seat = self._seat(words)
        return seat in self._by_seat or seat in self._by_last_seat

    def _seat(self, words: str) -> str:
        plain = plain_words(words)
        return self._seats.get(plain, plain)

    def holders(self, title: str, house: str, day: date) -> tuple[Person, ...]:
        """Who held an office that day, as far as a list vouches for it; nobody for a title that several hold."""
        key = title, house, day
        if key not in self._held:
            self._held[key] = self._holding(title, house, day)
        return self._held[key]

    def _holding(self, title: str, house: str, day: date) -> tuple[Person, ...]:
        if plain_words(title) == "leader of the opposition":
            return self._leading_the_opposition(house, day)
        asked, department = ranks(title), department_of(title, day)
        if not asked or is_opposition(title) or (department is None and not asked & _ONE_HOLDER):
            return ()
        held = self._in_post(asked, department, house, day)
        if not held and asked <= _ONE_HOLDER:  # the lists put the Lord President wherever their office is
            held = self._in_post(asked, None, house, day)
        return held

    def _leading_the_opposition(self, house: str, day: date) -> tuple[Person, ...]:
        """Who led the Opposition that day: in the Lords their own leader and the Commons' may be meant."""
        found = {
            one: self._persons[one]
            for one, office, own in self._opposition_leaders
            if vouched_for(office.start, office.end, office.as_of, day) and own in ("commons", house)
        }
        return tuple(found.values())

    def _in_post(self, asked: frozenset[str], department: str | None, house: str, day: date) -> tuple[Person, ...]:
        """Whom lists vouch for in a post that day, in a department if one is meant."""
        found = {
            one: self._persons[one]
            for rank in asked
            for first, last, one, office in self._by_rank.get(rank, ())
            if first <= day <= last
            and asked <= ranks(office.title)
            and department in (None, department_of(office.department or "", day), office.department)
            and _of_house(office.title, house, asked)
        }
        return tuple(found.values())

    def presiding(self, title: str, house: str, day: date) -> tuple[Person, ...]:
        """Who may be in the Chair under this title that day."""
        if house == "lords":
            return ()
        words, style = plain_words(title), style_of(title)
        posts = chair_on(day)
        if "deputy" in words and "speaker" in words:
            posts = tuple(p for p in posts if not p.title.startswith("Speaker") and (not style or p.style == style))
        elif words.endswith("speaker"):
            posts = tuple(p for p in posts if p.title.startswith("Speaker"))
        else:
            posts = tuple(p for p in posts if words == plain_words(re.sub(r".*\((.*)\)", r"\1", p.title)))
        people = (self._by_key.get(key) for post in posts for key in post.keys)
        return tuple({p.person_id: p for p in people if p}.values()) if _all_known(posts, self._by_key) else ()

    def standing(self, person: Person, house: str, day: date) -> Standing:
        """How far lists vouch that somebody sat in that House on that day."""
        key = person.person_id, house, day
        if key not in self._standing:
            level = _standing(person, house, day)
            if level is Standing.PERHAPS and house == "commons" and self._succeeded(person, day):
                level = Standing.LEFT
            self._standing[key] = level
        return self._standing[key]

    def _succeeded(self, person: Person, day: date) -> bool:
        """Whether somebody else has sat for their last seat since lists last had them in it."""
        spells = [m for m in person.memberships if m.constituency and m.house == "commons"]
        if not spells or "constituency" in person.undated:
            return False
        last = max(spells, key=lambda m: m.end or m.as_of or date.min)
        known = last.end or last.as_of
        return known is not None and any(
            one != person.person_id and spell.start is not None and known < spell.start <= day
            for one, spell in self._by_seat.get(self._seat(last.constituency or ""), ())
        )

    # --- indexes, each made when it is first asked for

    @cached_property
    def _by_name(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for person in self._persons.values():
            for name in {person.name, *(spelt.name for spelt in person.names)}:
                found[fold(name)].add(person.person_id)
        return found

    @cached_property
    def _by_surname(self) -> Mapping[str, set[str]]:
        """Commoners by every ending of their names."""
        found: dict[str, set[str]] = defaultdict(set)
        for name, ids in self._by_name.items():
            ending = "" if is_style(name) else name.partition(" ")[2]
            while ending:
                found[ending] |= ids
                ending = ending.partition(" ")[2]
        return found

    @cached_property
    def _by_seat(self) -> Mapping[str, list[tuple[str, Membership]]]:
        found: dict[str, list[tuple[str, Membership]]] = defaultdict(list)
        for person in self._persons.values():
            for spell in person.memberships:
                if spell.constituency:
                    found[self._seat(spell.constituency)].append((person.person_id, spell))
        return found

    @cached_property
    def _by_last_seat(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for person in self._persons.values():
            seats = [person.undated["constituency"].value] if "constituency" in person.undated else []
            seats += [m.constituency for m in person.memberships if m.constituency]
            for seat in seats:
                found[self._seat(seat)].add(person.person_id)
        return found

    @cached_property
    def _by_title(self) -> Mapping[str, list[tuple[str, str, bool]]]:
        """Peers by the name of their title: the person, the rank, and whether that is the whole of it."""
        found: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
        for name, ids in self._by_name.items():
            if not is_style(name):
                continue
            rank, _, title = name.partition(" ")
            title = title.removeprefix("of ")
            for one in ids:
                found[title].append((one, rank, True))
                if " of " in title:
                    found[title.partition(" of ")[0]].append((one, rank, False))
        return found

    @cached_property
    def _by_rank(self) -> Mapping[str, list[tuple[date, date, str, Office]]]:
        """Posts by their ranks: the days for which a list vouches, the person, and the post."""
        found: dict[str, list[tuple[date, date, str, Office]]] = defaultdict(list)
        for person in self._persons.values():
            for office in person.offices:
                if _answers(office) and (days := vouched_days(office.start, office.end, office.as_of)):
                    for rank in ranks(office.title):
                        found[rank].append((*days, person.person_id, office))
        return found

    @cached_property
    def _opposition_leaders(self) -> tuple[tuple[str, Office, str], ...]:
        """Leaders of the Opposition: the person, the post, and the House they lead it in."""
        return tuple(
            (person.person_id, office, "lords" if "lords" in plain_words(office.title) else "commons")
            for person in self._persons.values()
            for office in person.offices
            if office.kind == "opposition" and leads_opposition(office.title)
        )

    @cached_property
    def _by_key(self) -> Mapping[str, Person]:
        found = {f"person/{p.ids['twfy']}": p for p in self._persons.values() if "twfy" in p.ids}
        return found | {f"mnis:{p.ids['mnis']}": p for p in self._persons.values() if "mnis" in p.ids}


def _answers(office: Office) -> bool:
    """Whether an office is the government's, or that of a body that answers questions."""
    if office.kind == "parliamentary":
        return office.department is not None and department_kind(office.department) == "answering-body"
    return office.kind == "government"


def _bore(person: Person, folded: str, day: date) -> bool:
    """Whether somebody bore a name that day, or no list says when: sees and titles pass on, to peers who stay."""
    spells = [spelt for spelt in person.names if fold(spelt.name) == folded]
    return not spells or any((one.start or day) <= day <= (one.end or day) for one in spells)


def _all_known(posts: Iterable[object], by_key: Mapping[str, Person]) -> bool:
    return all(any(key in by_key for key in getattr(post, "keys", ())) for post in posts)


def _standing(person: Person, house: str, day: date) -> Standing:
    own = [m for m in person.memberships if m.house == house]
    if any(vouched_for(m.start, m.end, m.as_of, day) for m in own):
        return Standing.SAT
    if any(m.house != house and _reaches(m, day) for m in person.memberships):
        return Standing.NEVER
    somewhere = not person.memberships or bool(own)
    if somewhere and any(vouched_for(o.start, o.end, o.as_of, day) for o in person.offices):
        return Standing.POSTED
    if any(_open(m, day) for m in own) or (somewhere and _undated_in(person, house)):
        return Standing.PERHAPS
    return Standing.LEFT if own else Standing.NEVER


def _reaches(spell: Membership, day: date) -> bool:
    """Whether a spell holds that day, or is not known to have ended before it."""
    return (spell.start is None or spell.start <= day) and (spell.end is None or day <= spell.end)


def _open(spell: Membership, day: date) -> bool:
    """Whether a list ends before the day and leaves open whether somebody still sits."""
    known = spell.as_of
    if known is None or known >= day:
        return False
    return spell.end is None or known - spell.end <= _DISSOLUTION


def _undated_in(person: Person, house: str) -> bool:
    seat = "constituency" in person.undated
    if house == "commons":
        return seat or ("mnis" in person.ids and not person.undated and not is_peer(person.name))
    return not seat and is_peer(person.name)


def _of_house(title: str, house: str, asked: frozenset[str]) -> bool:
    """Whether an office that each House has one of is this House's."""
    if not asked & {"leader-of-house", "deputy-leader-of-house"}:
        return True
    other = "lords" if house == "commons" else "commons"
    return other not in plain_words(title)
