"""Who is in charge of a bill, and how that is known.

Whoever moves a reading of the bill, or presents it, is; so is, at a stage of a government bill
of which no mover is held, the minister who speaks for the government. A mover of an amendment
is not, nor are ministers who speak beside the mover; a minister who only answers on a private
Member's bill is a minister there, not its promoter: the grounds are given with each name, and
the first is the strongest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ..model import Person, Promoter
from ..people.on_day import membership_on, name_on
from ..proceedings.bill_words import moves_reading, presenter
from ..store.roll import StoredRoll
from .bill_stages import Said, Unit
from .bills import BillSection


class InCharge(NamedTuple):
    """A person, or a name that is not resolved, with the ground."""

    voice: str
    person_id: str | None
    name: str
    basis: str
    day: date


def in_charge(units: Sequence[Unit], roll: StoredRoll) -> tuple[Promoter, ...]:
    """Everybody in charge of the bill at some stage, the strongest ground first."""
    found = [*_movers(units), *_presenters(units, roll)]
    if not any(one.basis.startswith("presents") for one in found) or _of_government(units, found):
        found += _ministers(units)
    told: dict[str, InCharge] = {}
    for one in found:
        told.setdefault(one.voice, one)
    return tuple(_promoter(one, roll) for one in told.values())


def voices_in_charge(units: Sequence[Unit]) -> frozenset[str]:
    """The voices that move a reading of the bill, whether or not they are ministers."""
    return frozenset(one.voice for one in _movers(units))


def _movers(units: Sequence[Unit]) -> list[InCharge]:
    return [one for unit in units for one in _moving(unit)]


def _moving(unit: Unit) -> Iterator[InCharge]:
    for one in unit.said:
        voice = one.row["voice"]
        which = moves_reading(one.head) if voice and one.row["kind"] in ("motion", "speech") else None
        if which:
            what = "passing" if which == "passing" else f"{which.lower()} reading"
            yield _in_charge(one, f"moves {what}", unit)


def _presenters(units: Sequence[Unit], roll: StoredRoll) -> list[InCharge]:
    found = []
    for unit in units:
        for one in unit.said:
            for paragraph in one.cell.paragraphs:
                if one.row["kind"] == "procedural" and (name := presenter(paragraph.text)):
                    person = _only(roll, name, unit.top)
                    voice = person.person_id if person else f"name:{name}"
                    identity = person.person_id if person else None
                    found.append(InCharge(voice, identity, name, "presents the bill", unit.top.date))
    return found


def _only(roll: StoredRoll, name: str, at: BillSection) -> Person | None:
    """The one member of that name who sat in the House that day, else None."""
    sitting = [p for p in roll.named(re.sub(r"^(?:Mr )?Secretary ", "", name)) if membership_on(p, at.date, at.house)]
    return sitting[0] if len(sitting) == 1 else None


def _ministers(units: Sequence[Unit]) -> list[InCharge]:
    """The ministers at each stage, but where the mover of that stage is held: beside a mover others only speak."""
    moved = {(unit.top.house, unit.stage) for unit in units if any(_moving(unit))}
    return [
        _in_charge(one, f"minister at {unit.stage or 'a stage'}", unit)
        for unit in units
        for one in unit.said
        if (unit.top.house, unit.stage) not in moved
        and one.row["role"] == "minister"
        and one.row["voice"]
        and one.row["kind"] in ("motion", "speech", "answer")
    ]


def _of_government(units: Sequence[Unit], found: Sequence[InCharge]) -> bool:
    """Whether a minister moves a reading, or moves the government's motions at a stage where no reading is held."""
    movers = {one.voice for one in found if one.basis.startswith("moves")}
    moved = [
        one
        for unit in units
        for one in unit.said
        if one.row["role"] == "minister" and (one.row["kind"] == "motion" or one.row["voice"] in movers)
    ]
    return bool(moved) and (not movers or any(one.row["voice"] in movers for one in moved))


def _in_charge(one: Said, basis: str, unit: Unit) -> InCharge:
    name = one.cell.name or one.cell.attribution or ""
    return InCharge(one.row["voice"], one.row["person_id"], name, basis, unit.top.date)


def _promoter(one: InCharge, roll: StoredRoll) -> Promoter:
    person = roll.person(one.person_id) if one.person_id else None
    name = name_on(person, one.day) if person else one.name
    return Promoter(one.person_id, name, one.basis, person.slug if person else "")
