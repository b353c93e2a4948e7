"""A section whole, and the ways to it: any id, alias or address that it ever had.

Everything is shown that stands there, in the order of the record: headings, times,
contributions, divisions. Lists of debates (by title, by day) are here too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, RowMapping, select

from ..errors import GoneError, NotHeldError, UsageError
from ..model import (
    Attendance,
    Contribution,
    Debate,
    DebateRef,
    Division,
    DivisionVote,
    Heading,
    SectionTree,
    Seen,
    Time,
)
from ..people.on_day import speaker_on
from ..reading import Attendant
from ..store.asking import Row, named_rows_with
from ..store.asking import asked as rows_of
from ..store.permalinks import fold_title
from ..store.roll import StoredRoll
from ..store.rows import VoteCell, decode_division, decode_wording
from ..store.schema import (
    documents,
    editions,
    sections,
    sittings,
)
from .contributions import Reader, SectionRow
from .since import since_then

_GUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)")
Item = Contribution | Heading | Time | Division


_NAMED = (
    "SELECT 'contribution', id FROM contributions WHERE id = ?"
    " UNION ALL SELECT 'section', id FROM sections WHERE id = ?"
    " UNION ALL SELECT 'division', id FROM divisions WHERE id = ?"
    " UNION ALL SELECT kind, target FROM aliases WHERE alias = ?"
)
_LEADS_TO = "SELECT target FROM aliases WHERE alias = ? UNION ALL SELECT section_id FROM permalinks WHERE path = ?"
_GONE = (
    "SELECT gone.*, documents.first_seen FROM gone"
    " LEFT JOIN documents ON documents.sha256 = gone.since_sha256 WHERE gone.id"
)


class Found(NamedTuple):
    """What an id leads to: `kind` is contribution, section or division."""

    kind: str
    id: str


def resolve(connection: Connection, asked: str) -> Found:
    """What `asked` (an id, an alias, an address here or on the official site) means today.

    NotHeldError for nothing, GoneError for what is kept and shown nowhere, UsageError where no id is given.
    """
    if not asked.strip():
        raise UsageError("no id was given", remedy="name a contribution, a debate or a section by its id or address")
    for candidate in _spellings(asked.strip()):
        _refuse_what_is_gone(connection, candidate)
        found = _by_address(connection, candidate) or _by_id(connection, candidate)
        if found:
            return found
    _refuse_what_only_a_residue_has(connection, asked)
    raise NotHeldError(
        f"nothing here has the id {asked}", remedy="find what is held with `onrecord sittings`, or load the sitting"
    )


def _refuse_what_only_a_residue_has(connection: Connection, asked: str) -> None:
    """Say so where all that is held of the day named is what an older edition had otherwise."""
    day = _DAY.search(asked)
    query = select(sittings.c.chamber).where(sittings.c.state == "superseded")
    chambers = connection.execute(query.where(sittings.c.date == date.fromisoformat(day[0]))).scalars() if day else ()
    for chamber in chambers:
        raise NotHeldError(
            f"of {chamber} on {day[0] if day else ''} only what an older edition had otherwise is held (superseded)",
            where=asked,
            remedy="load the newest edition of that day",
        )


def _spellings(asked: str) -> Iterable[str]:
    path, _, fragment = asked.partition("#")
    if path.startswith("/debate/") or ("/debate/" in path and path.startswith("http")):
        address = "/debate/" + path.split("/debate/", 1)[1]
        yield fragment.removeprefix("c-").removeprefix("s-") or address
        yield address
    yield asked
    for guid in reversed(_GUID.findall(asked)):
        yield from (f"hansard:{guid.upper()}", f"hansard:{guid.lower()}", f"hansard:{guid}")


def _by_address(connection: Connection, path: str) -> Found | None:
    rows = rows_of(connection, "SELECT section_id FROM permalinks WHERE path = ?", (path,))
    return _by_id(connection, rows[0][0]) if rows else None  # what had the address may stand in something else today


def _by_id(connection: Connection, asked: str) -> Found | None:
    rows = rows_of(connection, _NAMED, (asked,) * 4)
    return Found(*rows[0]) if rows else None


def _refuse_what_is_gone(connection: Connection, asked: str) -> None:
    names = [asked, *(name for (name,) in rows_of(connection, _LEADS_TO, (asked, asked)))]
    for row in named_rows_with(connection, _GONE, names):
        since = row["since"] or row["first_seen"]
        sha256 = decode_wording(row["data"]).sha256
        raise GoneError(row["why"], since=since, reason=row["reason"], sha256=sha256, where=asked)


def debate_of(connection: Connection, found: Found) -> str:
    """The debate in which something stands; a section that holds debates is its own."""
    table = {"contribution": "contributions", "section": "sections", "division": "divisions"}[found.kind]
    rows = rows_of(connection, f"SELECT debate_id FROM {table} WHERE id = ?", (found.id,))
    return (rows[0][0] if rows else None) or found.id


def sitting_of(connection: Connection, found: Debate) -> str:
    """The id of the sitting in which a debate stands."""
    query = select(sections.c.sitting_id).where(sections.c.id == found.section.id)
    return str(connection.execute(query).scalar_one())


def debate(connection: Connection, roll: StoredRoll, asked: str) -> Debate:
    """One section whole; for a contribution or a division, the debate in which it stands."""
    found = resolve(connection, asked)
    top = found.id if found.kind == "section" else debate_of(connection, found)
    reader = Reader(connection, roll)
    (top_row,) = named_rows_with(connection, "SELECT * FROM sections WHERE id", [top])
    tree = _subtree(connection, top_row)
    sitting, _ = reader.sitting(top_row["sitting_id"])
    items = tuple(_items(connection, reader, top_row["sitting_id"], top, tree))
    return Debate(
        section=_nested(top, tree, roll),
        sitting=sitting,
        items=items,
        history=_history(connection, top_row["sitting_id"]),
        since=since_then(connection, roll, sitting, items),
    )


def _subtree(connection: Connection, top: Row) -> dict[str, SectionRow]:
    within = ("debate_id", top["debate_id"]) if top["debate_id"] else ("sitting_id", top["sitting_id"])
    rows = named_rows_with(connection, f"SELECT * FROM sections WHERE {within[0]}", [within[1]])
    tree: dict[str, SectionRow] = {}
    for row in sorted(rows, key=lambda row: row["ordinal"]):
        if row["id"] == top["id"] or row["parent_id"] in tree:
            tree[row["id"]] = SectionRow(row)
    return tree


def _nested(top: str, tree: Mapping[str, SectionRow], roll: StoredRoll) -> SectionTree:
    children: dict[str | None, list[str]] = defaultdict(list)
    for identity, section in tree.items():
        children[section.row["parent_id"]].append(identity)

    def grown(identity: str) -> SectionTree:
        row, cell = tree[identity].row, tree[identity].cell
        return SectionTree(
            id=identity,
            title=row["title"],
            path=cell.path,
            kind=row["kind"],
            depth=row["depth"],
            permalink=row["permalink"],
            department=row["department"],
            departments=cell.departments,
            bill=row["bill"],
            stage=row["stage"],
            column=cell.column,
            time=cell.time,
            source_url=cell.url,
            aliases=cell.aliases,
            sections=tuple(grown(child) for child in children[identity]),
            attendance=tuple(_attendance(each, roll) for each in cell.attendance),
            number=cell.number,
            department_basis=cell.department_basis,
            departments_basis=cell.departments_basis,
        )

    return grown(top)


def _attendance(attendant: Attendant, roll: StoredRoll) -> Attendance:
    person = roll.person(attendant.key) if attendant.key else None
    return Attendance(attendant.name, attendant.role, person.person_id if person else None, attendant.attended)


def _items(
    connection: Connection, reader: Reader, sitting_id: str, top: str, tree: Mapping[str, SectionRow]
) -> list[Item]:
    items: list[tuple[int, Item]] = [
        (s.row["ordinal"], Heading(i, i, s.row["title"], s.row["depth"], s.cell.column, s.cell.time))
        for i, s in tree.items()
        if i != top
    ]
    standing = _standing(connection, "contributions", sitting_id, tree)
    reader.roll.prefetch(r["person_id"] for r in standing if r["person_id"])
    items += [(r["ordinal"], reader.contribution(r, _with_debate(connection, r, tree))) for r in standing]
    stamped = _standing(connection, "stamps", sitting_id, tree)
    items += [(row["ordinal"], Time(row["section_id"], row["time"])) for row in stamped]
    divided = _standing(connection, "divisions", sitting_id, tree)
    items += [(row["ordinal"], read_division(row, reader)) for row in divided]
    return [item for _, item in sorted(items, key=lambda pair: pair[0])]


def _standing(connection: Connection, table: str, sitting_id: str, tree: Mapping[str, SectionRow]) -> list[Row]:
    """What stands under these sections; of a part of one debate, or of one whole, the rest of the day is not read."""
    within = {section.row["debate_id"] for section in tree.values()}
    if len(within) == 1 and None not in within and table != "stamps":
        rows = named_rows_with(connection, f"SELECT * FROM {table} WHERE debate_id", [*within])
    else:
        rows = named_rows_with(connection, f"SELECT * FROM {table} WHERE sitting_id", [sitting_id])
    return [row for row in rows if row["section_id"] in tree]


def _with_debate(connection: Connection, row: Row, tree: Mapping[str, SectionRow]) -> Mapping[str, SectionRow]:
    """The tree, with the debate's own section in it when only a part of the debate was asked for."""
    debate_id = row["debate_id"]
    if debate_id in tree or debate_id is None:
        return tree
    found = connection.execute(select(sections).where(sections.c.id == debate_id)).mappings().one()
    assert isinstance(tree, dict)
    return {debate_id: SectionRow(found), **tree}


