"""One sitting as the index takes it: a document for each contribution, read from the record's own rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from operator import itemgetter

import tantivy
from sqlalchemy import Connection

from ..extracts.contributions import Reader
from ..extracts.sessions import session_on
from ..model import SittingRef, Speaker, Unresolved
from ..normal import normalise, parted
from ..people.offices import also_called
from ..store.asking import Row, named_rows_with, rows_with
from ..store.roll import StoredRoll
from ..store.rows import ContributionCell, decode_contribution, decode_section
from .fields import key_of
from .order import order_of

REPRINTED = "quoted-error"
"""Paragraphs that a correction reprints as wrong: they are found where they were said."""


_HELD = "SELECT house, chamber, date, volume, session FROM sittings WHERE state = 'held' AND id"
_SPOKEN = "SELECT id, sitting_id, section_id, ordinal, kind, person_id, words, data FROM contributions WHERE sitting_id"
_SECTIONS = "SELECT id, debate_id, bill, data FROM sections WHERE sitting_id"
_INVOLVED = "SELECT debate_id, department FROM debate_departments WHERE sitting_id"


def _own_words(cell: ContributionCell) -> str:
    return parted("\n".join([each.text for each in cell.paragraphs if each.kind != REPRINTED]))


_plain = lru_cache(maxsize=65536)(normalise)  # names and titles come again and again


class _Place:
    """What the sections of a sitting lend to the contributions that stand in them."""

    def __init__(self, row: Row, departments: tuple[str, ...]) -> None:
        self.title = normalise(" ".join(decode_section(row["data"]).path))
        self.bill = normalise(row["bill"] or "")
        self.departments = departments


class SittingDocuments:
    """Makes the documents of sittings over one connection, remembering who was what on which day."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._roll = StoredRoll(connection)
        self._spoken_as: dict[str, tuple[str, tuple[str, ...]]] = {}  # in the sitting at hand

    def of(self, sitting_id: str, sequence: int) -> Iterator[tantivy.Document]:
        """The documents of one sitting; none where it is not held, or not shown."""
        held = rows_with(self._connection, _HELD, (sitting_id,))
        if not held:
            return
        ((house, chamber, day, volume, session),) = held
        on = date.fromisoformat(day)
        ref = SittingRef(house, chamber, on, volume, session or session_on(on))
        reader = Reader(self._connection, self._roll)  # of this sitting alone: two centuries of days are not kept
        self._spoken_as = {}
        places = self._places(sitting_id)
        rows = sorted(named_rows_with(self._connection, _SPOKEN, (sitting_id,)), key=itemgetter("ordinal"))
        self._roll.prefetch(row["person_id"] for row in rows if row["person_id"])
        for row in rows:
            cell = decode_contribution(row["data"])
            speaker = reader.speaker(row, cell, ref)
            document = self._document(row, _own_words(cell), ref, places[row["section_id"]], sequence)
            self._add_speaker(document, speaker, cell.attribution or cell.name or "", ref.date)
            yield document

    def _places(self, sitting_id: str) -> dict[str, _Place]:
        involved: dict[str, list[str]] = defaultdict(list)
        for debate_id, department in rows_with(self._connection, _INVOLVED, (sitting_id,)):
            involved[debate_id].append(department)
        found = named_rows_with(self._connection, _SECTIONS, (sitting_id,))
        return {row["id"]: _Place(row, tuple(involved[row["debate_id"]])) for row in found}

    def _document(self, row: Row, words: str, sitting: SittingRef, place: _Place, sequence: int) -> tantivy.Document:
        document = tantivy.Document()
        document.add_text("text", words)
        document.add_text("title", place.title)
        if place.bill:
            document.add_text("bill", place.bill)
        for department in place.departments:
            document.add_text("department", department)
        document.add_text("house", sitting.house)
        document.add_text("chamber", sitting.chamber)
        if sitting.session:
            document.add_text("session", sitting.session)
        document.add_text("kind", row["kind"])
        document.add_text("sitting", row["sitting_id"])
        day = sitting.date
        document.add_integer("day", day.toordinal())
        document.add_integer("year", day.year)
        document.add_integer("words", row["words"])
        document.add_integer("sequence", sequence)
        document.add_unsigned("key", key_of(row["id"]))
        document.add_unsigned("order", order_of(day, sitting.house, sitting.chamber, row["ordinal"]))
        return document

    def _add_speaker(
        self, document: tantivy.Document, speaker: Speaker | Unresolved | None, names: str, day: date
    ) -> None:
        if isinstance(speaker, Speaker):
            name, offices = self._words_of(speaker, day)
            names = f"{name} {_plain(names)}" if names else name
            document.add_text("person", speaker.person_id)
            if speaker.party:
                document.add_text("party", speaker.party)
            for office in offices:
                document.add_text("office", office)
        else:
            names = _plain(names)
        if names:
            document.add_text("speaker", names)

    def _words_of(self, speaker: Speaker, day: date) -> tuple[str, tuple[str, ...]]:
        """A speaker's name and offices, by every name they go by, normalised once for each sitting."""
        key = speaker.person_id
        if key not in self._spoken_as:
            offices = tuple(
                _plain(title)
                for office in speaker.offices
                for title in (office.title, *also_called(office.title, office.department, day))
            )
            self._spoken_as[key] = _plain(speaker.name), offices
        return self._spoken_as[key]
