"""What stood in a group beside a lead amendment, and which of it was never moved, as far as the record tells.

The Commons print the words of a group when the Chair puts it; the Lords print only that something was
"not moved". What was moved is read from everything moved at that stage in that House, on whatever
day. Where nothing held tells that something was moved, that is said, and no more: it may have
been moved on a day that is not held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..proceedings.before import Before
from ..proceedings.grouping import AMENDED, group_put, lead_put, not_moved, same_label
from ..proceedings.provisions import Provision, references
from ..proceedings.set_words import ended
from .amendments import Moved
from .bill_stages import Said, Unit

_AMENDS = re.compile(r"\b(?:page|line) \d|\bleave out\b|\binsert\b|\bagrees? with\b", re.IGNORECASE)
Told = Mapping[str, tuple[str, ...]]  # a label, and the record's words on what became of it


class Grouped(NamedTuple):
    """Something in a group: its words (paragraphs `span` of `put`, the first from character `at`), the lead of the
    group, what it amends, and what the record says became of it. `ground`: `chair` (the Chair put the group), or
    `not moved` (the record says so and prints no words; the lead is that of whose mover names it). `moved`: it was
    moved by its number alone ("I beg to move amendments 18 and 23"), and its words stand in the group only."""

    labels: tuple[str, ...]
    unit: Unit
    put: Said
    span: tuple[int, int]
    at: int
    lead: tuple[str, ...]
    on: tuple[Provision, ...]
    outcome: tuple[str, ...]
    ground: str
    moved: bool = False

    @property
    def a_question(self) -> bool:
        """Whether it is the question on a clause or schedule, which the Chair puts and nobody moves."""
        return "stand part" in self.labels[0] or " be " in self.labels[0]


def groups_at(unit: Unit, bill: str, moved: Sequence[Moved]) -> list[Grouped]:
    """Everything in the groups of a stage, whether moved or not, and what is only said not to be moved."""
    return [*_Groups(unit, bill, [one for one in moved if one.unit is unit]).read()]


def words_in_group(groups: Sequence[Grouped], moved: Sequence[Moved]) -> list[Grouped]:
    """Whose words stand in a group alone, in order, once each: what is not among what was moved at that stage in that
    House, and what was moved by its number."""
    gone, numbered = _labels_by_stage(moved, worded=True), _labels_by_stage(moved, worded=False)
    found = []
    for one in groups:
        told, by_number = gone.setdefault(_where(one.unit), set()), numbered.get(_where(one.unit), set())
        left = tuple(label for label in one.labels if same_label(label) not in told)
        if left:
            told.update([] if one.a_question else map(same_label, left))
            found.append(one._replace(labels=left, moved=all(same_label(label) in by_number for label in left)))
    return found


def _labels_by_stage(moved: Sequence[Moved], *, worded: bool) -> dict[tuple[str, str | None], set[str]]:
    found: dict[tuple[str, str | None], set[str]] = {}
    for one in moved:
        if _prints_words(one) is worded:
            found.setdefault(_where(one.unit), set()).update(map(same_label, one.labels))
    return found


def _prints_words(moved: Moved) -> bool:
    """Whether the words of what was moved stand where it was, and not only its number."""
    start, end = moved.span
    return len(moved.labels) == 1 or any(
        _AMENDS.search(paragraph.text) for paragraph in moved.moved.cell.paragraphs[start : min(end, start + 2)]
    )


def _where(unit: Unit) -> tuple[str, str | None]:
    return unit.top.house, unit.stage


class _Groups:
    """Reads the groups of one stage."""

    def __init__(self, unit: Unit, bill: str, moved: Sequence[Moved]) -> None:
        self._unit, self._moved, self._before = unit, moved, Before(bill)
        self._told: dict[str, tuple[str, ...]] = {}
        self._place = {id(said): place for place, said in enumerate(unit.said)}

    def read(self) -> Iterator[Grouped]:
        titles = {section.id: section.title for section in self._unit.sections}
        self._told = _ends(self._unit)
        section: str | None = None
        for said in self._unit.said:
            if said.row["section_id"] != section:
                section = said.row["section_id"]
                self._before.enter(titles.get(section, ""))
            texts = [paragraph.text for paragraph in said.cell.paragraphs]
            chair, kind = said.row["role"] == "chair", said.row["kind"]
            if chair:
                yield from self._put(said, texts)
            self._before.hear(texts, moves=kind == "motion", chair=chair, procedural=kind == "procedural")
            yield from self._not_moved(said)

    def _put(self, said: Said, texts: Sequence[str]) -> Iterator[Grouped]:
        for one in group_put(texts, self._before.now):
            lead = lead_put(texts) or self._lead(said)
            ends = (text for label in one.labels for text in self._told.get(same_label(label), ()))
            yield Grouped(
                one.labels,
                self._unit,
                said,
                (one.start, one.end),
                one.at,
                lead,
                tuple(dict.fromkeys((*one.on, *_own(one.labels)))),
                tuple(dict.fromkeys(ends)),
                "chair",
            )

    def _lead(self, put: Said) -> tuple[str, ...]:
        """What was moved last before the Chair put the group, under the same heading."""
        earlier = [m for m in self._moved if self._place.get(id(m.moved), len(self._place)) < self._place[id(put)]]
        near = [m for m in earlier if (m.speech or m.moved).row["section_id"] == put.row["section_id"]]
        return near[-1].labels if near else ()

    def _not_moved(self, said: Said) -> Iterator[Grouped]:
        """What the record says was not moved; it is on the clause under whose heading that stands."""
        for place, text in _set_words(said):
            if labels := not_moved(text):
                lead = next((m.labels for m in self._moved if _names(m, labels)), ())
                on = (one for one in self._before.now if one.kind in AMENDED)
                found = tuple(dict.fromkeys((*_own(labels), *on)))
                yield Grouped(labels, self._unit, said, (place, place + 1), 0, lead, found, (text,), "not moved")


def _ends(unit: Unit) -> dict[str, tuple[str, ...]]:
    """The set words that tell the end of each thing that they name by its number."""
    found: dict[str, tuple[str, ...]] = {}
    for said in unit.said:
        for _, text in _set_words(said):
            end = ended(text)
            for label in map(same_label, not_moved(text) or (end.labels if end else ())):
                found[label] = tuple(dict.fromkeys((*found.get(label, ()), text)))
    return found


def _set_words(said: Said) -> Iterator[tuple[int, str]]:
    own = said.row["kind"] == "procedural"
    for place, paragraph in enumerate(said.cell.paragraphs):
        if own or paragraph.kind == "procedural":
            yield place, paragraph.text


def _own(labels: Sequence[str]) -> tuple[Provision, ...]:
    return tuple(one for label in labels for reference in references(label) for one in reference.provisions)


def _names(moved: Moved, labels: Sequence[str]) -> bool:
    """Whether the mover's speech names one of these amendments."""
    speech = moved.speech or moved.moved
    named = {p.label for text in speech.cell.paragraphs for r in references(text.text) for p in r.provisions}
    return any(label in named for label in labels)
