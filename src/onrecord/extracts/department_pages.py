"""Departments: which the record held involves, who held office there, and what was debated.

A department that was renamed is one department here: its page holds the ministers and the
debates of every name it bore, as the filters of a member's excerpts do.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

from sqlalchemy import Connection, Row, Select, func, or_, select

from ..errors import NotHeldError
from ..model import DepartmentRef, Departments, DepartmentWhole, Minister
from ..people.departments import department_kind, department_names, find_department, lineage
from ..store.permalinks import slug_of
from ..store.roll import StoredRoll
from ..store.schema import debate_departments, persons, sections, sittings
from .debate_rows import debate_rows
from .debates import debate_query, refs
from .places import Asked, Place, newest_first, paged


def departments(connection: Connection) -> Departments:
    """Every department that a debate held involves, by name."""
    name = debate_departments.c.department
    query = select(name, func.count(), func.min(sittings.c.date), func.max(sittings.c.date))
    query = query.join(sittings, sittings.c.id == debate_departments.c.sitting_id).group_by(name).order_by(name)
    return Departments(
        tuple(DepartmentRef(n, slug_of(n), department_kind(n) or "", *rest) for n, *rest in connection.execute(query))
    )


def department(
    connection: Connection, roll: StoredRoll, name: str, asked: Asked, chamber: str | None = None
) -> DepartmentWhole:
    """One department, by name, abbreviation or slug. NotHeldError for none, or beyond the last page."""
    name = named(name)
    names = lineage(name)
    involved = select(debate_departments.c.debate_id).where(debate_departments.c.department.in_(names))
    places = debate_query.with_only_columns(sections.c.id, sittings.c.date, sittings.c.chamber, sections.c.ordinal)
    listed = sorted(connection.execute(places.where(sections.c.id.in_(involved))).all(), key=_place)
    chambers = dict(Counter(row.chamber for row in listed).most_common())
    listed = [row for row in listed if chamber in (None, row.chamber)]
    total, pages = len(listed), asked.pages(len(listed))
    if not asked.cursor and asked.page > max(pages, 1):
        raise NotHeldError(f"there is no page {asked.page}", remedy=f"the last page is {max(pages, 1)}")
    shown, following = paged(listed, asked, _place)
    rows = {row["id"]: row for row in debate_rows(connection, [row.id for row in shown])}
    return DepartmentWhole(
        name=name,
        slug=slug_of(name),
        kind=department_kind(name) or "department",
        names=names,
        ministers=_ministers(connection, roll, names),
        total=total,
        page=asked.number,
        pages=pages,
        debates=refs([rows[row.id] for row in shown]),
        next=following,
        chamber=chamber,
        chambers=chambers,
    )


def _place(row: Row[str, date, str, int]) -> Place:
    """Newest day first, and a day in the order of the record."""
    identity, day, chamber, ordinal = row
    return newest_first(day), chamber, ordinal, identity


def named(asked: str) -> str:
    """The department that a name, an abbreviation or a slug means."""
    by_slug = next((name for name in department_names() if slug_of(name) == asked), None)
    found = by_slug or find_department(asked) or find_department(asked.replace("-", " "))
    if found is None:
        raise NotHeldError(f"no department is called {asked}", remedy='name one such as "Home Office"')
    return found


def _ministers(connection: Connection, roll: StoredRoll, names: tuple[str, ...]) -> tuple[Minister, ...]:
    people = roll.matching(_holding(names))
    held = [
        Minister(person.person_id, person.slug, person.name, office)
        for person in people
        for office in person.offices
        if office.department in names and office.kind == "government"
    ]
    return tuple(sorted(held, key=lambda m: (-(m.office.start.toordinal() if m.office.start else 0), m.name)))


def _holding(names: tuple[str, ...]) -> Select[bytes]:
    """People whose cell names one of the departments: a scan of the roll, since it is asked for seldom."""
    marks = [func.instr(persons.c.data, f'"department":"{name}"'.encode()) > 0 for name in names]
    return select(persons.c.data).where(or_(*marks)).order_by(persons.c.slug)
