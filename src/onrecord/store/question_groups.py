"""Written questions that one answer was given to are one debate, as the House prints them.

The service of questions gives each question in a file of its own with the whole answer, and
names the others that were answered with it. On the record the answer was given once: so the
questions stand together under the first one's heading, and the answer behind them once. Only
answers that are the same word for word, by the same Member, to the same set of questions are
put together; the others' ids lead to the one that is shown.
"""

from __future__ import annotations

from collections import defaultdict

from msgspec import structs

from ..reading import ReadContribution, ReadSitting
from .assembled import Assembled
from .divisions import joined_ids


def with_groups(record: Assembled) -> Assembled:
    """The record with questions answered together put together."""
    if record.sitting is None:
        return record
    groups = _groups(record.sitting)
    if not groups:
        return record
    same: dict[str, tuple[str, ...]] = {}
    for kept, *others in groups:
        same[kept.source_id] = tuple(each.source_id for each in others)
        sections = record.sitting.sections
        same[sections[kept.section].source_id] = tuple(sections[each.section].source_id for each in others)
    gone = {one for ids in same.values() for one in ids}
    known = {thing: ids for thing, ids in record.known.items() if thing not in gone}
    more = {thing: tuple(name for one in ids for name in record.known.get(one, (one,))) for thing, ids in same.items()}
    return structs.replace(
        record,
        sitting=_together(record.sitting, groups),
        known=joined_ids(known, more),
        versions={thing: each for thing, each in record.versions.items() if thing not in gone},
    )


def _groups(sitting: ReadSitting) -> list[list[ReadContribution]]:
    """The answers that are one answer, in the order of the record."""
    found: dict[object, list[ReadContribution]] = defaultdict(list)
    for item in sitting.items:
        if isinstance(item, ReadContribution) and item.type == "Answer" and len(item.uins) > 1:
            words = tuple(paragraph.text for paragraph in item.paragraphs)
            found[frozenset(item.uins), item.mark.key, words].append(item)
    return [answers for answers in found.values() if len({answer.section for answer in answers}) == len(answers) > 1]


def _together(sitting: ReadSitting, groups: list[list[ReadContribution]]) -> ReadSitting:
    home = {other.section: kept.section for kept, *others in groups for other in others}
    dropped = {other.source_id for _, *others in groups for other in others}
    answers = {kept.source_id for kept, *_ in groups}
    left = [at for at in range(len(sitting.sections)) if at not in home]
    place = {old: new for new, old in enumerate(left)}
    items = [
        structs.replace(item, section=place[home.get(item.section, item.section)])
        for item in sitting.items
        if getattr(item, "source_id", None) not in dropped
    ]
    items.sort(key=lambda item: (item.section, getattr(item, "source_id", None) in answers))  # and else as they came
    sections = tuple(
        structs.replace(
            sitting.sections[old],
            parent=None if (above := sitting.sections[old].parent) is None else place[home.get(above, above)],
        )
        for old in left
    )
    return structs.replace(sitting, sections=sections, items=tuple(items))
