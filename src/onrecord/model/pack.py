"""The pack: ministers' words on a bill or a provision, gathered for a court bundle, with what lets others check it."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct

from .bills import Bill, BillStage, MinisterialContribution
from .licence import LICENCE, NOT_OFFICIAL
from .provisions import Numbering, OtherStatement
from .record import Contribution


class PackMark(Struct, frozen=True):
    """Words that are relied on: characters `start:end` of a contribution's text."""

    id: str
    start: int
    end: int


class Passage(Struct, frozen=True):
    """A stretch of a debate without omissions, with ministers' words in it."""

    number: int
    stage: str | None
    house: str
    chamber: str
    date: date
    title: str
    headings: tuple[tuple[int, str], ...]
    contributions: tuple[MinisterialContribution, ...]
    omitted_before: int
    omitted_after: int
    citation: str | None
    official: str | None
    permalink: str
    sitting_number: str | None = None


class MovedAmendment(Struct, frozen=True):
    """What was moved on the bill or the provision: the words that move it (paragraphs `span` of `moved`), the mover's
    speech where that is another contribution, what became of it, as the record prints it, and `beside`: what the Chair
    put to be discussed with it."""

    labels: tuple[str, ...]
    stage: str | None
    house: str
    date: date
    moved: Contribution
    speech: Contribution | None
    outcome: tuple[str, ...]
    span: tuple[int, int]
    beside: tuple[str, ...] = ()


class GroupedAmendment(Struct, frozen=True):
    """What stood in a group and is not among what was moved: its words (paragraphs `span` of `put`, the first from
    character `at`), the `lead` of the group, and what the record says of its end. `ground`: `chair` (the Chair put
    the group) or `not moved` (the record says only that; `lead` is that of whose mover names it). `question`: the
    question on a clause, which nobody moves. `moved`: it was moved by its number alone."""

    labels: tuple[str, ...]
    stage: str | None
    house: str
    date: date
    put: Contribution
    span: tuple[int, int]
    at: int
    lead: tuple[str, ...]
    ground: str
    question: bool
    outcome: tuple[str, ...]
    moved: bool = False


class PackSource(Struct, frozen=True):
    """A file of the record from which a sitting of this pack was read."""

    sha256: str
    format: str
    name: str
    sitting: str
    leading: bool


class Pack(Struct, frozen=True):
    """Everything that a pack says, before it is set in any format. `archive` tells what was searched, and its state."""

    bill: Bill
    provision: str | None
    focus_rule: str
    query: dict[str, Any]
    made: date
    archive: dict[str, Any]
    counts: dict[str, int]
    notes: tuple[str, ...]
    stages: tuple[BillStage, ...]
    numbering: tuple[Numbering, ...]
    passages: tuple[Passage, ...]
    others: tuple[OtherStatement, ...]
    amendments: tuple[MovedAmendment, ...]
    corrections: tuple[Contribution, ...]
    revised: tuple[str, ...]
    sources: tuple[PackSource, ...]
    marks: tuple[PackMark, ...] = ()
    grouped: tuple[GroupedAmendment, ...] = ()
    licence: str = LICENCE
    official: str = NOT_OFFICIAL


class PackManifest(Struct, frozen=True):
    """What stands beside an exported pack, so that an opponent can check it word by word."""

    bill: str
    provision: str | None
    query: dict[str, Any]
    made: date
    archive: dict[str, Any]
    counts: dict[str, int]
    sources: tuple[PackSource, ...]
    contributions: tuple[dict[str, Any], ...]
    file: str
    sha256: str
    licence: str = LICENCE
