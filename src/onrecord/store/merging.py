"""From what each source alone would make of a sitting to the one record of all of them.

The official API leads before the site's pages, these before parlparse, and that before the
historic archive; what a search found fills gaps and leads nothing. The order of loading
does not come into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import structs

from ..reading import Item, ReadContribution, ReadSitting
from .assembled import Assembled
from .editions import Match
from .history import source_ids
from .places import debates_of
from .weaving import woven
from .witnesses import ONLY_IN_OTHER, Disagreement, Pairing, differences, filled, paired

LEADING = ("questions-statements", "hansard-api", "hansard-html", "parlparse", "historic")
SELECTION = "selection"


def rank_of(source: str) -> int:
    """The place of a source in the order in which they lead."""
    return LEADING.index(source) if source in LEADING else len(LEADING) + (source == SELECTION)


def source_of(format: str, *, selection: bool) -> str:
    """The source that a format belongs to; what a search found counts as one of its own.

    >>> source_of("hansard-api-division", selection=False), source_of("parlparse", selection=False)
    ('hansard-api', 'parlparse')
    """
    if selection:
        return SELECTION
    return next((source for source in LEADING if format.startswith(source)), format)


def merged(leading: Assembled, other: Assembled) -> Assembled:
    """One record of two: the leading source's words, with the other's ids, facts and missing debates."""
    ours, theirs = leading.sitting, other.sitting
    if ours is None or theirs is None:
        return leading if theirs is None else other
    pairing = paired(ours, theirs)
    partners = _partners(pairing.contributions, theirs)
    items = tuple(_filled(item, partners) for item in ours.items)
    sitting = structs.replace(ours, items=items)
    added: set[str] = set()
    if not ours.whole:
        sitting = woven(sitting, theirs, pairing)
        added = set(source_ids(sitting)) - set(source_ids(ours))
    known, also = _ids(leading, other, pairing, added)
    return Assembled(
        sitting=sitting,
        leading=leading.leading | (other.leading if added else frozenset()),
        known=known,
        versions={**{i: v for i, v in other.versions.items() if i in added}, **leading.versions},
        gone=(*leading.gone, *other.gone),
        changes={**other.changes, **leading.changes},
        held_back={**other.held_back, **leading.held_back},
        witnesses=leading.witnesses | other.witnesses | other.leading,
        also={**leading.also, **also},
        disagreements=(*leading.disagreements, *_disagreements(ours, theirs, pairing, partners, added)),
    )


def _partners(matches: Iterable[Match], theirs: ReadSitting) -> dict[str, list[tuple[str, ReadContribution]]]:
    """For each of our contributions what the other source has of it, and how they match."""
    said = {item.source_id: item for item in theirs.items if isinstance(item, ReadContribution)}
    partners: dict[str, list[tuple[str, ReadContribution]]] = {}
    for match in matches:
        partners.setdefault(match.new, []).append((match.how, said[match.old]))
    return partners


def _filled(item: Item, partners: Mapping[str, list[tuple[str, ReadContribution]]]) -> Item:
    if not isinstance(item, ReadContribution):
        return item
    alone = [said for how, said in partners.get(item.source_id, ()) if how in ("same", "changed")]
    return filled(item, alone[0]) if len(alone) == 1 else item


def _ids(
    leading: Assembled, other: Assembled, pairing: Pairing, added: set[str]
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Every id of both sources: of the same thing, and of what stands in a debate of ours and has no partner."""
    assert leading.sitting is not None
    assert other.sitting is not None
    ours, theirs = leading.sitting.sections, other.sitting.sections
    known = dict(leading.known)
    for source_id in added:
        if source_id in other.known:
            known[source_id] = other.known[source_id]
    same: dict[str, str] = {}
    for match in pairing.contributions:
        same.setdefault(match.old, match.new)
    for index, debate in (pairing.parts | pairing.debates | pairing.headings).items():
        same.setdefault(theirs[index].source_id, ours[debate].source_id)
    for old, new in same.items():
        if old != new and old not in added:
            known[new] = tuple(dict.fromkeys((*known.get(new, (new,)), *other.known.get(old, (old,)))))
    return known, _left(leading, other, pairing, same.keys() | added)


def _left(leading: Assembled, other: Assembled, pairing: Pairing, placed: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Ids of what has no partner, by the debate in which it would stand; the whole sitting's first where none is."""
    assert leading.sitting is not None
    assert other.sitting is not None
    ours, theirs, done = leading.sitting, other.sitting, set(placed)
    debates, also = debates_of(theirs), dict[str, list[str]]()
    own = set(source_ids(ours))
    for source_id, section in _places(theirs):
        if source_id in done or source_id in own:
            continue
        debate = debates[section]
        our = pairing.debates.get(section if debate is None else debate)
        if our is not None:
            also.setdefault(ours.sections[our].source_id, []).extend(other.known.get(source_id, (source_id,)))
    return {target: tuple(dict.fromkeys(ids)) for target, ids in also.items()}


def _places(sitting: ReadSitting) -> Iterable[tuple[str, int]]:
    for index, section in enumerate(sitting.sections):
        yield section.source_id, index
    for item in sitting.items:
        if isinstance(item, ReadContribution):
            yield item.source_id, item.section


def _disagreements(
    ours: ReadSitting,
    theirs: ReadSitting,
    pairing: Pairing,
    partners: Mapping[str, list[tuple[str, ReadContribution]]],
    added: set[str],
) -> list[Disagreement]:
    told: list[Disagreement] = []
    for item in ours.items:
        if isinstance(item, ReadContribution):
            alone = [said for how, said in partners.get(item.source_id, ()) if how in ("same", "changed")]
            told += differences(item, alone[0]) if len(alone) == 1 else ()
    met = {match.old for match in pairing.contributions} | added
    debates = debates_of(theirs)
    for said in theirs.items:
        if isinstance(said, ReadContribution) and said.source_id not in met:
            debate = debates[said.section]
            our = pairing.debates.get(said.section if debate is None else debate)
            where = ours.sections[our].source_id if our is not None else ""
            words = sum(len(p.text.split()) for p in said.paragraphs)  # the words themselves may have been withdrawn
            told.append(Disagreement(where, ONLY_IN_OTHER, "", f"{words} words", said.source_id))
    return told


def all_merged(alone: Sequence[tuple[str, Assembled]]) -> Assembled | None:
    """The record of all sources that have one, each given with its name; None where none has."""
    record: Assembled | None = None
    for _, assembled in sorted(alone, key=lambda pair: rank_of(pair[0])):
        if assembled.sitting is not None:
            record = assembled if record is None else merged(record, assembled)
    return record
