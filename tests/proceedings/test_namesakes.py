"""Two of one name on one day, and whole days with other members in them: nobody's words are given to a namesake.

The real days are those of the lists' own time, with each speaker's place taken by another Member of that day (those
who share a surname first), and name lines as the Official Report prints them: in full at the first mention in a debate,
short after it. Who was put where is known, so every decision can be checked.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from msgspec import structs

from onrecord.formats.detect import read
from onrecord.model import Membership, Name, Person
from onrecord.people.build import build
from onrecord.people.chairs import presides
from onrecord.people.detect import read_people
from onrecord.people.directory import Directory
from onrecord.people.on_day import vouched_for
from onrecord.people.printed import is_peer
from onrecord.people.roll import MemoryRoll
from onrecord.proceedings.naming import decide
from onrecord.proceedings.turns import debates_of
from onrecord.reading import Mark, ReadContribution, ReadSitting
from tests.people.test_directory import DAY, ids, member, office


def told(house: Any, *lines: str, text: str = "Yes.") -> list[str | None]:
    def sitting(number: int, seat: str) -> Person:
        spell = Membership("commons", seat, None, date(2005, 5, 5), None, "a list", date(2009, 12, 31))
        names = (Name("Ada Quill", source="a list"),)
        return Person(f"twfy:{number}", f"p-{number}", {"twfy": str(number)}, "Ada Quill", names, (spell,))

    roll = MemoryRoll([sitting(1, "Fen"), sitting(2, "Wick")], {})
    day = house.sitting([structs.replace(house.say(line, text), source_id=f"i{n}") for n, line in enumerate(lines)])
    return [decision.person_id for decision in decide(day, roll, debates_of(day.sections), {})]


def test_the_bare_name_is_whoever_was_named_with_a_seat_until_the_other_was_too(house: Any) -> None:
    assert told(house, "Ada Quill (Fen)", "Ada Quill", "Ada Quill (Wick)", "Ada Quill") == [
        "twfy:1",
        "twfy:1",
        "twfy:2",
        None,
    ]


def test_once_neither_is_meant_a_third_full_form_does_not_make_it_certain(house: Any) -> None:
    assert told(house, "Ada Quill (Fen)", "Ada Quill (Wick)", "Ada Quill (Fen)", "Mrs. Quill")[3] is None


def test_the_seat_that_others_name_tells_nothing_once_one_of_the_two_has_spoken(house: Any) -> None:
    named = "I agree with the hon. Member for Wick (Ada Quill)."
    assert told(house, "Ada Quill", text=named) == ["twfy:2"]
    assert told(house, "Ada Quill (Fen)", "Ada Quill (Wick)", "Ada Quill", text=named)[2] is None


def test_a_department_named_after_a_post_gives_nobody_that_post() -> None:
    deputy = "Office of the Deputy Prime Minister"
    directory = Directory(
        [
            member(1, "Ada Quill", offices=(office(f"Parliamentary Under-Secretary, {deputy}", deputy, "2009-01-01"),)),
            member(2, "Hal Rook", offices=(office(f"Parliamentary Under-Secretary ({deputy})", deputy, "2009-01-01"),)),
            member(3, "Mo Marsh", offices=(office("Deputy Prime Minister", deputy, "2009-01-01"),)),
        ]
    )
    assert ids(directory.holders("The Deputy Prime Minister", "commons", DAY)) == ["twfy:3"]
    under = directory.holders(f"The Parliamentary Under-Secretary of State, {deputy}", "commons", DAY)
    assert len(under) != 1  # two held it


def test_an_office_of_one_is_found_wherever_a_list_files_it() -> None:
    filed = office("Lord President of the Council", "Office of the Leader of the House of Lords", "2009-01-01")
    directory = Directory([member(1, "Ada Quill", offices=(filed,))])
    assert ids(directory.holders("The Lord President of the Council", "lords", DAY)) == ["twfy:1"]


# --- days with other members in them ----------------------------------------------------


class Standin(NamedTuple):
    """Somebody put in a speaker's place."""

    person: Person
    name: str
    seat: str | None

    @property
    def surname(self) -> str:
        return self.name.split()[-1]


@pytest.mark.parametrize("shared", [False, True], ids=["anybody", "those who share a surname"])
def test_whoever_is_put_in_a_speakers_place_is_found_or_open_and_nobody_else(real_data: Path, shared: bool) -> None:
    roll = _roll(real_data / "people")
    counted: Counter[str] = Counter()
    for sitting in _days(real_data / "twfy"):
        changed, truth = _with_others(
            sitting, roll, random.Random(f"{sitting.chamber} {sitting.date} 7"), shared=shared
        )
        decided = {d.place: d.person_id for d in decide(changed, roll, debates_of(changed.sections), {})}
        counted.update(_outcome(decided.get(place), person) for place, person in truth.items())
    assert counted["wrong"] == 0
    assert counted["right"] > 1000
    assert counted["open"] <= counted["right"] / 100


