"""A bill's way through both Houses, as far as it is held: each stage with what was done in it.

A stage begins where the record says so: at the heading of the bill, at a sub-heading that
tells another stage ("Third Reading"), or at the House's set words inside a debate. What a
later stage implies but is not held is listed as missing, without a day: a bill on Report
has been read a second time. Committee and Report are implied only where they cannot have
been left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from ..model import BillStage
from ..proceedings.bill_words import amendments_moved, day_number, moved_by_heading, opens_third_reading
from ..proceedings.bills import stage_in_title
from ..store.asking import lots
from ..store.remembered import remembered
from ..store.rows import ContributionCell, decode_contribution
from ..store.schema import contributions, divisions
from .bills import BillSection, HeldBill

_KEPT = 4  # bills of which everything said is kept in mind
_THIRD = "Third reading"
_BEFORE_THIRD = frozenset({"Committee", "Report", None})
_ORDER = ("First reading", "Second reading", "Committee", "Report", _THIRD)
_PING_PONG = {
    "Consideration of Lords amendments": ("commons", "lords"),
    "Consideration of Commons amendments": ("lords", "commons"),
}


class Said:
    """A contribution to a bill's debate, its cell decoded once."""

    def __init__(self, row: RowMapping) -> None:
        self.row = row
        self.cell: ContributionCell = decode_contribution(row["data"])

    @property
    def head(self) -> str:
        """The first paragraphs, in which set words stand."""
        return " ".join(paragraph.text for paragraph in self.cell.paragraphs[:3])


@dataclass(slots=True)
class Unit:
    """A stage on one day: its first section, all its sections, what was said and how often the House divided."""

    stage: str | None
    basis: str
    top: BillSection
    sections: list[BillSection] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    divided: int = 0
    opened: Said | None = None  # the set words with which a stage begins inside a debate


def units_of(connection: Connection, bill: HeldBill) -> list[Unit]:
    """The stages held, in the order of the bill's way, with everything said in them. Those of a few bills are kept in
    mind as long as the record stays as it is, since whoever reads on a bill asks about it again."""
    told = remembered(connection, "stages of bills")
    if bill.id not in told:
        while len(told) >= _KEPT:
            del told[next(iter(told))]
        told[bill.id] = _units(connection, bill)
    return [*told[bill.id]]


def _units(connection: Connection, bill: HeldBill) -> list[Unit]:
    said = _said(connection, bill)
    divided = _divided(connection, bill)
    units: list[Unit] = []
    for section in bill.sections:
        unit = _unit_for(section, units)
        if unit is None:
            unit = Unit(section.stage, _basis(section), section)
            units.append(unit)
        unit.sections.append(section)
        unit.divided += divided[section.id]
        for one in said[section.id]:
            third = _opens_third(unit, one)
            if third and one.row["kind"] == "procedural":
                unit.said.append(one)  # these words end one stage and begin the next
            if third:
                unit = Unit(_THIRD, "set words", unit.top, [unit.top, section], opened=one)
                units.append(unit)
            if not third or one.row["kind"] != "procedural":
                unit.said.append(one)
    return sorted(units, key=lambda unit: (unit.top.date, unit.top.sitting_id, unit.top.ordinal))


def stages_of(units: Sequence[Unit], names: dict[str, str]) -> tuple[BillStage, ...]:
    """The stages as the answer lists them, and those that are missing; `names` are persons' by id."""
    held = [_stage(unit, names) for unit in units]
    return (*_implied(held), *_skipped(held), *held)


def _unit_for(section: BillSection, units: Sequence[Unit]) -> Unit | None:
    """The unit that a section goes on with: that of its heading, unless it tells a stage of its own."""
    if not units or not any(one.id == section.parent_id for one in units[-1].sections):
        return next(
            (
                unit
                for unit in reversed(units)
                if unit.stage == section.stage and any(one.id == section.parent_id for one in unit.sections)
            ),
            None,
        )
    last = units[-1]
    told = stage_in_title(section.title)
    return last if told is None or told == last.stage else None


def _basis(section: BillSection) -> str:
    if section.stage is None:
        return "not told"
    if section.chamber == "public-bill-committee" and stage_in_title(section.title) is None:
        return "chamber"
    return "heading" if stage_in_title(section.title) == section.stage else "set words"


def _opens_third(unit: Unit, one: Said) -> bool:
    """Whether the third reading begins, in set words, while the bill is in another stage."""
    if unit.stage not in _BEFORE_THIRD or one.row["kind"] not in ("procedural", "motion"):
        return False
    if one.row["kind"] == "motion":
        return opens_third_reading(one.head)
    return any(opens_third_reading(paragraph.text) for paragraph in one.cell.paragraphs)


