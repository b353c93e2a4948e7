"""Divisions that come in a file of their own, beside a sitting that is held whole.

Such a file says nothing of the debate: it adds a division that the sitting lacks, agrees
with one that it has under the same id, and takes nothing away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import structs

from ..reading import Item, ReadDivision, ReadSitting, Section
from .history import Edition


def with_divisions(
    sitting: ReadSitting, parts: Sequence[Edition], older: Iterable[Edition]
) -> tuple[ReadSitting, list[Edition]]:
    """The sitting with every division that `parts` add to it, and those of `parts` that add any.

    `older` are other editions of the sitting, whose redirects tell which ids mean the same.
    """
    renamed = {r.old: r.new for e in older for r in e.sitting.redirects if r.new}
    sections, items = list(sitting.sections), list(sitting.items)
    adding: list[Edition] = []
    for part in sorted(parts, key=lambda e: (e.sitting.edition, e.sha256)):
        told = [item for item in part.sitting.items if isinstance(item, ReadDivision)]
        if [_take(item, part.sitting.sections[item.section], sections, items, renamed) for item in told].count(True):
            adding.append(part)
    if (items, sections) == (list(sitting.items), list(sitting.sections)):
        return sitting, []
    return structs.replace(sitting, sections=tuple(sections), items=tuple(items)), adding


def _take(
    division: ReadDivision, under: Section, sections: list[Section], items: list[Item], renamed: Mapping[str, str]
) -> bool:
    """Put a division among the items, or what it tells more beside the same one; says whether anything was added."""
    same = renamed.get(division.source_id, division.source_id)
    for at, item in enumerate(items):
        if not isinstance(item, ReadDivision):
            continue
        if same in (item.source_id, *item.aliases):
            return False
        if _agree(item, division):
            items[at] = _joined(item, division)
            return True
    place = _place(under, sections, renamed)
    items.insert(_end_of(place, items), structs.replace(division, section=place))
    return True


def _agree(one: ReadDivision, other: ReadDivision) -> bool:
    """Whether two sources tell of one division: by its number and its counts."""
    return one.number is not None and (one.number, one.counts) == (other.number, other.counts)


def _joined(held: ReadDivision, other: ReadDivision) -> ReadDivision:
    """A division with the other source's id, and with its voters and time where it has none itself."""
    return structs.replace(
        held,
        aliases=(*held.aliases, other.source_id),
        votes=held.votes or other.votes,
        time=held.time or other.time,
    )


def _place(section: Section, sections: list[Section], renamed: Mapping[str, str]) -> int:
    """The index of a section in the sitting; one that the sitting lacks is put behind the others."""
    wanted = {section.source_id, renamed.get(section.source_id)}
    for index, held in enumerate(sections):
        if held.source_id in wanted:
            return index
    sections.append(structs.replace(section, parent=None, debate=True))
    return len(sections) - 1


def _end_of(place: int, items: Sequence[Item]) -> int:
    """Behind the last item that stands in this section or before it."""
    return max((at + 1 for at, item in enumerate(items) if item.section <= place), default=0)
