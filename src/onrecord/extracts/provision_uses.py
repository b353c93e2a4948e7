"""Where a bill's provisions are spoken of: by name, or because they are before the House.

The debate is walked once, in order. Each contribution gets the provisions it names as the
bill's, and those that were before the House when it was made; the two are kept apart, since
the first is what somebody said and the second is only what was being discussed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from ..model import ProvisionCount
from ..proceedings.before import Before
from ..proceedings.provisions import Provision, anaphora, headed, joined, references
from ..store.remembered import remembered
from .bill_stages import Said, Unit
from .bills import HeldBill

TOP = ("clause", "new clause", "schedule", "new schedule", "amendment", "part")
_KEPT = 4  # bills
SHORT = 150  # words: a question or an intervention, of which the next words are the answer
_NOBODY = frozenset({"procedural", "collective", "gesture"})


class Use(NamedTuple):
    """A contribution, with what it names, what "that clause" points to in it, what was before the House, and what is
    named in the short question or intervention that a minister answers with it; and what it names of other Acts and
    instruments, with the Act."""

    unit: Unit
    said: Said
    named: tuple[Provision, ...]
    pointed: tuple[Provision, ...]
    before: tuple[Provision, ...]
    asked: tuple[Provision, ...] = ()
    foreign: tuple[tuple[Provision, str | None], ...] = ()

    @property
    def spoken(self) -> bool:
        """Whether these are somebody's words."""
        return self.said.row["kind"] not in _NOBODY and self.said.row["role"] != "chair"

    @property
    def ministers(self) -> bool:
        """Whether they are a minister's."""
        return self.spoken and self.said.row["role"] == "minister"


def uses_held(connection: Connection, bill: HeldBill, units: Sequence[Unit]) -> list[Use]:
    """`uses_of` these stages of a bill, kept in mind as `units_of` keeps them."""
    told = remembered(connection, "provisions of bills")
    if bill.id not in told or told[bill.id][0] != [id(unit) for unit in units]:
        told.pop(bill.id, None)
        while len(told) >= _KEPT:
            del told[next(iter(told))]
        told[bill.id] = [id(unit) for unit in units], [*uses_of(units, bill.name)]
    return [*told[bill.id][1]]


def uses_of(units: Sequence[Unit], bill: str) -> Iterator[Use]:
    """Every contribution of the bill's debates, in order."""
    for unit in units:
        before = Before(bill)
        last: Use | None = None
        titles = {section.id: section.title for section in unit.sections}
        at: str | None = None
        for said in unit.said:
            if said.row["section_id"] != at:
                at = said.row["section_id"]
                before.enter(titles.get(at, ""))
            paragraphs = [paragraph.text for paragraph in said.cell.paragraphs]
            kind = said.row["kind"]
            before.hear(
                paragraphs, moves=kind == "motion", chair=said.row["role"] == "chair", procedural=kind == "procedural"
            )
            named, pointed = _named(paragraphs, bill), _pointed(paragraphs, before.now)
            use = Use(unit, said, named, pointed, before.now, foreign=_foreign(paragraphs, bill))
            yield use._replace(asked=_asked(last, use))
            last = use if use.spoken else last
            if kind not in ("motion", "procedural"):
                own = [paragraph.text for paragraph in said.cell.paragraphs if paragraph.kind == "procedural"]
                before.hear(own, moves=False, chair=False, procedural=True)  # what is printed after a speech


def _asked(last: Use | None, use: Use) -> tuple[Provision, ...]:
    """What is named in what a minister answers: the short contribution of somebody else just before."""
    if last is None or not use.ministers or last.ministers or last.said.row["words"] > SHORT:
        return ()
    return (*last.named, *last.pointed)


def counted(uses: Sequence[Use]) -> tuple[ProvisionCount, ...]:
    """Each provision that somebody names, and in how many contributions; in the order of the bill."""
    all_said: Counter[tuple[str, str]] = Counter()
    by_ministers: Counter[tuple[str, str]] = Counter()
    for use in uses:
        if use.spoken:
            named = {(one.kind, one.number) for one in use.named if one.kind in TOP}
            all_said.update(named)
            by_ministers.update(named if use.ministers else ())
    order = sorted(all_said, key=lambda one: (TOP.index(one[0]), number_key(one[1])))
    return tuple(
        ProvisionCount(Provision(kind, number).label, all_said[kind, number], by_ministers[kind, number])
        for kind, number in order
    )


def headings_of(unit: Unit) -> Mapping[Provision, str]:
    """The side-headings that the record prints at a stage, by provision."""
    found: dict[Provision, str] = {}
    titles = [section.title for section in unit.sections]
    texts = [
        p.text for one in unit.said for p in one.cell.paragraphs if "procedural" in (one.row["kind"], p.kind)
    ]  # the Lords print the heading of the next clause at the foot of a speech
    for text in [*titles, *texts]:
        told = headed(text)
        if told and told[1]:
            found.setdefault(told[0], told[1])
    return found


def number_key(number: str) -> tuple[int, str]:
    """Numbers in the order of a bill: 2, 10, 10A.

    >>> sorted(["10A", "2", "10"], key=number_key)
    ['2', '10', '10A']
    """
    digits = re.search(r"\d+", number)
    return int(digits[0]) if digits else 0, number


def _named(paragraphs: Sequence[str], bill: str) -> tuple[Provision, ...]:
    found: list[Provision] = []
    for text in paragraphs:
        for reference in references(text, bill):
            if reference.of in ("bill", "unknown"):
                found += reference.provisions
                if reference.parent:
                    found += [reference.parent, *joined(reference.provisions, reference.parent)]
    return tuple(dict.fromkeys(found))


def _foreign(paragraphs: Sequence[str], bill: str) -> tuple[tuple[Provision, str | None], ...]:
    found: list[tuple[Provision, str | None]] = []
    for text in paragraphs:
        for reference in references(text, bill):
            if reference.of in ("act", "other"):
                inside = joined(reference.provisions, reference.parent) if reference.parent else ()
                found += [(one, reference.act) for one in (*reference.provisions, *inside)]
    return tuple(dict.fromkeys(found))


def _pointed(paragraphs: Sequence[str], before: Sequence[Provision]) -> tuple[Provision, ...]:
    """What "that clause" or "this amendment" means: the only one of its kind before the House, if there is only one."""
    kinds = {kind for text in paragraphs for _, _, kind in anaphora(text)}
    alone = {kind: [one for one in before if one.kind == kind] for kind in kinds}
    return tuple(found[0] for found in alone.values() if len(found) == 1)
