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
    held = {item.source_id for item in sitting.items if isinstance(item, ReadDivision)}
    sections, items = list(sitting.sections), list(sitting.items)
    adding = []
    for part in sorted(parts, key=lambda e: (e.sitting.edition, e.sha256)):
        for item in part.sitting.items:
            if not isinstance(item, ReadDivision) or renamed.get(item.source_id, item.source_id) in held:
                continue
            held.add(item.source_id)
            place = _place(part.sitting.sections[item.section], sections, renamed)
            items.insert(_end_of(place, items), structs.replace(item, section=place))
            if part not in adding:
                adding.append(part)
    if not adding:
        return sitting, []
    return structs.replace(sitting, sections=tuple(sections), items=tuple(items)), adding


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
