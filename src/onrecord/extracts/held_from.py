"""From which files what a page shows was read, and since when they are held: one statement, however many sittings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from ..model import HeldFrom, Membership, Name, Office, PersonOnDay
from ..store.asking import asked

Place = tuple[str, str, date]  # House, chamber and day of a sitting
_MOST = 200  # sittings on a page, beyond which the newest tell
_SITTINGS = """
SELECT s.id, d.format, d.first_seen, d.last_checked
FROM sittings s JOIN editions e ON e.sitting_id = s.id JOIN documents d ON d.sha256 = e.sha256
WHERE (s.date, s.chamber, s.house) IN (VALUES {})
"""
_LISTS = "SELECT path, format, first_seen, last_checked FROM lists"


def held_from(connection: Connection, places: Iterable[Place]) -> HeldFrom | None:
    """Of these sittings; None where no file is known."""
    wanted = sorted(set(places), key=lambda place: place[2], reverse=True)[:_MOST]
    if not wanted:
        return None
    values = [value for house, chamber, day in wanted for value in (day.isoformat(), chamber, house)]
    return _told(asked(connection, _SITTINGS.format(",".join(["(?,?,?)"] * len(wanted))), values))


def known_from(connection: Connection, person: PersonOnDay) -> HeldFrom | None:
    """Of the lists that tell of a person; None where none does."""
    facts: tuple[Name | Membership | Office, ...] = (*person.names, *person.memberships, *person.offices)
    named = {one for fact in facts for one in fact.source.split("; ")}
    rows = asked(connection, _LISTS)
    return _told([row for row in rows if f"{row[1]} {row[0].replace(chr(92), '/').rpartition('/')[2]}" in named])


def _told(rows: Sequence[tuple[Any, ...]]) -> HeldFrom | None:
    if not rows:
        return None
    things, formats, seen, checked = (_column(rows, number) for number in range(4))
    return HeldFrom(len(set(things)), tuple(sorted(set(formats))), min(seen), max(seen), max(checked))


def _column(rows: Sequence[tuple[Any, ...]], number: int) -> Collection[str]:
    return [row[number] for row in rows]
