"""A debate as it stood in an earlier edition, rebuilt from what is held of that edition.

The record keeps for each contribution how it read before, and in which edition. A debate of
an earlier edition is today's with those words in their place: what came later is left out
and counted, what was withdrawn since is counted and not shown, and a wording that no file
held has is said to be wanting, never replaced by a later one. What stood in the edition is
told by its own file: a whole edition has its contributions, a residue of parlparse has
redirects for all of them. The same file tells headings, times and divisions (`earlier_layout`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import structs
from sqlalchemy import Connection, RowMapping, select

from ..errors import NotHeldError
from ..model import Contribution, Debate, Division, EarlierEdition
from ..reading import Paragraph, ReadContribution, ReadDivision, ReadSitting
from ..store.history import source_ids, wording
from ..store.ids import own_id
from ..store.merging import source_of
from ..store.roll import StoredRoll
from ..store.rows import WordingCell, decode_wording, division_cell, encode, wording_cell
from ..store.schema import documents, gone, revisions
from ..store.told import sitting_id
from ..store.vault import Vault
from .contributions import Reader
from .debates import debate, editions_seen, read_division, sitting_of
from .earlier_layout import Item, Layout, Voted, retitled

Past = dict[str, list[tuple[int, WordingCell]]]
"""Of each contribution the numbers and wordings of one source, the oldest first."""


def debate_then(
    connection: Connection, roll: StoredRoll, vault: Vault, asked: str, *, edition: int | None, as_of: date | None
) -> Debate:
    """The debate that `asked` leads to in its edition number `edition`, or in the newest one seen by `as_of`.

    NotHeldError where there is no such edition, or nothing had been seen by then.
    """
    today = debate(connection, roll, asked)
    identity = sitting_of(connection, today)
    seen = [pair for pair in editions_seen(connection, identity) if not (pair[1]["witness"] or pair[1]["held_back"])]
    number = _number(seen, edition, as_of)
    last = max(each for each, _ in seen)
    chosen = next(row for each, row in seen if each == number)
    if number == last:
        return structs.replace(today, edition=_told(chosen, number, last, as_of))
    there = _as_read_then(vault, identity, today, chosen, [row for _, row in seen])
    then = _Then(today, _ids_in(there) if there else _names(today), _past(connection, identity, chosen))
    reader = Reader(connection, roll)
    today = _laid_out(today, there, then, lambda read: _division(read, today, identity, reader))
    told = _told(chosen, number, last, as_of, then, _withdrawn(connection, identity, then.there))
    return structs.replace(today, edition=told)


def _laid_out(today: Debate, there: ReadSitting | None, then: _Then, voted: Voted) -> Debate:
    """The debate as the edition's file lays it out; as today's is where no file speaks of it."""
    if there is None:
        return structs.replace(today, items=tuple(then.items(today.items)))
    layout = Layout(today, there)
    if layout.found:
        items = tuple(layout.items(then.said, voted))
        then.count_the_rest()
        return structs.replace(today, section=layout.section(), items=items)
    items = tuple(layout.told_in_residue(then.items(today.items), then.there, voted))
    section = retitled(today.section, layout.titles_in_residue(), then.there)
    return structs.replace(today, section=section, items=items)


def _division(read: ReadDivision, today: Debate, identity: str, reader: Reader) -> Division:
    """A division as an edition's file has it, under its id of today."""
    names = {read.source_id, *read.aliases}
    held = (item for item in today.items if isinstance(item, Division) and not names.isdisjoint(item.aliases))
    own = next(held, None)
    cell = division_cell(read, own.aliases if own else tuple(sorted(names)))
    row = {"id": own.id if own else own_id("d", read.source_id), "section_id": "", "sitting_id": identity}
    return read_division(row | {"data": encode(cell)}, reader)


def _number(seen: Sequence[tuple[int, RowMapping]], edition: int | None, as_of: date | None) -> int:
    numbers = sorted({number for number, _ in seen})
    if as_of is not None:
        by_then = [number for number, row in seen if row["first_seen"][:10] <= as_of.isoformat()]
        if not by_then:
            first = min(row["first_seen"] for _, row in seen)[:10]
            raise NotHeldError(f"nothing of it had been seen by {as_of}", remedy=f"it was first seen on {first}")
        return max(by_then)
    if edition not in numbers:
        known = f"1 to {numbers[-1]}" if len(numbers) > 1 else "one, which is today's"
        raise NotHeldError(f"there is no edition {edition} of it", remedy=f"`--history` lists them: {known}")
    return edition


def _as_read_then(
    vault: Vault, identity: str, today: Debate, chosen: RowMapping, rows: Iterable[RowMapping]
) -> ReadSitting | None:
    """The sitting as the edition's file has it: the first file from it on that speaks of this debate."""
    source = source_of(chosen["format"], selection=False)
    later = [r for r in rows if source_of(r["format"], selection=False) == source and r["edition"] >= chosen["edition"]]
    from ..formats.detect import read  # every format: only where an earlier edition is asked for

    names = _names(today)
    for row in sorted(later, key=lambda row: (row["edition"], row["sha256"] != chosen["sha256"], row["sha256"])):
        for sitting in read(vault.get(row["sha256"]), row["path"]).sittings:
            if sitting_id(sitting) == identity and not names.isdisjoint(_ids_in(sitting)):
                return sitting
    return None


