"""A member's words, debate by debate: which debates, which page, and what stands around them.

The windows themselves are decided in `excerpt`, which knows nothing of a database, and
made into passages in `passages`. This module asks for the debates in which the member
spoke (rows without text) and says which contributions are looked at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct, structs
from sqlalchemy import Connection, RowMapping, Select, select

from ..errors import UsageError
from ..model import Excerpt, Excerpts, Person
from ..people.departments import departments_meant
from ..people.standing import on_day
from ..store.asking import Row
from ..store.permalinks import fold_title
from ..store.roll import StoredRoll
from ..store.schema import contributions, debate_departments, sections, sittings
from .contributions import Reader
from .debate_rows import debate_place, debate_rows, newest_debates
from .debates import debate_of, debate_query, resolve
from .excerpt import exchanges
from .members import find_member
from .parliaments import parliament_between
from .passages import Around, passages, turns_of
from .places import Asked, cursor_of, paged
from .sessions import session_between

CONTEXTS = ("reply", "adjacent", "none")
_PLACED = (sections.c.id, sections.c.sitting_id, sections.c.ordinal, sittings.c.date)


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
    cursor: str | None = None


def member_excerpts(connection: Connection, roll: StoredRoll, query: Query) -> Excerpts:
    """One page of a member's excerpts. UsageError for a question that cannot be meant."""
    _check(query)
    member = find_member(roll, query.member)
    other = find_member(roll, query.with_member) if query.with_member else None
    if other and other.person_id == member.person_id:
        raise UsageError(f"{member.name} and {query.with_member} are one person", remedy="name two members")
    asked = Asked(query.page, query.per_page, query.cursor)
    if _narrows(query):
        listed = _debates(connection, query, member, other)
        focus = _focus(connection, [row["id"] for row in listed], member, other)
        chosen = [row for row in listed if row["id"] in focus]
        page, following = paged(chosen, asked, debate_place)
        total, shown = len(chosen), _rows(connection, [row["id"] for row in page])
    else:
        total, found = newest_debates(connection, member.person_id, asked)
        shown, more = found[: asked.per_page], found[asked.per_page :]
        focus = dict.fromkeys(row["id"] for row in shown)
        following = cursor_of(debate_place(shown[-1])) if more else None
    return Excerpts(
        member=on_day(member, None),
        query=_asked(query),
        total=total,
        page=asked.number,
        pages=asked.pages(total),
        excerpts=_excerpts(connection, roll, query, member.person_id, shown, focus),
        next=following,
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
    """The debates meant, newest first: their places alone, since a member may have thousands and a page shows ten."""
    spoke = select(contributions.c.debate_id).where(contributions.c.person_id == member.person_id)
    found = debate_query.with_only_columns(*_PLACED).where(sections.c.id.in_(spoke))
    if other:
        also = select(contributions.c.debate_id).where(contributions.c.person_id == other.person_id)
        found = found.where(sections.c.id.in_(also))
    found = _filtered(connection, found, query)
    return sorted(connection.execute(found).mappings(), key=debate_place)


def _narrows(query: Query) -> bool:
    """Whether anything but the page and the context was asked for."""
    narrowing = (query.department, query.debate, query.bill, query.with_member, query.start, query.end)
    return any(narrowing) or any((query.parliament, query.session, query.chamber))


def _rows(connection: Connection, ids: Sequence[str]) -> list[Row]:
    rows = {row["id"]: row for row in debate_rows(connection, ids)}
    return [rows[one] for one in ids]


def _filtered(connection: Connection, found: Select[Any], query: Query) -> Select[Any]:
    if query.start:
        found = found.where(sittings.c.date >= query.start)
    if query.end:
        found = found.where(sittings.c.date <= query.end)
    if query.chamber:
        found = found.where(sittings.c.chamber == query.chamber)
    spans = [session_between(query.session)] if query.session else []
    spans += [parliament_between(query.parliament)] if query.parliament else []
    for first, last in spans:
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
    """Every department meant, under every name it bore: "Health" is asked for in 2009 and in 2023."""
    departments = departments_meant(query.department or "")
    if not departments:
        raise UsageError(f"no department is called {query.department!r}", remedy='name one such as "Home Office"')
    return departments


def _debates_on_bill(bill: str) -> Select[Any]:
    words = [word for word in fold_title(bill).split() if word != "bill"]
    if not words:
        raise UsageError("no bill was named", remedy='name one such as "Child Poverty Bill"')
    within = select(sections.c.debate_id).where(sections.c.bill.is_not(None))
    for word in words:
        within = within.where(sections.c.bill.icontains(word, autoescape=True))
    return within


def _focus(
    connection: Connection, chosen: Sequence[str], member: Person, other: Person | None
) -> dict[str, frozenset[str] | None]:
    """For each debate the focus contributions, None meaning all of the member's; debates without any are left out."""
    if other is None:
        return dict.fromkeys(chosen)
    told = turns_of(connection, chosen)
    pairs = {debate: exchanges(turns, member.person_id, other.person_id) for debate, (turns, _) in told.items()}
    return {debate: ids for debate, ids in pairs.items() if ids}


def _excerpts(
    connection: Connection,
    roll: StoredRoll,
    query: Query,
    member: str,
    shown: Sequence[Row],
    focus: Mapping[str, frozenset[str] | None],
) -> tuple[Excerpt, ...]:
    told = turns_of(connection, [row["id"] for row in shown])
    looked_at = {
        debate: focus[debate] or frozenset(turn.id for turn in turns if turn.voice == member)
        for debate, (turns, _) in told.items()
    }
    around = Around(query.context, query.before, query.after)
    return passages(Reader(connection, roll), shown, told, looked_at, around)
