"""Writing one sitting: every row of it replaced, in the caller's transaction.

A sitting is written whole or not at all. Nothing is patched: whatever changes (a new
edition, a longer roll), the sitting is assembled and interpreted again from the bytes in
the vault, and its rows are exchanged. That is one way through the code instead of two,
and it is what makes the record a function of what is held rather than of what happened.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table, delete, insert

from ..proceedings.interpret import Interpretation, Judgement
from ..reading import Item, ReadContribution, ReadDivision, ReadSitting, Section, Stamp
from .assemble import Assembled
from .ids import own_id
from .permalinks import Permalinks, fold_title
from .rows import ContributionCell, DivisionCell, SectionCell, VoteCell, encode
from .schema import aliases, contributions, debate_departments, divisions, marks, sections, sittings, stamps

_OF_A_SITTING = (contributions, divisions, stamps, debate_departments, aliases, marks, sections)


def sitting_id(sitting: ReadSitting) -> str:
    """The id of a sitting: its chamber and day, which is how Hansard itself names it."""
    return f"{sitting.chamber}/{sitting.date.isoformat()}"


def spoken(sitting: ReadSitting) -> list[ReadContribution]:
    """The contributions of a sitting, in order."""
    return [item for item in sitting.items if isinstance(item, ReadContribution)]


def names_told(sitting: ReadSitting) -> dict[str, str]:
    """Every id that a sitting names, of speakers and voters, with the name it prints first."""
    told: dict[str, str] = {}
    for item in sitting.items:
        if isinstance(item, ReadContribution) and item.mark.key:
            told.setdefault(item.mark.key, item.mark.name or "")
        elif isinstance(item, ReadDivision):
            for vote in item.votes:
                if vote.key:
                    told.setdefault(vote.key, vote.name)
    return told


def keys_in(sitting: ReadSitting) -> Collection[str]:
    """Every id of a person that a sitting names."""
    return names_told(sitting).keys()


def erase(connection: Connection, identity: str) -> None:
    """Take away every row that was derived for a sitting. Its files, and its permalinks, stay."""
    for table in _OF_A_SITTING:
        connection.execute(delete(table).where(table.c.sitting_id == identity))
    connection.execute(delete(sittings).where(sittings.c.id == identity))


def write(connection: Connection, assembled: Assembled, meaning: Interpretation, *, revision: int) -> None:
    """Write the sitting that `assembled` holds, as `meaning` interprets it."""
    assert assembled.sitting is not None
    writer = _Writer(connection, assembled, assembled.sitting, meaning)
    writer.collect()
    connection.execute(insert(sittings), [_sitting_row(assembled.sitting, "held", revision) | writer.counts()])
    for table, rows in writer.rows.items():
        _insert_many(connection, table, rows)


def _insert_many(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """All rows in one call to the driver: their cells need no conversion, and a day has thousands."""
    if rows:
        sql, columns = _insert_into(table, tuple(rows[0]), connection.dialect)
        connection.exec_driver_sql(sql, [tuple(map(row.__getitem__, columns)) for row in rows])


@lru_cache(maxsize=32)
def _insert_into(table: Table, columns: tuple[str, ...], dialect: Dialect) -> tuple[str, tuple[str, ...]]:
    statement = insert(table).compile(dialect=dialect, column_keys=list(columns))
    assert statement.positiontup is not None
    return str(statement), tuple(statement.positiontup)


def write_superseded(connection: Connection, sitting: ReadSitting, *, revision: int) -> None:
    """Note a sitting of which only residues are held: known, and not shown as the record."""
    connection.execute(insert(sittings), [_sitting_row(sitting, "superseded", revision)])


def _sitting_row(sitting: ReadSitting, state: str, revision: int) -> dict[str, Any]:
    return {
        "id": sitting_id(sitting),
        "house": sitting.house,
        "chamber": sitting.chamber,
        "date": sitting.date,
        "volume": sitting.volume,
        "session": sitting.session,
        "publication": sitting.publication,
        "state": state,
        "revision": revision,
        "contributions": 0,
        "words": 0,
        "unresolved": 0,
        "divisions": 0,
        "first_column": None,
        "last_column": None,
    }


def _words(contribution: ReadContribution) -> int:
    return sum(p.text.count(" ") + 1 for p in contribution.paragraphs if p.text)  # white space is folded


class _Writer:
    """Collects the rows of one sitting, in the order of the record."""

    def __init__(
        self, connection: Connection, assembled: Assembled, sitting: ReadSitting, meaning: Interpretation
    ) -> None:
        self.assembled, self.sitting, self.meaning = assembled, sitting, meaning
        self.identity = sitting_id(sitting)
        self.rows: dict[Table, list[dict[str, Any]]] = {
            table: [] for table in (sections, contributions, divisions, stamps, debate_departments, aliases, marks)
        }
        self.permalinks = Permalinks(connection)
        self.ids = [own_id("s", self._earliest(s.source_id)) for s in sitting.sections]
        self.debates = _debates(sitting)
        self.debate_links: dict[int, str] = {}

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
        self._add_marks()

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

    def _earliest(self, source_id: str) -> str:
        return self.assembled.known.get(source_id, (source_id,))[0]

    def _add_section(self, place: int, ordinal: int) -> int:
        section, judged = self.sitting.sections[place], self.meaning.sections[place]
        path = _path(self.sitting.sections, place)
        names = self._name(section.source_id, self.ids[place], "section")
        debate = self.debates[place]
        if debate == place:
            ever = (self.ids[place], *(own_id("s", name) for name in names))
            link = self.permalinks.give(self.sitting, _slug_title(self.sitting.sections, place), ever)
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
        known = self.assembled.known.get(source_id, (source_id,))
        given_before = {own_id(own[0], one) for one in known} - {own} if len(known) > 1 else set()
        for alias in (*known, *given_before) if given_before else known:
            self.rows[aliases].append({"alias": alias, "target": own, "kind": kind, "sitting_id": self.identity})
        return known

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
        own = own_id("c", self._earliest(item.source_id))
        names = self._name(item.source_id, own, "contribution")
        for alias in item.aliases:
            self.rows[aliases].append(
                {"alias": alias, "target": own, "kind": "contribution", "sitting_id": self.identity}
            )
        revision = 1 + self.assembled.changed.get(item.source_id, 0)
        voice = judged.person_id or (f"name:{judged.name or item.mark.name or ''}" if judged.unresolved else None)
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
                "words": _words(item),
                "named": item.attribution is not None,
                "data": encode(_contribution_cell(item, judged, (*names, *item.aliases), revision)),
            }
        )

    def _add_division(self, item: ReadDivision, place: dict[str, Any]) -> None:
        own = own_id("d", self._earliest(item.source_id))
        cell = DivisionCell(
            number=item.number,
            counts=item.counts,
            votes=tuple(VoteCell(v.key, v.name, v.side, v.teller, v.proxy) for v in item.votes),
            aliases=self._name(item.source_id, own, "division"),
            column=item.column,
            time=item.time,
            url=item.url,
            text="\n\n".join(p.text for p in item.paragraphs),
        )
        self.rows[divisions].append(place | {"id": own, "data": encode(cell)})

    def _add_marks(self) -> None:
        self.rows[marks] += [
            {"key": key, "sitting_id": self.identity, "name": name, "house": self.sitting.house}
            for key, name in names_told(self.sitting).items()
        ]


def _contribution_cell(
    item: ReadContribution, judged: Judgement, names: tuple[str, ...], revision: int
) -> ContributionCell:
    text = "\n\n".join(p.text for p in item.paragraphs)
    return ContributionCell(
        paragraphs=item.paragraphs,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
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
    )


def _debates(sitting: ReadSitting) -> list[int | None]:
    """For each section the debate it stands in: the one marked so on its way up, else the topmost heading.

    A heading that only holds debates ("Oral Answers to Questions") is in none.
    """
    tree = sitting.sections
    filled = {item.section for item in sitting.items}
    roots = [_way_up(tree, place)[-1] for place in range(len(tree))]
    containers = {roots[place] for place, section in enumerate(tree) if section.debate} - filled
    found: list[int | None] = []
    for place in range(len(tree)):
        marked = [p for p in _way_up(tree, place) if tree[p].debate]
        root = roots[place]
        found.append(marked[-1] if marked else None if root in containers and place == root else root)
    return [None if d is not None and d in containers and not tree[d].debate else d for d in found]


def _way_up(tree: Sequence[Section], place: int) -> list[int]:
    way = [place]
    while (parent := tree[way[-1]].parent) is not None:
        way.append(parent)
    return way


def _path(tree: Sequence[Section], place: int) -> tuple[str, ...]:
    return tuple(tree[p].title for p in reversed(_way_up(tree, place)))


def _slug_title(tree: Sequence[Section], place: int) -> str:
    section = tree[place]
    if section.kind == "answering-body" and section.parent is not None:
        return f"{tree[section.parent].title} {section.title}"
    return section.title
