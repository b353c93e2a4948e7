"""Debates of two sources put into one day: the leading one's where it has them, the other's in between.

Where the leading source has some debates of the day, every debate that it lacks is taken
from the other; where it has the whole day, only what it surely lacks: what has a title that
it does not print, or a passage that stands nowhere in it. The other's order is the day's. Each
debate stands where it stands there; one that only the leading source has follows the debate
before it in its own order. A heading above debates that both have is the leading source's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec import structs

from ..normal import normalise
from ..reading import Item, ReadSitting, Section
from .places import debates_of
from .told import spoken
from .witnesses import Pairing, long_passages

OURS, THEIRS = 0, 1


def woven(leading: ReadSitting, other: ReadSitting, pairing: Pairing) -> ReadSitting:
    """The day. `pairing` says what of `other` is what of `leading`."""
    given = pairing.debates
    weaver = _Weaver(leading, other, pairing)
    lacking = {their for their in weaver.blocks[THEIRS] if their not in given}
    if leading.whole:
        lacking &= _surely_lacking(leading, other, lacking)
        if not lacking:
            return leading
    first: dict[int, int] = {}
    for their in sorted(given.keys() & weaver.blocks[THEIRS].keys()):
        first.setdefault(given[their], their)
    waiting = _behind(leading, set(first))
    for our in waiting.pop(None, ()):
        weaver.put(OURS, our)
    for their in sorted(weaver.blocks[THEIRS]):
        mine = given.get(their)
        if their in lacking:
            weaver.put(THEIRS, their)
        elif mine is None:
            continue
        elif first[mine] == their and mine in weaver.blocks[OURS]:
            for our in (mine, *waiting.pop(mine, ())):
                weaver.put(OURS, our)
    return structs.replace(
        leading,
        sections=tuple(weaver.sections),
        items=tuple(weaver.items),
        volume=leading.volume or other.volume,
        session=leading.session or other.session,
        whole=True,
    )


def _surely_lacking(leading: ReadSitting, other: ReadSitting, debates: Iterable[int]) -> set[int]:
    """Debates with a title of their own, or with a long passage; what has one and stands elsewhere too is paired."""
    titles = {normalise(section.title) for section in leading.sections}
    home = debates_of(other)
    told = {home[item.section] for item in long_passages(spoken(other))}
    return {debate for debate in debates if debate in told or normalise(other.sections[debate].title) not in titles}


def _behind(leading: ReadSitting, placed: set[int]) -> dict[int | None, list[int]]:
    """The leading source's debates that the other lacks, by the debate behind which they stand."""
    waiting: dict[int | None, list[int]] = defaultdict(list)
    last = None
    for debate in sorted({d for d in debates_of(leading) if d is not None}):
        if debate in placed:
            last = debate
        else:
            waiting[last].append(debate)
    return dict(waiting)


class _Weaver:
    def __init__(self, leading: ReadSitting, other: ReadSitting, pairing: Pairing) -> None:
        self.sources = (leading, other)
        self._headings = pairing.headings
        self._met = {match.old for match in pairing.contributions}
        self.blocks = [_blocks(sitting) for sitting in self.sources]
        self.loose = [_loose(sitting) for sitting in self.sources]
        self.sections: list[Section] = []
        self.items: list[Item] = []
        self._place: dict[tuple[int, int], int] = {}

    def put(self, source: int, debate: int) -> None:
        """Put a debate, whole, behind what was put before."""
        for section in sorted(self.blocks[source][debate]):
            self._open(source, section)
        for item in self.sources[source].items:
            if item.section in self.blocks[source][debate]:
                self._take(source, item)

    def _open(self, source: int, index: int) -> int:
        """The place of a section; the headings above it are opened first, each once."""
        if (source, index) in self._place:
            return self._place[source, index]
        if source == THEIRS and index in self._headings:
            place = self._open(OURS, self._headings[index])
        else:
            section = self.sources[source].sections[index]
            parent = None if section.parent is None else self._open(source, section.parent)
            place = len(self.sections)
            self.sections.append(structs.replace(section, parent=parent))
        self._place[source, index] = place
        for item in self.loose[source].get(index, ()):
            if source == OURS or getattr(item, "source_id", None) not in self._met:
                self._take(source, item)
        return place

    def _take(self, source: int, item: Item) -> None:
        self.items.append(structs.replace(item, section=self._place[source, item.section]))


def _blocks(sitting: ReadSitting) -> dict[int, set[int]]:
    """Each debate with the sections in it."""
    blocks: dict[int, set[int]] = defaultdict(set)
    for index, debate in enumerate(debates_of(sitting)):
        if debate is not None:
            blocks[debate].add(index)
    return dict(blocks)


def _loose(sitting: ReadSitting) -> dict[int, list[Item]]:
    """The headings that are in no debate, with what stands right under them."""
    loose: dict[int, list[Item]] = {i: [] for i, debate in enumerate(debates_of(sitting)) if debate is None}
    for item in sitting.items:
        if item.section in loose:
            loose[item.section].append(item)
    return loose
