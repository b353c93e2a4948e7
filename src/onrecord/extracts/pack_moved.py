"""What a pack shows of amendments: what was moved, with its end, and what only stood in a group."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..model import GroupedAmendment, MovedAmendment
from ..proceedings.grouping import same_label
from ..proceedings.provisions import Provision
from .amendments import Moved, moved_on
from .bill_stages import Unit
from .contributions import Reader
from .grouped import Grouped, groups_at, words_in_group

On = Callable[[Sequence[Provision], Unit], bool]  # whether what amends these provisions at a stage is asked for


class Amendments:
    """What was moved on a bill and what was not, of it what is `on` the provision asked for."""

    def __init__(self, units: Sequence[Unit], bill: str, on: On = lambda _, __: True) -> None:
        every = moved_on(units, bill)
        groups = [one for unit in units for one in groups_at(unit, bill, every)]
        self._groups = [one for one in groups if one.ground == "chair"]
        self.moved = [one for one in every if on((*one.on, *self._placed(one)), one.unit)]
        self.unmoved = [one for one in words_in_group(groups, every) if on(one.on, one.unit)]

    def shown(self, reader: Reader) -> tuple[MovedAmendment, ...]:
        """What was moved, as the pack says it."""
        return tuple(_moved(reader, one, self._beside(one)) for one in self.moved)

    def shown_unmoved(self, reader: Reader) -> tuple[GroupedAmendment, ...]:
        """What was in groups and not moved, as the pack says it."""
        return tuple(_grouped(reader, one) for one in self.unmoved)

    def _placed(self, moved: Moved) -> tuple[Provision, ...]:
        """What the Chair's list says that it amends, where it is moved later by its number."""
        own = {same_label(label) for label in moved.labels}
        there = (one for one in self._groups if one.unit is moved.unit and own & set(map(same_label, one.labels)))
        return tuple(provision for one in there for provision in one.on)

    def _beside(self, moved: Moved) -> tuple[str, ...]:
        """What the Chair put to be discussed with it."""
        own = [one for one in self._groups if one.unit is moved.unit and one.lead == moved.labels]
        return tuple(dict.fromkeys(_full(one, label) for one in own for label in one.labels))


def _full(one: Grouped, label: str) -> str:
    """ "Clause stand part" under clause 2 is clause 2's."""
    return f"{one.on[0].label} stand part" if label == "clause stand part" and one.on else label


def _moved(reader: Reader, one: Moved, beside: tuple[str, ...]) -> MovedAmendment:
    ids = [said.row["id"] for said in (one.moved, one.speech) if said]
    rows = reader.rows(ids)
    tree = reader.sections_of([one.moved.row["debate_id"]])
    moved, *speech = (reader.contribution(rows[identity], tree) for identity in ids)
    top = one.unit.top
    return MovedAmendment(
        labels=one.labels,
        stage=one.unit.stage,
        house=top.house,
        date=top.date,
        moved=moved,
        speech=speech[0] if speech else None,
        outcome=one.outcome,
        span=one.span,
        beside=beside,
    )


def _grouped(reader: Reader, one: Grouped) -> GroupedAmendment:
    identity = one.put.row["id"]
    tree = reader.sections_of([one.put.row["debate_id"]])
    top = one.unit.top
    return GroupedAmendment(
        labels=tuple(_full(one, label) for label in one.labels),
        stage=one.unit.stage,
        house=top.house,
        date=top.date,
        put=reader.contribution(reader.rows([identity])[identity], tree),
        span=one.span,
        at=one.at,
        lead=one.lead,
        ground=one.ground,
        question=one.a_question,
        outcome=one.outcome,
        moved=one.moved,
    )
