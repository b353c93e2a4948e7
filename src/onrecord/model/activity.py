"""What a person has done on the record, and who spoke in a sitting: counts, never judgements."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from .excerpts import DebateRef
from .people import PersonOnDay


class YearCount(Struct, frozen=True):
    """One calendar year: how many debates somebody spoke in, with how many contributions and words."""

    year: int
    debates: int
    contributions: int
    words: int


class DepartmentCount(Struct, frozen=True):
    """In how many of the debates that involve a department somebody spoke."""

    department: str
    slug: str
    debates: int


class Answered(Struct, frozen=True):
    """How often somebody's questions were answered."""

    person_id: str
    slug: str
    name: str
    answers: int


class Activity(Struct, frozen=True):
    """A person's counts. `answered` is counted over their newest `answered_debates` debates with answers;
    gestures and words of nobody are in no count."""

    member: PersonOnDay
    debates: int
    contributions: int
    words: int
    years: tuple[YearCount, ...]
    departments: tuple[DepartmentCount, ...]
    answered: tuple[Answered, ...]
    answered_debates: int
    newest: tuple[DebateRef, ...]


class Voice(Struct, frozen=True):
    """Who spoke in a sitting, and how much. `person_id` and `slug` are None for somebody not identified."""

    person_id: str | None
    slug: str | None
    name: str
    party: str | None
    chair: bool
    contributions: int
    words: int


class SittingContents(Struct, frozen=True):
    """One sitting: its debates in the order of the record, and who spoke, most words first."""

    date: date
    chamber: str
    debates: tuple[DebateRef, ...]
    voices: tuple[Voice, ...]
