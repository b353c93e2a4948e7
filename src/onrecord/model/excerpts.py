"""A member's words with their context, and the debates they stand in (contract section 4)."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct

from .licence import LICENCE
from .people import PersonOnDay
from .record import Contribution


class ExcerptContribution(Contribution, frozen=True):
    """A contribution as it stands in an excerpt; `because` says why context is shown (contract section 4)."""

    focus: bool = False
    because: str | None = None
    cut: str | None = None


class Run(Struct, frozen=True):
    """A stretch of a debate without omissions. `headings` are those the run stands under or enters,
    each with the index of the contribution before which it is shown."""

    contributions: tuple[ExcerptContribution, ...]
    headings: tuple[tuple[int, str], ...] = ()


class DebateRef(Struct, frozen=True):
    """A debate as it heads an excerpt or stands in a list. `departments_basis`: how we know each of `departments`,
    in the same order; the words are those of `SectionRef`."""

    id: str
    title: str
    date: date
    chamber: str
    house: str
    bill: str | None = None
    stage: str | None = None
    department: str | None = None
    departments: tuple[str, ...] = ()
    permalink: str = ""
    department_basis: str | None = None
    departments_basis: tuple[str, ...] = ()


class Links(Struct, frozen=True):
    """Where to read on: the whole debate here, the official page, the video, ministers' words."""

    debate: str
    official: str | None = None
    video: str | None = None
    ministerial: str | None = None


class Excerpt(Struct, frozen=True):
    """A member's words in one debate, with their context and a count of what is left out."""

    debate: DebateRef
    links: Links
    omitted_before: int
    runs: tuple[Run, ...]
    omitted_between: tuple[int, ...]
    omitted_after: int


class Excerpts(Struct, frozen=True):
    """One page of a member's excerpts, newest debate first. `total` counts debates."""

    member: PersonOnDay
    query: dict[str, Any]
    total: int
    page: int | None
    pages: int
    excerpts: tuple[Excerpt, ...]
    next: str | None = None
    licence: str = LICENCE
