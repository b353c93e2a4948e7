"""A member's words, debate by debate: which debates, which page, and what stands around them.

The windows themselves are decided in `excerpt`, which knows nothing of a database. This
module asks for the debates in which the member spoke (rows without text), lets `excerpt`
choose, and only then reads the words of what is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct, structs
from sqlalchemy import Connection, RowMapping, Select, select

from ..errors import UsageError
from ..model import DebateRef, Excerpt, ExcerptContribution, Excerpts, Links, Person, Run
from ..people.departments import find_department, lineage
from ..people.on_day import on_day
from ..store.permalinks import fold_title
from ..store.roll import StoredRoll
from ..store.schema import contributions, debate_departments, sections, sittings
from .contributions import Reader, SectionRow
from .cutting import cut_paragraphs
from .debates import debate_of, debate_query, refs, resolve
from .excerpt import Shown, Turn, Windows, exchanges, windows
from .links import official_url
from .members import find_member
from .parliaments import parliament_between

CONTEXTS = ("reply", "adjacent", "none")


class Query(Struct, frozen=True, omit_defaults=True):
    """What was asked, as the answer repeats it."""

    member: str
    department: str | None = None
    debate: str | None = None
    bill: str | None = None
    with_member: str | None = None
    start: date | None = None
    end: date | None = None
    parliament: str | None = None
    session: str | None = None
    chamber: str | None = None
    context: str = "reply"
    before: int = 1
    after: int = 1
    page: int = 1
    per_page: int = 10


def member_excerpts(connection: Connection, roll: StoredRoll, query: Query) -> Excerpts:
    """One page of a member's excerpts. UsageError for a question that cannot be meant."""
    _check(query)
    member = find_member(roll, query.member)
    other = find_member(roll, query.with_member) if query.with_member else None
    chosen = _debates(connection, query, member, other)
    focus = _focus(connection, chosen, member, other)
    chosen = [row for row in chosen if row["id"] in focus]
    pages = -(-len(chosen) // query.per_page)
    start = (query.page - 1) * query.per_page
    shown = chosen[start : start + query.per_page]
    return Excerpts(
        member=on_day(member, None),
        query=_asked(query),
        total=len(chosen),
        page=query.page,
        pages=pages,
        excerpts=_excerpts(connection, roll, query, member.person_id, shown, focus),
        next=str(query.page + 1) if query.page < pages else None,
    )


def _check(query: Query) -> None:
    if query.context not in CONTEXTS:
        raise UsageError(f"there is no context {query.context!r}", remedy=f"use one of {', '.join(CONTEXTS)}")
    for name in ("before", "after"):
        if getattr(query, name) < 0:
            raise UsageError(f"--{name} cannot be negative", remedy=f"give --{name} 0 or more")
    for name in ("page", "per_page"):
        if getattr(query, name) < 1:
            raise UsageError(f"--{name.replace('_', '-')} starts at 1", remedy="count pages from 1")
    if query.start and query.end and query.start > query.end:
        raise UsageError(f"{query.start} is after {query.end}", remedy="give --from a day before --to")


def _asked(query: Query) -> dict[str, Any]:
    names = {"start": "from", "end": "to", "with_member": "with"}
    return {names.get(k, k): v for k, v in structs.asdict(query).items() if v is not None}


def _debates(connection: Connection, query: Query, member: Person, other: Person | None) -> Sequence[RowMapping]:
    spoke = select(contributions.c.debate_id).where(contributions.c.person_id == member.person_id)
    found = debate_query.where(sections.c.id.in_(spoke))
    if other:
        also = select(contributions.c.debate_id).where(contributions.c.person_id == other.person_id)
        found = found.where(sections.c.id.in_(also))
    found = _filtered(connection, found, query)
    rows = connection.execute(found.order_by(sittings.c.date.desc(), sittings.c.chamber, sections.c.ordinal.desc()))
    return rows.mappings().all()


def _filtered(connection: Connection, found: Select[Any], query: Query) -> Select[Any]:
    if query.start:
        found = found.where(sittings.c.date >= query.start)
    if query.end:
        found = found.where(sittings.c.date <= query.end)
    if query.chamber:
        found = found.where(sittings.c.chamber == query.chamber)
    if query.session:
        found = found.where(sittings.c.session == query.session)
    if query.parliament:
        first, last = parliament_between(query.parliament)
        found = found.where(sittings.c.date >= first, sittings.c.date <= last)
    if query.department:
        within = select(debate_departments.c.debate_id)
        found = found.where(sections.c.id.in_(within.where(debate_departments.c.department.in_(_departments(query)))))
    if query.bill:
        found = found.where(sections.c.id.in_(_debates_on_bill(query.bill)))
    if query.debate:
        found = found.where(sections.c.id == debate_of(connection, resolve(connection, query.debate)))
    return found


def _departments(query: Query) -> tuple[str, ...]:
    """Every name that the department asked for ever bore: "Health" is asked for in 2009 and in 2023."""
    department = find_department(query.department or "")
    if department is None:
        raise UsageError(f"no department is called {query.department!r}", remedy='name one such as "Home Office"')
    return lineage(department)


def _debates_on_bill(bill: str) -> Select[Any]:
    words = [word for word in fold_title(bill).split() if word != "bill"]
    if not words:
        raise UsageError("no bill was named", remedy='name one such as "Child Poverty Bill"')
    within = select(sections.c.debate_id).where(sections.c.bill.is_not(None))
    for word in words:
        within = within.where(sections.c.bill.icontains(word, autoescape=True))
    return within


def _focus(
    connection: Connection, chosen: Sequence[RowMapping], member: Person, other: Person | None
) -> dict[str, frozenset[str] | None]:
    """For each debate the focus contributions, None meaning all of the member's; debates without any are left out."""
    if other is None:
        return {row["id"]: None for row in chosen}
    turns, _ = _turns(connection, [row["id"] for row in chosen])
    pairs = {debate: exchanges(turns[debate], member.person_id, other.person_id) for debate in turns}
    return {debate: ids for debate, ids in pairs.items() if ids}


def _turns(connection: Connection, debate_ids: Sequence[str]) -> tuple[dict[str, list[Turn]], dict[str, list[str]]]:
    """The turns of debates, in order, and beside them the section each stands in."""
    c = contributions.c
    columns = (
        c.debate_id,
        c.id,
        c.section_id,
        c.kind,
        c.voice,
        c.role,
        c.grouping,
        c.words,
        c.named,
        c.number,
        c.floor,
    )
    query = select(*columns).where(c.debate_id.in_(debate_ids)).order_by(c.debate_id, c.ordinal)
    turns: dict[str, list[Turn]] = defaultdict(list)
    standing: dict[str, list[str]] = defaultdict(list)
    numbers: dict[str, int] = {}
    for debate, identity, section, kind, voice, role, group, words, named, number, floor in connection.execute(
        query
    ).all():
        turns[debate].append(
            Turn(
                id=identity,
                section=numbers.setdefault(section, len(numbers)),
                kind=kind,
                voice=voice,
                role=role,
                procedural=kind == "procedural" and not named,
                group=group,
                words=words,
                number=number,
                floor=floor,
            )
        )
        standing[debate].append(section)
    return turns, standing


def _excerpts(
    connection: Connection,
    roll: StoredRoll,
    query: Query,
    member: str,
    shown: Sequence[RowMapping],
    focus: Mapping[str, frozenset[str] | None],
) -> tuple[Excerpt, ...]:
    reader = Reader(connection, roll)
    ids = [row["id"] for row in shown]
    turns, standing = _turns(connection, ids)
    chosen = {
        debate: windows(
            turns[debate],
            focus[debate] or frozenset(t.id for t in turns[debate] if t.voice == member),
            context=query.context,
            before=query.before,
            after=query.after,
        )
        for debate in ids
    }
    wanted = [turns[d][s.index].id for d in ids for run in chosen[d].runs for s in run]
    rows, tree = reader.rows(wanted), reader.sections_of(ids)
    return tuple(
        _excerpt(reader, ref, tree, turns[ref.id], standing[ref.id], rows, chosen[ref.id]) for ref in refs(shown)
    )


def _excerpt(
    reader: Reader,
    ref: DebateRef,
    tree: Mapping[str, SectionRow],
    turns: Sequence[Turn],
    standing: Sequence[str],
    rows: Mapping[str, RowMapping],
    chosen: Windows,
) -> Excerpt:
    runs = tuple(
        Run(
            contributions=tuple(_shown(reader, rows[turns[s.index].id], tree, s) for s in run),
            headings=_headings(run, standing, tree, ref.id),
        )
        for run in chosen.runs
    )
    every = [c for run in runs for c in run.contributions]
    section = tree[ref.id]
    official = official_url(every[0].sitting, section.cell.url or every[0].source_url)
    video = next((c.video_url for c in every if c.focus and c.video_url), None)
    links = Links(debate=ref.permalink, official=official, video=video)
    return Excerpt(ref, links, chosen.omitted_before, runs, chosen.omitted_between, chosen.omitted_after)


def _shown(reader: Reader, row: RowMapping, tree: Mapping[str, SectionRow], shown: Shown) -> ExcerptContribution:
    facts = reader.facts(row, tree)
    kept, cut = cut_paragraphs(facts["paragraphs"], shown.cut)
    if cut:
        facts |= {"paragraphs": kept, "text": "\n\n".join(p.text for p in kept)}
    return ExcerptContribution(**facts, focus=shown.focus, because=shown.because, cut=cut)


def _headings(
    run: Sequence[Shown], standing: Sequence[str], tree: Mapping[str, SectionRow], debate_id: str
) -> tuple[tuple[int, str], ...]:
    """The sub-headings a run stands under or enters, each with the place in the run before which it is shown."""
    found: list[tuple[int, str]] = []
    before: list[str] = []
    for place, shown in enumerate(run):
        way = _way(standing[shown.index], tree, debate_id)
        new = [section for section in way if section not in before]
        found += [(place, tree[section].row["title"]) for section in new]
        before = way
    return tuple(found)


def _way(section: str | None, tree: Mapping[str, SectionRow], debate_id: str) -> list[str]:
    way: list[str] = []
    while section and section != debate_id and section in tree:
        way.append(section)
        section = tree[section].row["parent_id"]
    return way[::-1]
