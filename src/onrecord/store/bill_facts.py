"""Keeping what files of the Bills service say of bills: one row a file, the latest edition counts."""

from __future__ import annotations

import msgspec
from msgspec import structs
from sqlalchemy import Connection, insert, select

from ..reading import BillFacts, Reading
from .schema import bill_facts


def note_bills(connection: Connection, sha256: str, reading: Reading) -> None:
    """Note what a file says of bills."""
    rows = [
        {
            "bill_id": facts.bill_id,
            "part": facts.part,
            "sha256": sha256,
            "edition": facts.edition,
            "title": facts.title,
            "former_title": facts.former_title,
            "data": msgspec.json.encode(facts),
        }
        for facts in reading.bills
    ]
    if rows:
        connection.execute(insert(bill_facts), rows)


def all_bills(connection: Connection) -> list[BillFacts]:
    """Every bill that the service's answers tell of, with its stages where they are held too; the latest of each."""
    query = select(bill_facts).order_by(bill_facts.c.edition, bill_facts.c.sha256)
    latest = {(row.bill_id, row.part): row.data for row in connection.execute(query)}
    told = {key: msgspec.json.decode(data, type=BillFacts) for key, data in latest.items()}
    bills = [facts for (_, part), facts in sorted(told.items()) if part == "bill"]
    stages = {number: facts.stages for (number, part), facts in told.items() if part == "stages"}
    return [structs.replace(facts, stages=stages.get(facts.bill_id, ())) for facts in bills]
