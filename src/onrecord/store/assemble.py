"""From every file held on a sitting to the one record of it: a pure function, whatever their order.

The record of a sitting is not what was loaded last but what follows from all files held:
the newest whole edition leads; parlparse's residues (`latest="no"`) are never shown, and
their redirects tell which ids earlier editions gave; the parts of a sitting that come one
debate a file (the Hansard API) are put together in the order of the House, and of what a
search found only that is taken whose debate no file holds. Two different *sources* of one
sitting are two witnesses of it (`merging`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import inf

from msgspec import structs

from ..reading import Item, ReadContribution, ReadDivision, ReadSitting, Section
from .assembled import Assembled as Assembled
from .divisions import Joined, joined_ids, with_divisions
from .guard import HeldBack, sifted
from .history import Edition as Edition
from .history import history, order_of
from .merging import all_merged, rank_of, source_of
from .question_groups import with_groups


def assemble(editions: Sequence[Edition]) -> Assembled:
    """The one record that follows from `editions`, in whatever order they came."""
    votes = sorted((e for e in editions if e.sitting.only_divisions), key=_vote_order)
    spoken = [e for e in editions if not e.sitting.only_divisions]
    if not spoken:
        first = [e for e in votes if _vote_order(e)[0] == _vote_order(votes[0])[0]]
        spoken, votes = first, [e for e in votes if e not in first]
    record = _of_all_sources(spoken)
    if record.sitting is None or not votes:
        return record
    older = [e for e in spoken if e.sitting.residue or (e.sitting.whole and e.sha256 not in record.leading)]
    return _joined(record, with_divisions(record.sitting, votes, older))


def _vote_order(edition: Edition) -> tuple[int, str, str]:
    """Which file of divisions is asked first: by its source, then the older."""
    return (rank_of(source_of(edition.format, selection=False)), edition.sitting.edition, edition.sha256)


def _joined(record: Assembled, divisions: Joined) -> Assembled:
    """A record with the divisions of other files in it; an id that it has already leads where it led."""
    held = record.held_ids()
    also = {thing: tuple(one for one in ids if one not in held) for thing, ids in divisions.also.items()}
    return structs.replace(
        record,
        sitting=divisions.sitting,
        leading=record.leading | divisions.adding,
        known=joined_ids(record.known, divisions.known),
        also=joined_ids(record.also, also, own=False),
        disagreements=(*record.disagreements, *divisions.disagreements),
        ballots=(*record.ballots, *divisions.ballots),
    )


def _of_all_sources(editions: Sequence[Edition]) -> Assembled:
    """What each source alone comes to, merged; what a search found belongs to its source where that is the only one."""
    several = len({source_of(e.format, selection=False) for e in editions}) > 1
    by_source: dict[str, list[Edition]] = defaultdict(list)
    for edition in editions:
        by_source[source_of(edition.format, selection=several and edition.sitting.selection)].append(edition)
    alone = [(source, _of_one_source(held)) for source, held in by_source.items()]
    record = all_merged(alone)
    unread = {sha256: 0 for _, one in alone if one.sitting is None for sha256 in one.changes}
    if record is None:
        return Assembled(None, frozenset(), {}, {}, (), unread)
    return structs.replace(record, changes={**unread, **record.changes})


def _of_one_source(editions: Sequence[Edition]) -> Assembled:
    whole = [e for e in editions if e.sitting.whole and not e.sitting.residue]
    parts = [e for e in editions if not e.sitting.whole and not e.sitting.residue]
    residues = [e for e in editions if e.sitting.residue]
    if whole:
        chain, held_back = sifted(sorted(whole, key=order_of))
        return _with_history(chain[-1].sitting, chain[-1:], [chain], residues, held_back)
    if parts:
        chains, held_back = _readings_of_parts(part for part in parts if not part.sitting.selection)
        newest = [chain[-1] for chain in chains]
        shown = [*newest, *_left_over([part for part in parts if part.sitting.selection], newest)]
        return with_groups(_with_history(_put_together(shown), shown, chains, residues, held_back))
    return Assembled(None, frozenset(), {}, {}, (), {e.sha256: 0 for e in editions})


def _with_history(
    sitting: ReadSitting,
    leading: Sequence[Edition],
    chains: Sequence[Sequence[Edition]],
    residues: Sequence[Edition],
    held_back: Sequence[HeldBack],
) -> Assembled:
    past = history(sitting, chains, residues)
    waiting = history(sitting, [[back.edition, back.instead] for back in held_back])  # for its ids alone
    for today, ids in waiting.known.items():
        past.known[today] = tuple(dict.fromkeys((*past.known.get(today, (today,)), *ids)))
    changes = {edition.sha256: 0 for chain in chains for edition in chain[:-1]} | {e.sha256: 0 for e in residues}
    for version in (version for versions in past.versions.values() for version in versions):
        changes[version.sha256] += 1
    for gone in past.gone:
        changes[gone.last] += 1
    return Assembled(
        sitting,
        frozenset(e.sha256 for e in leading),
        past.known,
        past.versions,
        past.gone,
        changes,
        {back.edition.sha256: back.lacks for back in held_back},
    )


def _readings_of_parts(parts: Iterable[Edition]) -> tuple[list[list[Edition]], list[HeldBack]]:
    """The readings of each debate, the newest last; a debate inside a whole one it belongs to is left to that."""
    readings: dict[str, list[Edition]] = defaultdict(list)
    for part in sorted(parts, key=order_of):
        readings[_part_id(part.sitting)].append(part)
    chains, held_back = [], []
    for readings_of_one in readings.values():
        chain, waiting = sifted(readings_of_one)
        chains.append(chain)
        held_back += waiting
    newest = [chain[-1] for chain in chains]
    return [
        chain for chain in chains if not any(_holds(o.sitting, chain[-1].sitting) for o in newest if o is not chain[-1])
    ], held_back


def _part_id(part: ReadSitting) -> str:
    """What a part is a part of: the debate it holds, or the division where it holds nothing else."""
    if part.part:
        return part.part
    if part.items and all(isinstance(item, ReadDivision) for item in part.items):
        return " ".join(item.source_id for item in part.items if isinstance(item, ReadDivision))
    filled = {item.section for item in part.items}
    index = min(filled, default=len(part.sections) - 1)
    return part.sections[index].source_id if part.sections else ""


def _holds(larger: ReadSitting, smaller: ReadSitting) -> bool:
    inner = {item.source_id for item in smaller.items if isinstance(item, ReadContribution)}
    outer = {item.source_id for item in larger.items if isinstance(item, ReadContribution)}
    return bool(inner) and inner < outer and larger.edition >= smaller.edition


def _left_over(selections: Iterable[Edition], debates: Sequence[Edition]) -> list[Edition]:
    """What selections hold of debates that no part holds whole; each contribution once."""
    spoken = [
        (part.sitting, item) for part in debates for item in part.sitting.items if isinstance(item, ReadContribution)
    ]
    whole = {sitting.sections[item.section].source_id for sitting, item in spoken}
    known = {identity for _, item in spoken for identity in (item.source_id, *item.aliases)}
    left = []
    for selection in sorted(selections, key=lambda e: (e.sitting.edition, e.sha256), reverse=True):
        sections = selection.sitting.sections
        taken: list[Item] = []
        for item in selection.sitting.items:
            ids = {item.source_id, *item.aliases} if isinstance(item, ReadContribution) else set()
            if sections[item.section].source_id not in whole and known.isdisjoint(ids):
                taken.append(item)
                known |= ids
        if taken:
            left.append(Edition(selection.sha256, _only(selection.sitting, taken)))
    return left


def _only(sitting: ReadSitting, items: Sequence[Item]) -> ReadSitting:
    """A sitting with some of its items, and the sections in which they stand."""
    kept = {item.section for item in items}
    for index in range(len(sitting.sections) - 1, -1, -1):
        parent = sitting.sections[index].parent
        kept |= {parent} if index in kept and parent is not None else set()
    place = {old: new for new, old in enumerate(sorted(kept))}
    sections = (sitting.sections[old] for old in place)
    return structs.replace(
        sitting,
        sections=tuple(structs.replace(s, parent=None if s.parent is None else place[s.parent]) for s in sections),
        items=tuple(structs.replace(item, section=place[item.section]) for item in items),
    )


def _put_together(parts: Sequence[Edition]) -> ReadSitting:
    sections: dict[str, tuple[Section, str | None]] = {}
    items: dict[str, list[Item]] = defaultdict(list)
    given: dict[str, int] = {}
    placed: set[str] = set()  # a division or a contribution may come in two files of one day
    for part in sorted(parts, key=lambda e: (not e.sitting.selection, e.sitting.edition, e.sha256)):
        own = part.sitting.sections
        for section in own:
            given.setdefault(section.source_id, len(given))
            if not section.sort and section.source_id in sections:  # a division's file does not tell the place
                section = structs.replace(section, sort=sections[section.source_id][0].sort)
            sections[section.source_id] = (section, None if section.parent is None else own[section.parent].source_id)
        for item in part.sitting.items:
            home = own[item.section].source_id
            if isinstance(item, ReadDivision | ReadContribution):
                if item.source_id in placed:
                    continue
                placed.add(item.source_id)
            items[home].append(item)
    _part_rings(sections)
    order = sorted(sections, key=lambda i: _way_down(i, sections, given))
    place = {source_id: index for index, source_id in enumerate(order)}
    newest = max((p.sitting for p in parts), key=lambda s: (not s.selection, s.edition))
    return structs.replace(
        newest,
        sections=tuple(_placed(*sections[i], place) for i in order),
        items=tuple(structs.replace(item, section=place[i]) for i in order for item in sorted(items[i], key=_rank)),
        volume=next((p.sitting.volume for p in parts if p.sitting.volume), None),
    )


def _part_rings(sections: dict[str, tuple[Section, str | None]]) -> None:
    """See to it that no heading stands under itself, which two files that disagree may say together."""
    for source_id in sorted(sections):
        seen, at = {source_id}, source_id
        while (above := sections[at][1]) is not None:
            if above in seen:
                sections[at] = (sections[at][0], None)
                break
            seen.add(above)
            at = above


def _way_down(
    source_id: str, sections: Mapping[str, tuple[Section, str | None]], given: Mapping[str, int]
) -> list[tuple[int, str | int]]:
    """A section's place, by those of the headings above it: a heading stands before all that stands under it."""
    way: list[tuple[int, str | int]] = []
    at: str | None = source_id
    while at is not None:
        section, above = sections[at]
        way.insert(0, (section.sort, at if above is None else given[at]))
        at = above
    return way


def _rank(item: Item) -> float:
    """A contribution's place in its section where its file tells it; all others follow, as they came."""
    return item.sort if isinstance(item, ReadContribution) and item.sort else inf


def _placed(section: Section, parent: str | None, place: dict[str, int]) -> Section:
    return structs.replace(section, parent=place[parent] if parent is not None else None)
