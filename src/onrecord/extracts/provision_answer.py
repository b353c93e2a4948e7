"""Everything ministers said on one provision, in order, through all stages and both Houses.

Numbers change between prints and become sections. A mapping that is given settles them; where
the record prints side-headings, the same side-heading under another number is followed and
marked inferred; otherwise the number asked for is taken as that of the print then before
the House, and the answer says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection

from ..errors import UsageError
from ..model import Numbering, OtherStatement, ProvisionAnswer
from ..people.on_day import name_on
from ..proceedings.citation import citation
from ..proceedings.provision_asked import Asked, asked_provisions
from ..proceedings.provisions import INSTRUMENTS, Provision
from ..store.roll import StoredRoll
from ..store.schema import sections
from .bill_answer import bill_of, minister_names
from .bill_stages import Unit, sitting_number, stages_of, units_of
from .bills import find_bill
from .contributions import Reader
from .debates import debate_query
from .ministerial import dress
from .passages import Around, passages, turns_of
from .promoters import voices_in_charge
from .provision_map import Line, mapped
from .provision_notes import Searched, notes_on, same_act, unspoken
from .provision_uses import Use, counted, headings_of, uses_held

RULE = (
    "every contribution of a minister, or of whoever is in charge of the bill, that names the provision, "
    "answers somebody who names it, or was made while it was before the House"
)


_FIRST_PRINT = frozenset({"First reading", "Second reading", "Programme", "Money resolution", "Ways and means"})


class Sought(NamedTuple):
    """What is searched for at a stage, and on what ground."""

    provisions: tuple[Provision, ...]
    basis: str
    heading: str | None = None
    elsewhere: bool = False  # no provision of the bill: another Act's or an instrument's
    act: str | None = None


def provision_answer(
    connection: Connection, roll: StoredRoll, asked: str, wanted: str, lines: Sequence[Line] | None = None
) -> ProvisionAnswer:
    """Ministers' words on a provision. NotHeldError where nobody speaks of it, with those spoken of."""
    held = find_bill(connection, asked)
    sought = wanted_provision(wanted, held.name)
    units = units_of(connection, held)
    numbers = numbers_at(units, sought, lines)
    uses = uses_held(connection, held, units)
    charge = voices_in_charge(units)
    found = [use for use in uses if use.spoken and is_on(use, numbers)]
    if not found:
        raise unspoken(sought, uses, held.name)
    focus = [use for use in found if use.ministers or use.said.row["voice"] in charge]
    looked_at = {use.said.row["id"] for use in focus}
    others = [u for u in found if u.said.row["id"] not in looked_at and _names(u, numbers[id(u.unit)])]
    excerpts = _passages(connection, roll, focus, charge)
    return ProvisionAnswer(
        bill=bill_of(held, units, roll),
        provision=sought.label,
        focus_rule=RULE,
        query={"bill": asked, "provision": wanted, "map": lines is not None},
        stages=stages_of(units, minister_names(units, roll)),
        numbering=tuple(_numbering(unit, numbers[id(unit)], focus, others) for unit in units),
        provisions=tuple(count for count in counted(uses) if count.provision in map(_top, sought.provisions)),
        total=len(excerpts),
        excerpts=excerpts,
        others=tuple(other_statement(use, roll) for use in others),
        notes=notes_on(sought, _searched(units, numbers, lines), held.name),
    )


def wanted_provision(wanted: str, bill: str = "") -> Asked:
    """What is asked for. UsageError for what is no provision."""
    sought = asked_provisions(wanted)
    if sought is None:
        raise UsageError(
            f"{wanted!r} is no provision",
            remedy='write it as "clause 5(2)", "clauses 5 to 7", "sch 2 para 4", "Part 3", "NC15" or "amendment 4"',
        )
    own = sought.act is not None and _named_act(sought.act, bill)
    return sought._replace(act=None) if own else sought


def _named_act(act: str, bill: str) -> bool:
    """Whether an Act bears the bill's name: a section of it was a clause of the bill."""
    return bool(bill) and _plain(re.sub(r" Act\b.*", "", act)) == _plain(bill.removesuffix(" Bill"))


def numbers_at(units: Sequence[Unit], asked: Asked, lines: Sequence[Line] | None) -> dict[int, Sought]:
    """Under which numbers what is asked for is searched at each stage (by the unit's identity)."""
    if asked.elsewhere and lines is None:
        return {id(u): Sought(asked.provisions, "asked", None, True, asked.act) for u in units}
    told = [_numbers_of(units, one, lines) for one in asked.provisions]
    return {id(u): _together([each[id(u)] for each in told]) for u in units}


def _together(found: Sequence[Sought]) -> Sought:
    """Several provisions at a stage: searched on whichever ground is the furthest from the number as asked."""
    bases = {one.basis for one in found}
    basis = next(one for one in ("map", "inferred", "asked") if one in bases)
    headings = tuple(one.heading for one in found if one.heading)
    every = tuple(dict.fromkeys(provision for one in found for provision in one.provisions))
    return Sought(every, basis, "; ".join(headings) or None)


def _numbers_of(units: Sequence[Unit], asked: Provision, lines: Sequence[Line] | None) -> dict[int, Sought]:
    if lines is not None:
        told = {id(u): mapped(lines, asked, u.top.house, u.stage) for u in units}
        if not any(told.values()):
            raise UsageError(
                f"the mapping says nothing of {asked.label} at a stage that is held",
                remedy=f"it has lines for {_lines(lines)}; held are {_held(units)}",
            )
        return {id(u): Sought(told[id(u)] or (asked,), "map" if told[id(u)] else "asked") for u in units}
    headings = {id(u): headings_of(u) for u in units}
    titles = {_plain(title) for told in headings.values() for one, title in told.items() if _same(one, asked)}
    found = {id(u): _inferred(asked, headings[id(u)], titles) for u in units}
    return {id(u): _of_the_print(u, found, units) for u in units}


