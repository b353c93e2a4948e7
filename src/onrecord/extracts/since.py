"""What has become of those who speak in a debate, as far as lists tell."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from ..model import Contribution, Since, SittingRef, Speaker
from ..people.since import since
from ..store.remembered import remembered
from ..store.roll import StoredRoll


def since_then(
    connection: Connection, roll: StoredRoll, sitting: SittingRef, items: Iterable[object]
) -> tuple[Since, ...]:
    """Everybody who speaks here and of whom something else is known later, in the order in which they first speak."""
    known: dict[tuple[str, date, str], Since | None] = remembered(connection, "since")
    spoken = (item.speaker for item in items if isinstance(item, Contribution))
    speakers = {speaker.person_id: speaker for speaker in spoken if isinstance(speaker, Speaker)}
    told = []
    for identity, speaker in speakers.items():
        key = identity, sitting.date, sitting.house
        if key not in known:
            person = roll.person(identity)
            known[key] = since(person, speaker, sitting.date, sitting.house) if person else None
        told.append(known[key])
    return tuple(one for one in told if one)
