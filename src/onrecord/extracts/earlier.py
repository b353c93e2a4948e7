"""A debate as it stood in an earlier edition, rebuilt from what is held of that edition.

The record keeps for each contribution how it read before, and in which edition. A debate of
an earlier edition is today's with those words in their place: what came later is left out
and counted, what was withdrawn since is counted and not shown, and a wording that no file
held has is said to be wanting, never replaced by a later one. What stood in the edition is
told by its own file: a whole edition has its contributions, a residue of parlparse has
redirects for all of them. Headings, times and divisions are today's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import structs
from sqlalchemy import Connection, RowMapping, select

from ..errors import NotHeldError
from ..formats.detect import read
from ..model import Contribution, Debate, EarlierEdition
from ..reading import ReadContribution, ReadSitting
from ..store.history import source_ids
from ..store.merging import source_of
from ..store.roll import StoredRoll
from ..store.rows import WordingCell, decode_wording
from ..store.schema import documents, gone, revisions
from ..store.told import sitting_id
from ..store.vault import Vault
from .debates import debate, editions_seen, sitting_of

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
    there = _ids_then(vault, identity, today, chosen, [row for _, row in seen])
    past = _past(connection, identity, chosen)
    then = _Then(there, past)
    items = tuple(then.items(today))
    told = _told(chosen, number, last, as_of, then, _withdrawn(connection, identity, there))
    return structs.replace(today, items=items, edition=told)


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


def _ids_then(
    vault: Vault, identity: str, today: Debate, chosen: RowMapping, rows: Iterable[RowMapping]
) -> frozenset[str]:
    """The source's ids of what stood in the edition: in the first file from it on that speaks of this debate."""
    source = source_of(chosen["format"], selection=False)
    later = [r for r in rows if source_of(r["format"], selection=False) == source and r["edition"] >= chosen["edition"]]
    names = {name for item in today.items if isinstance(item, Contribution) for name in item.aliases}
    names |= set(today.section.aliases)
    for row in sorted(later, key=lambda row: (row["edition"], row["sha256"] != chosen["sha256"], row["sha256"])):
        reading = read(vault.get(row["sha256"]), row["path"])
        for sitting in reading.sittings:
            if sitting_id(sitting) == identity and not names.isdisjoint(there := _ids_in(sitting)):
                return there
    return frozenset(names)


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
    """Goes through today's debate and says what stood there then."""

    def __init__(self, there: frozenset[str], past: Past) -> None:
        self._there, self._past = there, past
        self._told: set[str] = set()
        self.later = 0
        self.unheld: list[str] = []

    def items(self, today: Debate) -> Iterator[object]:
        for item in today.items:
            if isinstance(item, Contribution):
                yield from self._then(item)
            else:
                yield item

    def _then(self, item: Contribution) -> Iterator[Contribution]:
        wordings = self._past.get(item.id, [])
        names = {*item.aliases, *(name for _, cell in wordings for name in cell.aliases)}
        if self._there.isdisjoint(names):
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
