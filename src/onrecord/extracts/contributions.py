"""From rows to contributions as the contract shows them.

A row knows its words and who spoke them; who that person *was* that day (name, party,
seat, offices) is asked of the roll here, once a person and day, so that a better roll
shows at once and no fact is stored twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from ..model import Capacity, Contribution, SectionRef, SittingRef, Speaker, Unresolved
from ..people.on_day import as_printed, speaker_on
from ..proceedings.citation import citation
from ..store.asking import Row, lots, named_rows_with
from ..store.remembered import remembered
from ..store.roll import StoredRoll
from ..store.rows import ContributionCell, SectionCell, decode_contribution, decode_section
from .corrected import Corrected, corrected_in
from .links import official_url, video_url
from .sessions import session_on

_SITTINGS = "SELECT id, house, chamber, date, volume, session, publication FROM sittings WHERE id"


class SectionRow:
    """A section's row, its cell decoded once."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.cell: SectionCell = decode_section(row["data"])
        cell, about = self.cell, (row["department"], row["bill"], row["stage"])
        self.ref = SectionRef(row["id"], row["title"], cell.path, *about, cell.department_basis)


class Reader:
    """Reads contributions over one connection, remembering sections, sittings and speakers."""

    def __init__(self, connection: Connection, roll: StoredRoll) -> None:
        self.connection, self.roll = connection, roll
        self._speakers: dict[tuple[str | date | None, ...], Speaker | None] = remembered(connection, "speakers")
        self._sittings: dict[str, tuple[SittingRef, str]] = remembered(connection, "sittings")
        self._corrected: dict[str, Corrected] = remembered(connection, "corrected")
        self._sections: dict[str, SectionRow] = remembered(connection, "sections")

    def sections_of(self, debate_ids: Sequence[str]) -> dict[str, SectionRow]:
        """Every section of these debates, by id, in the order of the record."""
        rows = named_rows_with(self.connection, "SELECT * FROM sections WHERE debate_id", debate_ids)
        return {row["id"]: SectionRow(row) for row in sorted(rows, key=lambda row: row["ordinal"])}

    def sections_around(self, rows: Iterable[Row]) -> dict[str, SectionRow]:
        """The sections in which these contributions stand, and the debates they are part of."""
        wanted = {row[name] for row in rows for name in ("section_id", "debate_id")} - {None}
        unknown = sorted(identity for identity in wanted if identity not in self._sections)
        found = named_rows_with(self.connection, "SELECT * FROM sections WHERE id", unknown)
        self._sections.update((row["id"], SectionRow(row)) for row in found)
        return {identity: self._sections[identity] for identity in wanted if identity in self._sections}

    def sitting(self, identity: str) -> tuple[SittingRef, str]:
        """The sitting and its publication."""
        if identity not in self._sittings:
            self._read_sittings((identity,))
        return self._sittings[identity]

    def rows(self, ids: Sequence[str]) -> dict[str, Row]:
        """Contribution rows by id; the people in them are read ahead."""
        rows = named_rows_with(self.connection, "SELECT * FROM contributions WHERE id", ids)
        found = {row["id"]: row for row in rows}
        self.roll.prefetch(row["person_id"] for row in found.values() if row["person_id"])
        met = {row["sitting_id"] for row in found.values()}
        self._read_sittings(sorted(one for one in met if one not in self._sittings))
        return found

    def _read_sittings(self, wanted: Sequence[str]) -> None:
        for row in named_rows_with(self.connection, _SITTINGS, wanted):
            day = date.fromisoformat(row["date"])
            session = row["session"] or session_on(day)  # a source that names it goes before the dated list
            ref = SittingRef(row["house"], row["chamber"], day, row["volume"], session)
            self._sittings[row["id"]] = ref, row["publication"]
        for lot in lots(wanted):
            self._corrected |= corrected_in(self.connection, lot)

    def facts(self, row: Row, tree: Mapping[str, SectionRow]) -> dict[str, Any]:
        """A contribution's fields, by name, as `Contribution` takes them."""
        cell = decode_contribution(row["data"])
        sitting, publication = self.sitting(row["sitting_id"])
        corrected = self._corrections(row["sitting_id"])
        section = tree[row["section_id"]]
        debate = tree.get(row["debate_id"], section)
        return {
            "id": row["id"],
            "aliases": cell.aliases,
            "permalink": f"{debate.row['permalink']}#c-{row['id']}",
            "source_url": cell.url or official_url(sitting, section.cell.url),
            "sitting": sitting,
            "section": section.ref,
            "ordinal": row["ordinal"],
            "kind": row["kind"],
            "attribution": cell.attribution,
            "speaker": self.speaker(row, cell, sitting),
            "text": "\n\n".join([p.text for p in cell.paragraphs]),
            "paragraphs": cell.paragraphs,
            "capacity": Capacity(row["role"], cell.department, cell.role_basis or "") if row["role"] else None,
            "on_behalf_of": cell.on_behalf_of,
            "question_number": cell.question_number,
            "uin": cell.uin,
            "reference": cell.reference,
            "uins": cell.uins,
            "time": cell.time,
            "column": cell.column,
            "column_end": cell.column_end,
            "citation": citation(
                sitting,
                cell.column,
                cell.column_end,
                bill=section.ref.bill or debate.ref.bill,
                number=cell.reference or cell.uin,
            ),
            "sha256": cell.sha256,
            "revision": cell.revision,
            "publication": publication,
            "timecode": cell.timecode,
            "video_url": video_url(sitting, cell.timecode),
            "under_debate": cell.under_debate,
            "corrected_by": corrected.by.get(row["id"], ()),
            "corrects": corrected.of.get(row["id"]),
            "mentions": cell.mentions,
        }

    def _corrections(self, identity: str) -> Corrected:
        if identity not in self._corrected:
            self._corrected |= corrected_in(self.connection, (identity,))
        return self._corrected[identity]

    def contribution(self, row: Row, tree: Mapping[str, SectionRow]) -> Contribution:
        """A contribution, whole."""
        return Contribution(**self.facts(row, tree))

    def speaker(self, row: Row, cell: ContributionCell, sitting: SittingRef) -> Speaker | Unresolved | None:
        """Who spoke, as they were that day; the same object for the same person and day."""
        if row["person_id"]:
            key = row["person_id"], sitting.date, sitting.house, cell.party, cell.seat, cell.office
            if key not in self._speakers:
                person = self.roll.person(row["person_id"])
                basis = cell.basis or "id-in-source"
                then = speaker_on(person, sitting.date, house=sitting.house, basis=basis) if person else None
                if then and (cell.party or cell.office):
                    then = as_printed(then, sitting.date, party=cell.party, seat=cell.seat, office=cell.office)
                self._speakers[key] = then
            return self._speakers[key]
        return Unresolved(cell.unresolved, cell.name or cell.attribution) if cell.unresolved else None