def _lines(lines: Sequence[Line]) -> str:
    told = (
        f"{line.provision.label} at {line.stage or 'every stage'}" + (f" in the {line.house}" if line.house else "")
        for line in lines
    )
    return ", ".join(dict.fromkeys(told))


def _held(units: Sequence[Unit]) -> str:
    return ", ".join(dict.fromkeys(f"{unit.stage or 'stage not told'} in the {unit.top.house}" for unit in units))


def _inferred(asked: Provision, headings: Mapping[Provision, str], titles: set[str]) -> Sought:
    """The provision at a stage: as asked, or what stands there under the one side-heading known for it."""
    own = next((title for one, title in headings.items() if _same(one, asked)), None)
    same = [one for one, title in headings.items() if _plain(title) in titles and not _same(one, asked)]
    if len(titles) != 1 or own is not None or len(same) != 1:
        return Sought((asked,), "asked", own)
    return Sought((Provision(same[0].kind, same[0].number, asked.within),), "inferred", headings[same[0]])


def _of_the_print(unit: Unit, found: Mapping[int, Sought], units: Sequence[Unit]) -> Sought:
    """A House reads a bill a second time in the print that its Committee goes through: what is told there holds."""
    own = found[id(unit)]
    if own.heading is not None or unit.stage not in _FIRST_PRINT:
        return own
    committee = (u for u in units if u.top.house == unit.top.house and u.stage == "Committee")
    told = next((found[id(u)] for u in committee if found[id(u)].heading is not None), own)
    return Sought(told.provisions, told.basis, told.heading) if told.basis == "inferred" else own


def _top(one: Provision) -> str:
    return Provision(one.kind, one.number).label


def _same(one: Provision, other: Provision) -> bool:
    return (one.kind, one.number) == (other.kind, other.number)


def _plain(title: str) -> str:
    return re.sub(r"\W+", " ", title.casefold()).strip()


def is_on(use: Use, numbers: Mapping[int, Sought]) -> bool:
    """Whether a contribution names the provision, answers one that does, or was made while it was before the House."""
    sought = numbers[id(use.unit)]
    before = [one for wanted in sought.provisions for one in use.before if _same(wanted, one) and not wanted.within]
    return bool(before) or concerns(use.asked, sought) or _names(use, sought)


def concerns(told: Sequence[Provision], sought: Sought) -> bool:
    """Whether any of these provisions of the bill is the one sought, or part of what is sought."""
    if sought.elsewhere and sought.act:
        return False
    return any(wanted.covers(one) for wanted in sought.provisions for one in told)


def _names(use: Use, sought: Sought) -> bool:
    if sought.elsewhere:
        theirs = [one for one, act in use.foreign if _may_be(sought.act, one, act)]
        return any(wanted.covers(one) for wanted in sought.provisions for one in theirs)
    return concerns((*use.named, *use.pointed), sought)


def _may_be(asked: str | None, one: Provision, act: str | None) -> bool:
    """Whether what is named may be of the Act or instrument asked for: an article of which none is named may be."""
    return asked is None or (same_act(asked, act) if act else one.kind in INSTRUMENTS)


def _passages(connection: Connection, roll: StoredRoll, focus: Sequence[Use], charge: frozenset[str]) -> Any:
    debates = list(dict.fromkeys(use.said.row["debate_id"] for use in focus))
    query = debate_query.where(sections.c.id.in_(debates))
    rows = {row["id"]: row for row in connection.execute(query).mappings()}
    told = turns_of(connection, debates)
    ids: dict[str, frozenset[str]] = {
        debate: frozenset(use.said.row["id"] for use in focus if use.said.row["debate_id"] == debate)
        for debate in debates
    }
    shown = [rows[debate] for debate in debates]
    return passages(Reader(connection, roll), shown, told, ids, Around(), dress(told, charge))


def _numbering(unit: Unit, sought: Sought, focus: Sequence[Use], others: Sequence[Use]) -> Numbering:
    return Numbering(
        stage=unit.stage,
        house=unit.top.house,
        date=unit.top.date,
        debate=unit.top.id,
        provisions=tuple(one.label for one in sought.provisions),
        basis=sought.basis,
        heading=sought.heading,
        focus=sum(use.unit is unit for use in focus),
        others=sum(use.unit is unit for use in others),
        chamber=unit.top.chamber,
        sitting_number=sitting_number(unit),
    )


def other_statement(use: Use, roll: StoredRoll) -> OtherStatement:
    """A statement as it is listed: whose, where and when."""
    person = roll.person(use.said.row["person_id"]) if use.said.row["person_id"] else None
    top, cell = use.unit.top, use.said.cell
    return OtherStatement(
        id=use.said.row["id"],
        name=name_on(person, top.date) if person else cell.name or cell.attribution or "",
        date=top.date,
        house=top.house,
        permalink=f"{top.permalink.split('#')[0]}#c-{use.said.row['id']}",
        column=cell.column,
        citation=citation(top, cell.column, cell.column_end, bill=top.name),
        stage=use.unit.stage,
        official=cell.url or top.cell.url,
    )


def _searched(units: Sequence[Unit], numbers: Mapping[int, Sought], lines: object) -> Searched:
    found = [numbers[id(unit)] for unit in units]
    titles = {_plain(one.heading): one.heading for one in found if one.basis == "asked" and one.heading}
    return Searched(frozenset(one.basis for one in found), frozenset(titles.values()), lines is not None)
