"""Decisions about names without ids: their rows, and when they must be taken anew.

A decision hangs on the roll: on everybody of that surname, or on who held office. When lists
change somebody, the sittings whose decisions hang on their names are written again, so that
the record is what it would be had the lists been there first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from ..model import Person
from ..people.names import fold
from ..proceedings.mentions import Found
from ..proceedings.naming import OFFICE_HANDLE, Decision, Ruling
from .asking import asked, lots
from .schema import conflicts, decisions, mentions, rulings, sittings


def decision_rows(sitting_id: str, decided: Sequence[Decision], ids: Mapping[int, str]) -> list[dict[str, Any]]:
    """The rows of a sitting's decisions; `ids` gives each item that is a contribution its id."""
    return [
        {
            "sitting_id": sitting_id,
            "place": one.place,
            "contribution_id": ids[one.place],
            "printed": one.printed,
            "person_id": one.person_id,
            "basis": one.basis,
            "reason": one.reason,
            "candidates": msgspec.json.encode(one.candidates).decode(),
            "handle": one.handle,
        }
        for one in decided
    ]


def mention_rows(sitting_id: str, contribution_id: str, found: Sequence[Found]) -> list[dict[str, Any]]:
    """The rows of the persons named in a contribution."""
    return [
        {
            "contribution_id": contribution_id,
            "paragraph": one.mention.paragraph,
            "start": one.mention.start,
            "end": one.mention.end,
            "sitting_id": sitting_id,
            "person_id": one.mention.person_id,
            "handle": one.handle,
        }
        for one in found
    ]


def rulings_on(connection: Connection, source_ids: Iterable[str]) -> dict[str, Ruling]:
    """What people decided about these contributions, by the source's id."""
    if not asked(connection, "SELECT 1 FROM rulings LIMIT 1"):
        return {}
    rows = connection.execute(select(rulings)).mappings()
    wanted = set(source_ids)
    return {r["alias"]: Ruling(r["person_id"], r["by"], r["grounds"]) for r in rows if r["alias"] in wanted}


def mark_undecided(connection: Connection, changed: Iterable[Person], words: Iterable[str] = ()) -> None:
    """Mark the sittings whose decisions or mentions hang on these persons: on their names, seats or offices.

    `words`: other handles that are read otherwise now.
    """
    handles = sorted({handle for person in changed for handle in handles_of(person)} | set(words))
    for table in (decisions, mentions):
        if connection.execute(select(table.c.handle).limit(1)).first() is None:
            continue
        for lot in lots(handles):
            hanging = select(table.c.sitting_id).where(table.c.handle.in_(lot))
            connection.execute(update(sittings).where(sittings.c.id.in_(hanging)).values(stale=True))


def handles_of(person: Person) -> set[str]:
    """What decisions may hang on in a person: the words of their names, and that they hold offices."""
    seats = {m.constituency for m in person.memberships if m.constituency}
    seats |= {person.undated["constituency"].value} if "constituency" in person.undated else set()
    called = (person.name, *(name.name for name in person.names), *seats)
    words = {word for name in called for word in fold(name).split()}
    return words | (
        {OFFICE_HANDLE} if any(o.kind in ("government", "parliamentary") for o in person.offices) else set()
    )


def keep_conflicts(connection: Connection, found: Sequence[str]) -> None:
    """Put what lists disagree about in place of what was known of it."""
    connection.execute(delete(conflicts))
    if found:
        connection.execute(insert(conflicts), [{"conflict": one} for one in sorted(set(found))])
