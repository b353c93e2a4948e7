"""The rows of one sitting, collected in the order of the record before any is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from msgspec import structs
from sqlalchemy import Connection, Table

from ..proceedings.interpret import Interpretation, Judgement
from ..reading import Item, Paragraph, ReadContribution, ReadDivision, ReadSitting, Stamp
from .asking import asked
from .assemble import Assembled
from .correcting import correction_rows
from .decisions import decision_rows, mention_rows
from .history import Gone
from .ids import own_id
from .numbering import series_of
from .past_rows import disagreement_rows, gone_aliases, gone_row, revision_rows
from .permalinks import Permalinks, fold_title
from .places import debates_of, path_of, slug_title
from .rows import ContributionCell, SectionCell, division_cell, encode, hashed_and_counted
from .schema import (
    aliases,
    contributions,
    corrections,
    debate_departments,
    decisions,
    disagreements,
    divisions,
    gone,
    marks,
    mentions,
    numbers,
    revisions,
    sections,
    series,
    stamps,
)
from .told import sitting_id, spoken


class SittingRows:
    """Collects the rows of one sitting, in the order of the record."""

    def __init__(
        self,
        connection: Connection,
        assembled: Assembled,
        sitting: ReadSitting,
        meaning: Interpretation,
        named: Mapping[str, str],
    ) -> None:
        self.assembled, self.sitting, self.meaning, self.named = assembled, sitting, meaning, named
        self.identity = sitting_id(sitting)
        self.rows: dict[Table, list[dict[str, Any]]] = {
            table: []
            for table in (
                sections,
                contributions,
                decisions,
                divisions,
                stamps,
                debate_departments,
                aliases,
                marks,
                mentions,
                numbers,
                revisions,
                disagreements,
                gone,
                series,
                corrections,
            )
        }
        self.permalinks = Permalinks(connection)
        decided = asked(connection, "SELECT id, reason, at FROM suppressions")
        self.suppressed: dict[str, tuple[str, str]] = {own: (reason, at) for own, reason, at in decided}
        self.ids = [own_id("s", self._known(s.source_id)[0]) for s in sitting.sections]
        self.said: dict[str, str] = {}  # our id of each contribution, by the source's
        self.debates = debates_of(sitting)
        self.debate_links: dict[int, str] = {}
        self.shown: list[tuple[str | None, str | None]] = []  # of each contribution its id and voice

    def collect(self) -> None:
        """Walk the sitting once: a section stands before its first item, and in the order of the source."""
        judgements = iter(self.meaning.judgements)
        ordinal, placed = 0, 0
        for item in self.sitting.items:
            while placed <= item.section:
                ordinal, placed = self._add_section(placed, ordinal), placed + 1
            self._add_item(item, ordinal, judgements)
            ordinal += 1
        while placed < len(self.sitting.sections):
            ordinal, placed = self._add_section(placed, ordinal), placed + 1
        self.permalinks.settle()
        self._add_marks()
        ids, voices = [own for own, _ in self.shown], [voice for _, voice in self.shown]
        self.rows[corrections] += correction_rows(
            self.meaning.corrections, ids, voices, self.identity, self.sitting.house
        )
        self.rows[series] += [row | {"sitting_id": self.identity} for row in series_of(self.sitting)]
        self._add_decisions()
        self._add_past()

    def counts(self) -> dict[str, Any]:
        """What the ledger says of the sitting, counted from the rows collected."""
        columns = [item.column for item in spoken(self.sitting) if item.column]
        return {
            "contributions": len(self.rows[contributions]),
            "words": sum(row["words"] for row in self.rows[contributions]),
            "unresolved": sum(judged.unresolved is not None for judged in self.meaning.judgements),
            "divisions": len(self.rows[divisions]),
            "first_column": columns[0] if columns else None,
            "last_column": columns[-1] if columns else None,
        }

    def _known(self, source_id: str) -> tuple[str, ...]:
        """Every id that a source gives or gave a thing, the earliest first: ours is made from that."""
        return self.assembled.known.get(source_id) or (source_id,)

    def _add_section(self, place: int, ordinal: int) -> int:
        section, judged = self.sitting.sections[place], self.meaning.sections[place]
        path = path_of(self.sitting.sections, place)
        names = (*self._name(section.source_id, self.ids[place], "section"), *section.aliases)
        self._alias((*section.aliases, *self._led_here(section.source_id)), self.ids[place], "section")
        debate = self.debates[place]
        if debate == place:
            ever = (self.ids[place], *(own_id("s", name) for name in names))
            link = self.permalinks.give(self.sitting, slug_title(self.sitting.sections, place), ever)
            self.debate_links[place] = link
            self._add_departments(place)
        link = f"/sittings/{self.sitting.date.isoformat()}/{self.sitting.chamber}"  # a container above its debates
        if debate is not None:
            link = self.debate_links[debate]
        cell = SectionCell(
            path=path,
            aliases=names,
            column=section.column,
            time=section.time,
            url=section.url,
            departments=tuple(name for name, _ in judged.departments),
            departments_basis=tuple(basis for _, basis in judged.departments),
            department_basis=judged.basis,
            attendance=section.attendance,
            number=section.number,
        )
        self.rows[sections].append(
            {
                "id": self.ids[place],
                "sitting_id": self.identity,
                "place": place,
                "ordinal": ordinal,
                "debate_id": None if debate is None else self.ids[debate],
                "parent_id": None if section.parent is None else self.ids[section.parent],
                "depth": len(path) - 1,
                "kind": section.kind,
                "title": section.title,
                "folded": fold_title(section.title),
                "department": judged.department,
                "bill": judged.bill,
                "stage": judged.stage,
                "permalink": link if debate == place else f"{link}#s-{self.ids[place]}",
                "data": encode(cell),
            }
        )
        return ordinal + 1

    def _add_departments(self, place: int) -> None:
        self.rows[debate_departments] += [
            {
                "debate_id": self.ids[place],
                "department": department,
                "basis": basis,
                "sitting_id": self.identity,
            }
            for department, basis in dict(self.meaning.sections[place].departments).items()
        ]

    def _name(self, source_id: str, own: str, kind: str) -> tuple[str, ...]:
        """Note every id a thing has or had; returns the sources' own, for showing."""
        known = self._known(source_id)
        self._alias((*known, *{own_id(own[0], one) for one in known[1:]}) if len(known) > 1 else known, own, kind)
        return known

    def _alias(self, names: Iterable[str], own: str, kind: str) -> None:
        self.rows[aliases] += [
            {"alias": name, "target": own, "kind": kind, "sitting_id": self.identity} for name in names
        ]

    def _led_here(self, source_id: str) -> set[str]:
        """Ids of another source, and what they were called here, that have nothing closer than this section."""
        theirs = self.assembled.also.get(source_id, ())
        return {*theirs, *(own_id(prefix, one) for one in theirs for prefix in "csd")}

    def _add_item(self, item: Item, ordinal: int, judgements: Iterator[Judgement]) -> None:
        debate = self.debates[item.section]
        place = {
            "sitting_id": self.identity,
            "section_id": self.ids[item.section],
            "debate_id": None if debate is None else self.ids[debate],
            "ordinal": ordinal,
        }
        if isinstance(item, ReadContribution):
            self._add_contribution(item, next(judgements), place)
        elif isinstance(item, ReadDivision):
            self._add_division(item, place)
        elif isinstance(item, Stamp):
            self.rows[stamps].append(place | {"time": item.time})

    def _add_contribution(self, item: ReadContribution, judged: Judgement, place: dict[str, Any]) -> None:
        own = self.said[item.source_id] = own_id("c", self._known(item.source_id)[0])
        if suppressed := self._suppression_of(own, item):
            self._add_gone(suppressed)
            self.shown.append((None, None))
            return
        names = (*self._name(item.source_id, own, "contribution"), *item.aliases)
        if item.aliases:
            self._alias(item.aliases, own, "contribution")
        if item.uin or item.uins or item.reference:
            self._add_numbers(item, own)
        if judged.mentions:
            self.rows[mentions] += mention_rows(self.identity, own, judged.mentions)
        revision = self.assembled.revision_of(item.source_id)
        sha256, words = hashed_and_counted(item.paragraphs)
        voice = judged.person_id or (f"name:{judged.name or item.mark.name or ''}" if judged.unresolved else None)
        self.shown.append((own, voice))
        self.rows[contributions].append(
            place
            | {
                "id": own,
                "kind": judged.kind,
                "voice": voice,
                "person_id": judged.person_id,
                "role": judged.role,
                "grouping": judged.group,
                "number": judged.question_number or item.question_number,
                "floor": judged.floor,
                "words": words,
                "named": item.attribution is not None,
                "data": encode(_contribution_cell(item, judged, sha256, names, revision)),
            }
        )

    def _add_numbers(self, item: ReadContribution, own: str) -> None:
        self.rows[numbers] += [
            {"number": number, "contribution_id": own, "sitting_id": self.identity}
            for number in dict.fromkeys((*(item.uins or (item.uin,)), item.reference))
            if number and item.type != "Answer"
        ]

    def _add_division(self, item: ReadDivision, place: dict[str, Any]) -> None:
        own = own_id("d", self._known(item.source_id)[0])
        self._alias(item.aliases, own, "division")
        cell = division_cell(item, (*self._name(item.source_id, own, "division"), *item.aliases))
        self.rows[divisions].append(place | {"id": own, "data": encode(cell)})

    def _suppression_of(self, own: str, item: ReadContribution) -> Gone | None:
        """What the keeper's decision makes of a contribution that is to be shown nowhere."""
        if not self.suppressed:
            return None
        known = self._known(item.source_id)
        decided = [self.suppressed[i] for i in (own, *(own_id("c", k) for k in known)) if i in self.suppressed]
        if not decided:
            return None
        reason, at = decided[0]
        ids, last = (*known, *item.aliases), max(self.assembled.leading)
        return Gone(item.source_id, "contribution", ids, last, None, item, "suppressed", reason, at)

    def _add_past(self) -> None:
        if self.assembled.versions:
            self._add_revisions()
        if self.assembled.disagreements:
            self._add_disagreements()
        for lost in self.assembled.gone:
            self._add_gone(lost)

    def _add_revisions(self) -> None:
        shown = {row["id"] for row in self.rows[contributions]}
        wordings = revision_rows(self.assembled, self.sitting, self.identity)
        self.rows[revisions] += [row for row in wordings if row["contribution_id"] in shown]

    def _add_disagreements(self) -> None:
        shown = {row["id"] for table in (contributions, divisions) for row in self.rows[table]}
        rows = disagreement_rows(self.assembled, self.identity)
        self.rows[disagreements] += [row for row in rows if row["contribution_id"] in {None, *shown}]

    def _add_gone(self, lost: Gone) -> None:
        self.rows[gone].append(gone_row(lost, self.identity))
        self.rows[aliases] += gone_aliases(lost, self.identity)

    def _add_decisions(self) -> None:
        items = {one.place: self.sitting.items[one.place] for one in self.meaning.decisions}
        ids = {place: self.said[item.source_id] for place, item in items.items() if isinstance(item, ReadContribution)}
        self.rows[decisions] += decision_rows(self.identity, self.meaning.decisions, ids)

    def _add_marks(self) -> None:
        self.rows[marks] += [
            {"key": key, "sitting_id": self.identity, "name": name, "house": self.sitting.house}
            for key, name in self.named.items()
        ]