def _said(connection: Connection, bill: HeldBill) -> dict[str, list[Said]]:
    c = contributions.c
    columns = (c.id, c.section_id, c.debate_id, c.kind, c.voice, c.person_id, c.role, c.ordinal, c.words, c.data)
    found: dict[str, list[Said]] = defaultdict(list)
    for lot in lots([section.id for section in bill.sections]):
        debates = {section.debate_id for section in bill.sections}
        query = select(*columns).where(c.debate_id.in_(debates), c.section_id.in_(lot)).order_by(c.ordinal)
        for row in connection.execute(query).mappings():
            found[row["section_id"]].append(Said(row))
    return found


def _divided(connection: Connection, bill: HeldBill) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    debates = {section.debate_id for section in bill.sections}
    query = select(divisions.c.section_id).where(divisions.c.debate_id.in_(debates))
    for (section,) in connection.execute(query):
        counts[section] += 1
    return counts


def _stage(unit: Unit, names: dict[str, str]) -> BillStage:
    spoken = [one for one in unit.said if one.row["kind"] not in ("procedural", "collective")]
    ministers = dict.fromkeys(one.row["person_id"] for one in spoken if one.row["role"] == "minister")
    top = unit.top
    return BillStage(
        stage=unit.stage,
        house=top.house,
        date=top.date,
        debate=top.id,
        held=True,
        basis=unit.basis,
        chamber=top.chamber,
        title=top.title,
        permalink=top.permalink,
        sitting_number=sitting_number(unit),
        columns=_columns(unit),
        contributions=len(spoken),
        speakers=len({one.row["voice"] for one in spoken if one.row["voice"]}),
        ministers=tuple(names.get(person, person) for person in ministers if person),
        divisions=unit.divided,
        amendments=_amendments(unit),
    )


def sitting_number(unit: Unit) -> str | None:
    """The number of the sitting or day of a stage, where the record prints it."""
    titles = [*(section.title for section in unit.sections[:3]), *unit.top.cell.path[::-1]]
    return unit.top.cell.number or day_number(titles)


def _columns(unit: Unit) -> tuple[str, str] | None:
    told: list[Any] = [] if unit.opened else [section.cell.column for section in unit.sections[:1]]
    for one in [unit.opened, *unit.said] if unit.opened else unit.said:
        told += [one.cell.column, one.cell.column_end]
    known = [column for column in told if column]
    return (known[0], known[-1]) if known else None


def _amendments(unit: Unit) -> tuple[str, ...]:
    headings = [] if unit.opened else unit.sections
    found = [name for section in headings for name in moved_by_heading(section.title)]
    for one in unit.said:
        whole = one.row["kind"] in ("motion", "procedural")  # else what the record prints after somebody's speech
        found += amendments_moved([p.text for p in one.cell.paragraphs if whole or p.kind == "procedural"])
    return tuple(dict.fromkeys(found))


def _implied(held: Sequence[BillStage]) -> list[BillStage]:
    """The stages that must have been taken for those held to be, and are not held."""
    reached: dict[str, int] = {}
    for stage in held:
        if stage.stage in _ORDER:
            reached[stage.house] = max(reached.get(stage.house, 0), _ORDER.index(stage.stage))
        elif stage.stage in _PING_PONG:
            reached |= dict.fromkeys(_PING_PONG[stage.stage], len(_ORDER))
    missing = []
    for house, last in reached.items():
        present = {stage.stage for stage in held if stage.house == house}
        for name in _ORDER[:last]:
            if name not in present and _certain(name, last):
                missing.append(BillStage(name, house, None, None, False, "implied by a later stage"))
    return missing


def _skipped(held: Sequence[BillStage]) -> list[BillStage]:
    """The sittings of a stage that are not held, though one with a higher number is."""
    numbers: dict[tuple[str, str | None, str | None], set[int]] = defaultdict(set)
    for one in held:
        if one.stage and one.sitting_number and one.sitting_number.isdigit():
            numbers[one.house, one.stage, one.chamber].add(int(one.sitting_number))
    return [
        BillStage(stage, house, None, None, False, "implied by a later number", chamber=chamber, sitting_number=run)
        for (house, stage, chamber), known in numbers.items()
        for run in _runs(sorted(set(range(1, max(known))) - known))
    ]


def _runs(numbers: Sequence[int]) -> list[str]:
    """Numbers in runs.

    >>> _runs([1, 2, 3, 5])
    ['1 to 3', '5']
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs]


def _certain(name: str, last: int) -> bool:
    """Whether a stage before the one reached cannot have been left out: Committee and Report may have been."""
    return name not in ("Committee", "Report") or (name == "Committee" and _ORDER[last : last + 1] == ("Report",))
