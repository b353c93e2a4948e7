"""One sitting as the index takes it: a document for each contribution, read from the record's own rows.

A document is JSON, which the index takes in one call. What sitting, section and speaker lend to it
is put together once for each of them, and of a contribution's cell only what is asked for is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import Struct

from ..extracts.sessions import session_on
from ..normal import normalise, parted
from ..people.offices import also_called
from ..people.on_day import as_printed, speaker_on
from ..store.asking import Asked, asked
from ..store.persons import StoredPersons
from .fields import key_of
from .order import order_of

REPRINTED = "quoted-error"
"""Paragraphs that a correction reprints as wrong: they are found where they were said."""

_HELD = "SELECT house, chamber, date, session FROM sittings WHERE state = 'held' AND id = ?"
_SPOKEN = (
    "SELECT id, section_id, ordinal, kind, person_id, words, data FROM contributions"
    " WHERE sitting_id = ? ORDER BY ordinal"
)
_SECTIONS = "SELECT id, debate_id, bill, data FROM sections WHERE sitting_id = ?"
_INVOLVED = "SELECT debate_id, department FROM debate_departments WHERE sitting_id = ?"

_Fields = dict[str, Any]  # values of a document by the names of `fields`


class _Paragraph(Struct):
    kind: str
    text: str


class _Contribution(Struct):
    """What the index asks of a contribution's cell."""

    paragraphs: tuple[_Paragraph, ...]
    attribution: str | None = None
    name: str | None = None
    party: str | None = None
    office: str | None = None

    def words(self) -> str:
        """Its own words, normalised."""
        return parted("\n".join([each.text for each in self.paragraphs if each.kind != REPRINTED]))


class _Section(Struct):
    """What the index asks of a section's cell."""

    path: tuple[str, ...]


_encoded = msgspec.json.Encoder().encode
_contribution = msgspec.json.Decoder(_Contribution).decode
_section = msgspec.json.Decoder(_Section).decode
_plain = lru_cache(maxsize=65536)(normalise)  # names and titles come again and again


class SittingDocuments:
    """Makes the documents of sittings over one connection, remembering who is who."""

    def __init__(self, connection: Asked) -> None:
        self._connection = connection
        self._persons = StoredPersons(connection)

    def of(self, sitting_id: str, sequence: int) -> Iterator[str]:
        """The documents of one sitting; none where it is not held, or not shown."""
        for house, chamber, day, session in asked(self._connection, _HELD, (sitting_id,)):
            on = date.fromisoformat(day)
            speakers = _Speakers(self._persons, house, on)
            lent = {"house": house, "chamber": chamber, "day": on.toordinal(), "year": on.year}
            lent |= {"session": session or session_on(on), "sitting": sitting_id, "sequence": sequence}
            places = self._places(sitting_id, lent)
            begins = order_of(on, house, chamber, 0)
            rows = asked(self._connection, _SPOKEN, (sitting_id,))
            self._persons.prefetch(person for _, _, _, _, person, _, _ in rows if person)
            for identity, section, ordinal, kind, person, words, data in rows:
                said = _contribution(data)
                document = {
                    **places[section],
                    **speakers.of(person, said),
                    "text": said.words(),
                    "kind": kind,
                    "words": words,
                    "key": key_of(identity),
                    "order": begins + ordinal,
                }
                yield _encoded(document).decode()

    def _places(self, sitting_id: str, sitting: _Fields) -> dict[str, _Fields]:
        """What each section lends to the contributions that stand in it, the sitting's own facts among it."""
        involved: dict[str, list[str]] = defaultdict(list)
        for debate_id, department in asked(self._connection, _INVOLVED, (sitting_id,)):
            involved[debate_id].append(department)
        places = {}
        for identity, debate_id, bill, data in asked(self._connection, _SECTIONS, (sitting_id,)):
            title = {"title": normalise(" ".join(_section(data).path)), "bill": normalise(bill or "")}
            places[identity] = _told(sitting | title | {"department": involved[debate_id]})
        return places


class _Speakers:
    """What the speakers of one sitting lend to their contributions: who they were that day, by every name."""

    def __init__(self, persons: StoredPersons, house: str, day: date) -> None:
        self._persons, self._house, self._day = persons, house, day
        self._known: dict[tuple[str | None, ...], _Fields] = {}

    def of(self, person_id: str | None, said: _Contribution) -> _Fields:
        """What is known of the speaker of a contribution; only what is printed, where it is not known who it was."""
        printed = said.attribution or said.name
        key = person_id, printed, said.party, said.office
        if key not in self._known:
            fields = self._identified(person_id, said) if person_id else {}
            names = [fields.get("speaker", ""), _plain(printed or "")]
            self._known[key] = _told(fields | {"speaker": " ".join(filter(None, names))})
        return self._known[key]

    def _identified(self, person_id: str, said: _Contribution) -> _Fields:
        person = self._persons.person(person_id)
        if person is None:
            return {}
        then = speaker_on(person, self._day, house=self._house, basis="")
        then = as_printed(then, self._day, party=said.party, seat=None, office=said.office)
        titles = [
            title
            for office in then.offices
            for title in (office.title, *also_called(office.title, office.department, self._day))
        ]
        offices = [_plain(title) for title in titles]
        return {"person": then.person_id, "party": then.party, "speaker": _plain(then.name), "office": offices}


def _told(fields: _Fields) -> _Fields:
    """Without those that have no value."""
    return {name: value for name, value in fields.items() if value}