def _outcome(told: str | None, person: str) -> str:
    if told is None:
        return "open"
    return "right" if told == person else "wrong"


def _roll(folder: Path) -> MemoryRoll:
    built = build([read_people(p.read_bytes(), str(p)) for p in sorted(folder.rglob("*")) if p.is_file()])
    return MemoryRoll(built.persons, built.keys, built.seats)


def _days(folder: Path) -> Iterator[ReadSitting]:
    for name in ("debates", "westminhall", "lordspages", "standing"):
        for path in sorted((folder / name).glob("*2009*.xml")):
            yield from (one for one in read(path.read_bytes(), str(path)).sittings if not one.residue)


def _with_others(
    sitting: ReadSitting, roll: MemoryRoll, chance: random.Random, *, shared: bool
) -> tuple[ReadSitting, dict[int, str]]:
    """The sitting with each speaker's place taken, and who was put at which place."""
    others = iter(_order(list(_sat(sitting, roll)), chance, shared=shared))
    debates = debates_of(sitting.sections)
    taken: dict[str, Standin] = {}
    in_debate: dict[int, set[str]] = defaultdict(set)
    items, truth, named = list(sitting.items), {}, set()
    spoken = [(n, i, i.mark.key) for n, i in enumerate(items) if isinstance(i, ReadContribution) and i.mark.key]
    own = [(n, i, key) for n, i, key in spoken if not presides(i.mark.name or "")]
    for _, item, key in own:
        if key not in taken and (other := next(others, None)):
            taken[key] = other
        if key in taken:
            in_debate[debates[item.section]].add(key)
    for place, item, key in spoken:
        line, printed = item.mark.name, item.attribution
        if (place, item, key) in own and key in taken:
            who, debate = taken[key], debates[item.section]
            full = (debate, key) not in named
            alike = any(taken[k].surname == who.surname for k in in_debate[debate] if k != key)
            line = _line(who, full=full, alike=alike, style=chance.choice(("Mr. ", "Mrs. ", "Dr. ", "Sir ")))
            printed = line
            named.add((debate, key))
            truth[place] = who.person.person_id
        post = item.mark.office if line == item.mark.name else None
        items[place] = structs.replace(item, mark=Mark(None, line, post), attribution=printed)
    return structs.replace(sitting, items=tuple(items)), truth


def _line(who: Standin, *, full: bool, alike: bool, style: str) -> str:
    """As the Official Report prints it: short after the first mention, but in full where two share a surname."""
    if who.seat is None:
        return who.name
    if full:
        return f"{style}{who.name} ({who.seat})"
    return who.name if alike else f"{style}{who.surname}"


def _order(others: list[Standin], chance: random.Random, *, shared: bool) -> list[Standin]:
    chance.shuffle(others)
    alike = Counter(one.surname for one in others)
    return sorted(others, key=lambda one: alike[one.surname] == 1) if shared else others


def _sat(sitting: ReadSitting, roll: MemoryRoll) -> Iterator[Standin]:
    day = sitting.date
    for person in roll.everybody():
        here = (m for m in person.memberships if m.house == sitting.house)
        spell = next((m for m in here if vouched_for(m.start, m.end, m.as_of, day)), None)
        borne = (n for n in person.names if (n.start or day) <= day <= (n.end or day) and "(" not in n.name)
        names = [n.name for n in borne if is_peer(n.name) == (sitting.house == "lords")]
        if spell and names:
            yield Standin(person, names[0], spell.constituency)


def test_a_see_is_of_whoever_held_it_that_day_and_not_of_who_went_on_as_a_peer() -> None:
    def bishop(number: int, *names: Name) -> Person:
        spell = Membership("lords", None, "Bishops", date(1990, 1, 1), None, "a list", date(2009, 12, 31))
        return Person(f"twfy:{number}", f"p-{number}", {"twfy": str(number)}, names[-1].name, names, (spell,))

    see = "Archbishop of Wick"
    old = bishop(1, Name(see, date(1990, 1, 1), date(2005, 2, 28), "a list"), Name("Lord Rook", source="a list"))
    new = bishop(2, Name(see, date(2005, 2, 28), None, "a list"))
    directory = Directory([old, new])
    assert ids(directory.called(f"The Lord {see}", "lords", DAY)[0]) == ["twfy:2"]
    assert ids(directory.called(see, "lords", date(2001, 5, 1))[0]) == ["twfy:1"]
    assert ids(directory.called("Lord Rook", "lords", DAY)[0]) == ["twfy:1"]
    assert ids(Directory([old]).called(see, "lords", DAY)[0]) == []