def _names(today: Debate) -> frozenset[str]:
    spoken = (item for item in today.items if isinstance(item, Contribution))
    return frozenset({*today.section.aliases, *(name for item in spoken for name in item.aliases)})


def _ids_in(sitting: ReadSitting) -> frozenset[str]:
    """Every id that an edition gave: its own, and those for which a residue has a redirect."""
    spoken = [item for item in sitting.items if isinstance(item, ReadContribution)]
    aliases = {alias for item in spoken for alias in item.aliases}
    return frozenset({*source_ids(sitting), *aliases, *(redirect.old for redirect in sitting.redirects)})


def _past(connection: Connection, identity: str, chosen: RowMapping) -> Past:
    source = source_of(chosen["format"], selection=False)
    query = select(revisions, documents.c.format).join(documents, documents.c.sha256 == revisions.c.sha256)
    rows = connection.execute(query.where(revisions.c.sitting_id == identity).order_by(revisions.c.place)).mappings()
    past: Past = defaultdict(list)
    for row in rows:
        cell = decode_wording(row["data"])
        if source_of(row["format"], selection=False) == source and cell.edition >= chosen["edition"]:
            past[row["contribution_id"]].append((row["number"], cell))
    return past


class _Then:
    """Says of today's contributions what stood there then, and of then's which of today's they are."""

    def __init__(self, today: Debate, there: frozenset[str], past: Past) -> None:
        self.there, self._past = there, past
        self._today = [item for item in today.items if isinstance(item, Contribution)]
        self._named = {name: item for item in reversed(self._today) for name in self._ids(item)}
        self._told: set[str] = set()
        self.later = 0
        self.unheld: list[str] = []

    def _ids(self, item: Contribution) -> set[str]:
        return {*item.aliases, *(name for _, cell in self._past.get(item.id, ()) for name in cell.aliases)}

    def items(self, today: Iterable[Item]) -> Iterator[Item]:
        """Today's items with the words of then; what came later is left out."""
        for item in today:
            if isinstance(item, Contribution):
                yield from self._then(item)
            else:
                yield item

    def said(self, read: ReadContribution) -> Iterator[Contribution]:
        """What is shown of a contribution that the edition's file has: nothing where today has none of its ids."""
        item = self._named.get(read.source_id)
        if item is None:
            return
        if (item.attribution, _texts(item.paragraphs)) == wording(read):
            yield item
            return
        numbers = [number for number, cell in self._past.get(item.id, ()) if read.source_id in cell.aliases]
        cell = wording_cell(read, item.aliases)
        yield self._worded(item, min(numbers, default=item.revision), cell)

    def count_the_rest(self) -> None:
        """Count what came later, once the edition's file has been gone through."""
        self.later = sum(self.there.isdisjoint(self._ids(item)) for item in self._today)

    def _then(self, item: Contribution) -> Iterator[Contribution]:
        wordings = self._past.get(item.id, [])
        if self.there.isdisjoint(self._ids(item)):
            self.later += 1
            return
        if not wordings:
            yield item
            return
        for number, cell in wordings:
            if cell.edition == wordings[0][1].edition and self._told.isdisjoint(cell.aliases):
                self._told.update(cell.aliases)  # one that was split stands in several of today's
                yield self._worded(item, number, cell)

    def _worded(self, item: Contribution, number: int, cell: WordingCell) -> Contribution:
        if cell.sha256 is None:
            self.unheld.append(item.id)
        return structs.replace(
            item,
            attribution=item.attribution if cell.sha256 is None else cell.attribution,
            text="\n\n".join(paragraph.text for paragraph in cell.paragraphs),
            paragraphs=cell.paragraphs,
            sha256=cell.sha256 or "",
            revision=number,
            mentions=(),
        )


def _texts(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in paragraphs)


def _withdrawn(connection: Connection, identity: str, there: frozenset[str]) -> int:
    """How much stood in the edition and was withdrawn since, in the whole sitting."""
    query = select(gone.c.data).where(gone.c.sitting_id == identity, gone.c.kind == "contribution")
    return sum(not there.isdisjoint(decode_wording(data).aliases) for (data,) in connection.execute(query))


def _told(
    row: RowMapping, number: int, last: int, as_of: date | None, then: _Then | None = None, withdrawn: int = 0
) -> EarlierEdition:
    return EarlierEdition(
        revision=number,
        revisions=last,
        seen=row["first_seen"],
        source=f"{row['format']} {row['path'].rsplit('/', 1)[-1]}",
        as_of=as_of,
        later=then.later if then else 0,
        withdrawn=withdrawn,
        unheld=tuple(then.unheld) if then else (),
    )