def read_division(row: Row, reader: Reader) -> Division:
    """A division as the contract shows it, with everybody as they were that day."""
    cell = decode_division(row["data"])
    sitting, _ = reader.sitting(row["sitting_id"])
    keys = {v.key for v in cell.votes} | {v.proxy for v in cell.votes}
    reader.roll.prefetch(key for key in keys if key)
    return Division(
        id=row["id"],
        section_id=row["section_id"],
        number=cell.number,
        counts=cell.counts,
        votes=tuple(_vote(v, reader.roll, sitting.date, sitting.house) for v in cell.votes),
        column=cell.column,
        time=cell.time,
        text=cell.text,
        source_url=cell.url,
        aliases=cell.aliases,
    )


def _vote(vote: VoteCell, roll: StoredRoll, day: date, house: str) -> DivisionVote:
    person = roll.person(vote.key) if vote.key else None
    proxy = roll.person(vote.proxy) if vote.proxy else None
    then = speaker_on(person, day, house=house, basis="id-in-source") if person else None
    return DivisionVote(
        person_id=person.person_id if person else None,
        name=vote.name or (then.name if then else ""),
        side=vote.side,
        party=then.party if then else None,
        teller=vote.teller,
        proxy=proxy.name if proxy else vote.proxy,
        last_known=then.last_known.get("party") if then else None,
        slug=person.slug if person else "",
    )