def _as_judged(paragraphs: tuple[Paragraph, ...], reprinted: Collection[int]) -> tuple[Paragraph, ...]:
    """The paragraphs, those that a correction reprints as wrong marked as such."""
    if not reprinted:
        return paragraphs
    return tuple(
        structs.replace(each, kind="quoted-error", spans=()) if place in reprinted else each
        for place, each in enumerate(paragraphs)
    )


def _contribution_cell(
    item: ReadContribution, judged: Judgement, sha256: str, names: tuple[str, ...], revision: int
) -> ContributionCell:
    return ContributionCell(
        paragraphs=_as_judged(item.paragraphs, judged.reprinted),
        sha256=sha256,
        aliases=names,
        attribution=item.attribution,
        name=judged.name,
        unresolved=judged.unresolved,
        basis=judged.basis,
        department=judged.department,
        role_basis=judged.role_basis,
        on_behalf_of=judged.on_behalf_of,
        under_debate=judged.under_debate,
        question_number=judged.question_number or item.question_number,
        uin=item.uin,
        time=item.time,
        timecode=item.timecode,
        column=item.column,
        column_end=item.column_end,
        url=item.url,
        revision=revision,
        uins=item.uins,
        reference=item.reference,
        mentions=tuple([one.mention for one in judged.mentions]) if judged.mentions else (),
        party=judged.beside.party,
        seat=judged.beside.seat,
        office=judged.beside.office,
    )
