"""From what each source alone would make of a sitting to the one record of all of them.

The official API leads before the site's pages, these before parlparse, and that before the
historic archive; what a search found fills gaps and leads nothing. The order of loading
does not come into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import structs

from ..normal import normalise
from ..reading import Item, ReadContribution, ReadDivision, ReadSitting
from .assembled import Assembled
from .divisions import joined_ids, with_divisions_of
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
    sitting = woven(structs.replace(ours, items=items), theirs, pairing)
    divisions = with_divisions_of(sitting, theirs, _debates_in(sitting, ours, pairing), pairing.contributions)
    sitting, own = divisions.sitting, set(source_ids(ours))
    added = {source_id for source_id in source_ids(sitting) if source_id not in own}
    known, also = _ids(leading, other, pairing, added, divisions.known)
    return Assembled(
        sitting=sitting,
        leading=leading.leading | (other.leading if added else frozenset()),
        known=known,
        versions={**{i: v for i, v in other.versions.items() if i in added}, **leading.versions},
        gone=(*leading.gone, *other.gone),
        changes={**other.changes, **leading.changes},
        held_back={**other.held_back, **leading.held_back},
        witnesses=leading.witnesses | other.witnesses | other.leading,
        also=joined_ids(leading.also, also, own=False),
        disagreements=(
            *leading.disagreements,
            *_disagreements(ours, theirs, pairing, partners, added),
            *divisions.disagreements,
        ),
        ballots=(*leading.ballots, *divisions.ballots),
    )


def _debates_in(sitting: ReadSitting, ours: ReadSitting, pairing: Pairing) -> dict[int, int]:
    """Where each debate of the other source that the leading one has stands in the record of both."""
    place = {section.source_id: at for at, section in enumerate(sitting.sections)}
    return {their: place[ours.sections[our].source_id] for their, our in pairing.debates.items()}


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
    leading: Assembled,
    other: Assembled,
    pairing: Pairing,
    added: set[str],
    divisions: Mapping[str, tuple[str, ...]],
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Every id of both sources: of the same thing, and of what stands in a debate of ours and has no partner."""
    assert leading.sitting is not None
    assert other.sitting is not None
    ours, theirs = leading.sitting.sections, other.sitting.sections
    known = dict(leading.known)
    for source_id in added:
        if source_id in other.known:
            known[source_id] = other.known[source_id]
    same = {old: new for new, ids in divisions.items() for old in ids}
    for match in pairing.contributions:
        same.setdefault(match.old, match.new)
    for index, debate in (pairing.parts | pairing.debates | pairing.headings).items():
        same.setdefault(theirs[index].source_id, ours[debate].source_id)
    held = leading.held_ids()
    for old, new in same.items():
        if old != new and old not in added:
            more = (one for one in other.known.get(old, (old,)) if held.setdefault(one, new) == new)
            known[new] = tuple(dict.fromkeys((*known.get(new, (new,)), *more)))
    return known, _left(leading, other, pairing, same.keys() | added | held.keys())


def _left(leading: Assembled, other: Assembled, pairing: Pairing, placed: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Ids of what has no partner, by the debate in which it would stand."""
    assert leading.sitting is not None
    assert other.sitting is not None
    ours, done, also = leading.sitting, set(placed), dict[str, list[str]]()
    homes = _homes(ours, other.sitting, pairing)
    for source_id, section in _places(other.sitting):
        our = homes[section]
        if our is not None and source_id not in done:
            more = (one for one in other.known.get(source_id, (source_id,)) if one not in done)
            also.setdefault(ours.sections[our].source_id, []).extend(more)
    return {target: tuple(dict.fromkeys(ids)) for target, ids in also.items()}


def _homes(ours: ReadSitting, theirs: ReadSitting, pairing: Pairing) -> list[int | None]:
    """For each of their sections our debate with what stands there, or a heading of its title, or what is below it."""
    titled: dict[str, int | None] = {}
    for debate, section in zip(debates_of(ours), ours.sections, strict=True):
        titled.setdefault(normalise(section.title), debate)
    homes: list[int | None] = []
    for at, debate in enumerate(debates_of(theirs)):
        our = pairing.debates.get(at if debate is None else debate)
        homes.append(our if our is not None else titled.get(normalise(theirs.sections[at].title)))
    for at in range(len(homes) - 1, -1, -1):
        above = theirs.sections[at].parent
        if above is not None and homes[above] is None:
            homes[above] = homes[at]
    return homes


def _places(sitting: ReadSitting) -> Iterable[tuple[str, int]]:
    for index, section in enumerate(sitting.sections):
        yield section.source_id, index
    for item in sitting.items:
        if isinstance(item, ReadContribution | ReadDivision):
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
