"""A bill in the Bills service: which of its bills a bill of the record is, and what it adds.

Names recur, session after session, and a bill may change its name on the way. So a bill of
the service is taken for ours only if it bears one of our names, and a stage of it was taken
on a day and in a House in which the record debates ours; and only if one alone does so.
What it adds is marked as the service's: a sponsor, another name, a stage that is not held.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import structs
from sqlalchemy import Connection

from ..model import Bill, BillName, BillStage, Promoter
from ..reading import BillFacts
from ..store.bill_facts import all_bills
from ..store.roll import StoredRoll
from .bills import HeldBill, bill_key

BASIS = "bills-api"


def official_bill(connection: Connection, held: HeldBill) -> BillFacts | None:
    """The one bill of the service that this is, None where none or several may be."""
    keys = {bill_key(section.name) for section in held.sections}
    days = {(section.house, section.date) for section in held.sections}
    found = [facts for facts in all_bills(connection) if keys & _keys(facts) and days & _days(facts)]
    return found[0] if len(found) == 1 else None


def _keys(facts: BillFacts) -> set[str]:
    return {bill_key(title) for title in (facts.title, facts.former_title) if title}


def _days(facts: BillFacts) -> set[tuple[str | None, date | None]]:
    return {(stage.house, stage.day) for stage in facts.stages if stage.day}


def with_official(bill: Bill, facts: BillFacts, roll: StoredRoll) -> Bill:
    """The bill with the service's number, the names that the record does not bear, and its sponsors."""
    borne = {bill_key(name.name) for name in bill.names}
    others = [title for title in (facts.former_title, facts.title) if title and bill_key(title) not in borne]
    known = {promoter.person_id for promoter in bill.promoters}
    sponsors = [_sponsor(key, name, roll) for key, name in facts.sponsors]
    return structs.replace(
        bill,
        ids={**bill.ids, BASIS: str(facts.bill_id)},
        names=(*(BillName(title, None) for title in others), *bill.names),  # the last is the one it bears
        house_of_origin=bill.house_of_origin or facts.house,
        promoters=(*bill.promoters, *(one for one in sponsors if one.person_id is None or one.person_id not in known)),
    )


def _sponsor(key: str, name: str, roll: StoredRoll) -> Promoter:
    person = roll.person(key)
    basis = f"sponsor ({BASIS})"
    return Promoter(person.person_id, person.name, basis, person.slug) if person else Promoter(None, name, basis)


def with_official_stages(stages: Sequence[BillStage], facts: BillFacts) -> tuple[BillStage, ...]:
    """The stages, and those on days of which nothing is held; what was only implied gives way to a stage with a day.

    A stage on a day that is held (a programme motion after a second reading) is in the debate, and not missing.
    """
    held = {(stage.house, stage.date) for stage in stages if stage.held}
    missing = [
        BillStage(told.stage, told.house, told.day, None, False, BASIS)
        for told in facts.stages
        if told.house and told.day and (told.house, told.day) not in held
    ]
    dated = {(stage.stage, stage.house) for stage in missing}
    kept = [stage for stage in stages if stage.held or (stage.stage, stage.house) not in dated]
    return tuple(sorted([*kept, *missing], key=_order))


def _order(stage: BillStage) -> tuple[bool, date]:
    """By day, those without one first, as they were; the sort keeps the order of equals."""
    return stage.date is not None, stage.date or date.min
