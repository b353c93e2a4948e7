"""Departments as lists and pages of their own show them: who held office there, and what was debated."""

from __future__ import annotations

from datetime import date

from msgspec import Struct, field

from .excerpts import DebateRef
from .people import Office


class DepartmentRef(Struct, frozen=True):
    """A department in a list. `kind` is department, office or answering-body; the days are those of the
    first and newest debate held that involves it."""

    name: str
    slug: str
    kind: str
    debates: int
    first: date | None
    newest: date | None


class Departments(Struct, frozen=True):
    """Every department that a debate held involves."""

    departments: tuple[DepartmentRef, ...]


class Minister(Struct, frozen=True):
    """Somebody's spell in an office of the department."""

    person_id: str
    slug: str
    name: str
    office: Office


class DepartmentWhole(Struct, frozen=True):
    """A department: the names it bore in turn, its ministers newest first, and a page of its debates.

    `chambers` counts all that involve it: debates, questions and statements by where they stand; `total` counts those
    listed, which are of one `chamber` if one was asked for.
    """

    name: str
    slug: str
    kind: str
    names: tuple[str, ...]
    ministers: tuple[Minister, ...]
    total: int
    page: int | None
    pages: int
    debates: tuple[DebateRef, ...]
    next: str | None = None
    chamber: str | None = None
    chambers: dict[str, int] = field(default_factory=dict)
