"""What is known of a bill: names, stages, who is in charge of it, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from ..model import Bill, BillAnswer, BillName
from ..people.on_day import name_on
from ..store.roll import StoredRoll
from .bill_stages import Unit, stages_of, units_of
from .bills import HeldBill, find_bill
from .official_bill import official_bill, with_official, with_official_stages
from .promoters import in_charge
from .provision_uses import counted, uses_held


def bill_answer(connection: Connection, roll: StoredRoll, asked: str) -> BillAnswer:
    """The bill, with its time line. NotHeldError and AmbiguousError as `find_bill`."""
    held = find_bill(connection, asked)
    units = units_of(connection, held)
    bill, stages = bill_of(held, units, roll), stages_of(units, minister_names(units, roll))
    if official := official_bill(connection, held):
        bill, stages = with_official(bill, official, roll), with_official_stages(stages, official)
    return BillAnswer(
        bill=bill,
        stages=stages,
        provisions=counted(uses_held(connection, held, units)),
    )


def bill_of(held: HeldBill, units: Sequence[Unit], roll: StoredRoll) -> Bill:
    """The bill itself."""
    return Bill(
        id=held.id,
        names=_named(held),
        session=held.session,
        house_of_origin=_origin(held),
        promoters=in_charge(units, roll),
    )


def _named(held: HeldBill) -> tuple[BillName, ...]:
    """Its names, each with the day of the first heading that bears it."""
    first: dict[str, BillName] = {}
    for section in held.sections:
        first.setdefault(section.name, BillName(section.name, section.date))
    return tuple(sorted(first.values(), key=lambda name: (str(name.start), name.name)))


def _origin(held: HeldBill) -> str | None:
    """The House it began in: the headings mark a bill that began in the Lords; unmarked in the Commons, it began there.

    The Lords mark their own by "[HL]", but not in every source, so that no mark there tells nothing.
    """
    marked = [title for section in held.sections for title in (section.title, *section.cell.path)]
    folded = [title.casefold().replace(" ", "").replace("h.l.", "hl") for title in marked if "bill" in title.casefold()]
    if any("[lords]" in title or "[hl]" in title or "(hl)" in title for title in folded):
        return "lords"
    return "commons" if any(section.house == "commons" for section in held.sections) else None


def minister_names(units: Sequence[Unit], roll: StoredRoll) -> dict[str, str]:
    """The names of those who speak as ministers, by person, as they were then."""
    ids = {one.row["person_id"] for unit in units for one in unit.said if one.row["role"] == "minister"}
    roll.prefetch(person for person in ids if person)
    people = [roll.person(person) for person in ids if person]
    return {person.person_id: name_on(person, units[0].top.date) for person in people if person}
