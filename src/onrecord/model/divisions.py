"""Divisions as lists and pages of their own show them."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from .excerpts import DebateRef
from .licence import LICENCE
from .record import Division, SittingRef


class DivisionRef(Struct, frozen=True):
    """A division in a list: its debate, its number and the counts as printed."""

    id: str
    number: str | None
    date: date
    house: str
    chamber: str
    counts: dict[str, int]
    debate: DebateRef | None


class Divisions(Struct, frozen=True):
    """A page of divisions, newest first."""

    total: int
    page: int | None
    pages: int
    divisions: tuple[DivisionRef, ...]
    next: str | None = None


class DivisionWhole(Struct, frozen=True):
    """One division: who voted how, and the debate in which the House divided."""

    division: Division
    sitting: SittingRef
    debate: DebateRef | None
    licence: str = LICENCE