def editions_seen(connection: Connection, sitting_id: str) -> list[tuple[int, RowMapping]]:
    """Every file that tells of a sitting, the leading ones last, each with the number of its edition."""
    query = select(
        editions, documents.c.first_seen, documents.c.last_checked, documents.c.path, documents.c.format
    ).join(documents, documents.c.sha256 == editions.c.sha256)
    order = query.where(editions.c.sitting_id == sitting_id).order_by(editions.c.leading, editions.c.edition)
    rows = connection.execute(order).mappings().all()
    older = [row for row in rows if not (row["leading"] or row["witness"] or row["held_back"])]
    number = {row["sha256"]: place for place, row in enumerate(older, start=1)}
    # the parts of one edition, and its witnesses, are one revision
    return [(number.get(row["sha256"], 1 + len(older)), row) for row in rows]


def _history(connection: Connection, sitting_id: str) -> tuple[Seen, ...]:
    return tuple(
        Seen(
            number,
            row["first_seen"],
            f"{row['format']} {row['path'].rsplit('/', 1)[-1]}",
            row["changes"],
            row["witness"],
            row["held_back"],
            row["last_checked"],
        )
        for number, row in editions_seen(connection, sitting_id)
    )


def refs(rows: Sequence[Row]) -> tuple[DebateRef, ...]:
    """Debates as lists show them, from rows of `debate_query`."""
    return tuple(_ref(row) for row in rows)


def _ref(row: Row) -> DebateRef:
    section = SectionRow(row)
    oral = row["kind"] == "answering-body" and len(section.cell.path) > 1
    return DebateRef(
        id=row["id"],
        title=section.cell.path[-2] if oral else row["title"],
        date=row["date"],
        chamber=row["chamber"],
        house=row["house"],
        bill=row["bill"],
        stage=row["stage"],
        department=row["department"] or (row["title"] if oral else None),
        departments=section.cell.departments,
        permalink=row["permalink"],
        department_basis=section.cell.department_basis or ("answering-body" if oral else None),
        departments_basis=section.cell.departments_basis,
    )


debate_query = (
    select(sections, sittings.c.date, sittings.c.chamber, sittings.c.house)
    .join(sittings, sittings.c.id == sections.c.sitting_id)
    .where(sections.c.debate_id == sections.c.id)
)


def debates_titled(connection: Connection, text: str, limit: int) -> tuple[DebateRef, ...]:
    """Debates whose title, or the title of a section of theirs, holds every word of `text`; newest first."""
    within = select(sections.c.debate_id)
    words = fold_title(text).split()
    if not words:
        return ()
    for word in words:
        within = within.where(sections.c.folded.contains(word, autoescape=True))
    query = debate_query.where(sections.c.id.in_(within))
    return _listed(connection, query.order_by(sittings.c.date.desc(), sections.c.ordinal).limit(limit))


def debates_on(connection: Connection, day: date, chamber: str) -> tuple[DebateRef, ...]:
    """The debates of one sitting, in the order of the record."""
    query = debate_query.where(sittings.c.date == day, sittings.c.chamber == chamber)
    return _listed(connection, query.order_by(sittings.c.house, sections.c.ordinal))


def _listed(connection: Connection, query: object) -> tuple[DebateRef, ...]:
    return refs(connection.execute(query).mappings().all())  # type: ignore[call-overload]
