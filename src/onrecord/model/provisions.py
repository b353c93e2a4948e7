"""What ministers said on one provision of a bill, and under which numbers it was searched."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct

from .bills import Bill, BillStage, ProvisionCount
from .excerpts import Excerpt
from .licence import LICENCE


class Numbering(Struct, frozen=True):
    """Under which number the provision was searched at a stage.

    `basis`: `asked` (the number asked for, as that of the print then before the House), `map` (the mapping
    given), or `inferred` (it stands under the same side-heading, given as `heading`). `focus` counts
    ministers' contributions on it, `others` everybody else's.
    """

    stage: str | None
    house: str
    date: date
    debate: str
    provisions: tuple[str, ...]
    basis: str
    heading: str | None = None
    focus: int = 0
    others: int = 0
    chamber: str | None = None
    sitting_number: str | None = None


class OtherStatement(Struct, frozen=True):
    """A statement on the same provision, or in the bill's debates, by somebody who is no minister."""

    id: str
    name: str
    date: date
    house: str
    permalink: str
    column: str | None = None
    citation: str | None = None
    stage: str | None = None
    official: str | None = None


class ProvisionAnswer(Struct, frozen=True):
    """Everything ministers said on a provision, in order, through all stages held. `total` counts debates."""

    bill: Bill
    provision: str
    focus_rule: str
    query: dict[str, Any]
    stages: tuple[BillStage, ...]
    numbering: tuple[Numbering, ...]
    provisions: tuple[ProvisionCount, ...]
    total: int
    excerpts: tuple[Excerpt, ...]
    others: tuple[OtherStatement, ...]
    notes: tuple[str, ...]
    licence: str = LICENCE
