"""A bill: its names, its stages, who is in charge of it, and ministers' words on it (contract section 9)."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct

from .excerpts import Excerpt, ExcerptContribution
from .licence import LICENCE
from .spells import SPELL


class BillName(Struct, frozen=True, rename=SPELL):
    """A name that the bill bore, and the first day on which it is found with it."""

    name: str
    start: date | None


class Promoter(Struct, frozen=True):
    """Whoever is in charge of the bill, or was at one stage; `basis` says how that is known."""

    person_id: str | None
    name: str
    basis: str
    slug: str = ""


class Bill(Struct, frozen=True):
    """A bill of one session (or of two, where it was carried over)."""

    id: str
    names: tuple[BillName, ...]
    session: str | None
    house_of_origin: str | None
    promoters: tuple[Promoter, ...]
    ids: dict[str, str] = {}


class BillStage(Struct, frozen=True):
    """One stage on one day. Of a stage that is not `held` nothing is known but what `basis` says.

    `debate` is the id of the section in which it stands; `ministers` are the persons who spoke as such,
    `speakers` counts everybody; `amendments` are those moved, as the record numbers them. `sitting_number` is that of
    the day or sitting, as the record prints it, or several that are missing ("1 to 4").
    """

    stage: str | None
    house: str
    date: date | None
    debate: str | None
    held: bool
    basis: str
    chamber: str | None = None
    title: str | None = None
    permalink: str | None = None
    sitting_number: str | None = None
    columns: tuple[str, str] | None = None
    contributions: int = 0
    speakers: int = 0
    ministers: tuple[str, ...] = ()
    divisions: int = 0
    amendments: tuple[str, ...] = ()


class ProvisionCount(Struct, frozen=True):
    """A provision as it is spoken of, and how often; `ministers` counts the mentions in ministers' words."""

    provision: str
    mentions: int
    ministers: int = 0


class MinisterHere(Struct, frozen=True):
    """As which minister somebody speaks here. `title` is the office, as printed or held that day."""

    title: str | None
    department: str | None
    basis: str


class MinisterialContribution(ExcerptContribution, frozen=True):
    """A contribution in a ministerial extract: in focus it carries `minister`, or `promoter`."""

    minister: MinisterHere | None = None
    promoter: bool = False


class Ministerial(Struct, frozen=True):
    """One page of ministers' words in a debate, or in all stages of a bill in their order. `total` counts debates."""

    focus_rule: str
    query: dict[str, Any]
    total: int
    page: int | None
    pages: int
    excerpts: tuple[Excerpt, ...]
    next: str | None = None
    licence: str = LICENCE


class BillAnswer(Struct, frozen=True):
    """What `bill` answers: the bill, its stages in their order, and the provisions spoken of."""

    bill: Bill
    stages: tuple[BillStage, ...]
    provisions: tuple[ProvisionCount, ...] = ()
    notes: tuple[str, ...] = ()
    licence: str = LICENCE


class BillRef(Struct, frozen=True):
    """A bill as it stands in a list: how many debates are held, and from when to when."""

    id: str
    name: str
    session: str | None
    debates: int
    first: date
    last: date
    houses: tuple[str, ...] = ()


class BillList(Struct, frozen=True):
    """The bills with a debate held, newest first."""

    bills: tuple[BillRef, ...]
