"""From the files held on a sitting to its rows: assembled, interpreted and written, in the caller's transaction.

There is one way to write a sitting, whatever the occasion: a new file, a longer roll, a
decision of the keeper, a repair. All its files are taken from the vault, those the keeper
removed are set aside, and what follows from the rest takes the place of what was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec import structs
from sqlalchemy import Connection, select

from ..proceedings.interpret import interpret
from ..reading import ReadContribution, ReadDivision, Reading, ReadSitting
from . import record
from .asking import asked
from .assemble import Assembled, Edition, assemble
from .ballots import differences_in, keys_of
from .correcting import link_corrections
from .decisions import rulings_on
from .hearing import keys_heard, listen, unhear
from .history import Gone, source_ids
from .recent import RecentReadings
from .roll import StoredRoll
from .schema import sittings
from .told import names_told, sitting_id, spoken
from .understood import understood
from .vault import Vault
from .witnesses import SPEAKER, Disagreement

Readings = dict[str, Reading]
_EDITIONS = """
SELECT e.sha256, d.path, d.format,
    EXISTS (SELECT 1 FROM acceptances a WHERE a.sitting_id = e.sitting_id AND a.sha256 = e.sha256)
FROM editions e JOIN documents d ON d.sha256 = e.sha256 WHERE e.sitting_id = ? ORDER BY e.sha256
"""
_NOTE = "UPDATE editions SET leading = ?, changes = ?, held_back = ?, witness = ? WHERE sitting_id = ? AND sha256 = ?"


class Derived(NamedTuple):
    """What a sitting became: the files it is read from, and for each that was held back the reason."""

    leading: frozenset[str] = frozenset()
    held_back: Mapping[str, str] = {}
    unresolved: int = 0


class Deriving:
    """Writes sittings over one connection. `recent`: readings kept at hand, which save reading a file again."""

    def __init__(self, connection: Connection, vault: Vault, recent: RecentReadings | None = None) -> None:
        self._connection, self._vault = connection, vault
        self._recent = recent or RecentReadings()
        self.roll = StoredRoll(connection)

    def derive(self, identity: str, at_hand: Readings) -> Derived:
        """Assemble and write one sitting. `at_hand`: what was just read, and is not in the record yet.

        A sitting of which no file is held stays as it is: there is nothing to write it from.
        """
        held = self._editions(identity, at_hand)
        if not held:
            self._connection.exec_driver_sql("UPDATE sittings SET stale = 0 WHERE id = ?", (identity,))
            return Derived()
        was: list[str] = []
        removed = self._removed(identity)
        counted = [e for e in held if e.sha256 not in removed]
        assembled = assemble(counted)
        taken_out = _taken_out([e for e in held if e.sha256 in removed], removed, assembled)
        assembled = structs.replace(assembled, gone=(*assembled.gone, *taken_out))
        if len(held) > 1 or not at_hand:
            was = keys_heard(self._connection, identity)
            record.erase(self._connection, identity)
        self._note_editions(identity, [edition.sha256 for edition in held], assembled)
        if assembled.sitting is None:
            state = "superseded" if counted else "removed"
            record.write_unheld(self._connection, held[0].sitting, assembled, state=state, revision=len(held))
            link_corrections(self._connection, identity)
            became = Derived()
        else:
            became = self._write(assembled, assembled.sitting, revision=1 + _not_leading(counted, assembled))
        if was:
            unhear(self._connection, self.roll, identity, was)
        return became

    def _write(self, assembled: Assembled, sitting: ReadSitting, *, revision: int) -> Derived:
        named = names_told(sitting)
        self.roll.prefetch(named)
        listen(self._connection, self.roll, sitting, named)
        assembled = structs.replace(assembled, disagreements=tuple(self._disagreements(assembled)))
        rulings = rulings_on(self._connection, (said.source_id for said in spoken(sitting)))
        meaning = interpret(sitting, self.roll, rulings)
        record.write(self._connection, assembled, meaning, named, revision=revision)
        link_corrections(self._connection, sitting_id(sitting))
        unresolved = sum(judged.unresolved is not None for judged in meaning.judgements)
        return Derived(assembled.leading, assembled.held_back, unresolved)

    def _disagreements(self, assembled: Assembled) -> Iterator[Disagreement]:
        """What sources tell differently, now that the roll says which ids are one person's."""
        self.roll.prefetch(one.differs for one in assembled.disagreements if one.field == SPEAKER)
        yield from filter(self._differ, assembled.disagreements)
        self.roll.prefetch(keys_of(assembled.ballots))
        for ballots in assembled.ballots:
            yield from differences_in(ballots, self.roll.person)

    def _differ(self, told: Disagreement) -> bool:
        """Whether two sources really differ: two ids may be one person's."""
        if told.field != SPEAKER:
            return True
        one, other = self.roll.person(told.leading), self.roll.person(told.differs)
        return one is None or other is None or one.person_id != other.person_id

    def _editions(self, identity: str, at_hand: Readings) -> list[Edition]:
        rows = asked(self._connection, _EDITIONS, (identity,))
        return [
            Edition(sha256, self._sitting_in(identity, sha256, path, at_hand), format, bool(accepted))
            for sha256, path, format, accepted in rows
        ]

    def _sitting_in(self, identity: str, sha256: str, path: str, at_hand: Readings) -> ReadSitting:
        reading = at_hand.get(sha256) or self._recent.get(sha256) or self._read_again(sha256, path)
        return next(s for s in reading.sittings if sitting_id(s) == identity)

    def _read_again(self, sha256: str, path: str) -> Reading:
        data = self._vault.get(sha256)
        reading = understood(data, path)
        self._recent.keep(sha256, len(data), reading)
        return reading

    def _removed(self, identity: str) -> dict[str, tuple[str, str]]:
        """The files that do not count for this sitting, with the keeper's reason and the moment."""
        sql = "SELECT sha256, reason, at FROM removals WHERE sitting_id = ?"
        return {sha256: (reason, at) for sha256, reason, at in asked(self._connection, sql, (identity,))}

    def _note_editions(self, identity: str, held: Iterable[str], assembled: Assembled) -> None:
        witnesses = assembled.witnesses - assembled.leading
        noted = [
            (
                sha256 in assembled.leading,
                assembled.changes.get(sha256, 0),
                assembled.held_back.get(sha256),
                sha256 in witnesses,
                identity,
                sha256,
            )
            for sha256 in held
        ]
        self._connection.exec_driver_sql(_NOTE, noted)


def stale_sittings(connection: Connection) -> list[str]:
    """The sittings that are to be written anew, since facts about people in them have changed; the oldest first."""
    query = select(sittings.c.id).where(sittings.c.stale).order_by(sittings.c.date, sittings.c.id)
    return list(connection.execute(query).scalars())


def _not_leading(counted: list[Edition], assembled: Assembled) -> int:
    aside = assembled.leading | assembled.held_back.keys() | assembled.witnesses
    return len(
        {e.sitting.edition or e.sha256 for e in counted if e.sha256 not in aside and not e.sitting.only_divisions}
    )


def _taken_out(removed: list[Edition], why: Mapping[str, tuple[str, str]], today: Assembled) -> list[Gone]:
    """What stood in the files that were removed, and stands nowhere else."""
    if not removed:
        return []
    lost = assemble(removed)
    if lost.sitting is None:
        return []
    kept = {known for ids in today.known.values() for known in ids} | {i for gone in today.gone for i in gone.known}
    kept |= set(source_ids(today.sitting)) if today.sitting else set()
    last = max(lost.leading)
    reason, at = why[last]
    found = []
    for source_id, kind, said in _things_in(lost.sitting):
        known = lost.known.get(source_id, (source_id,))
        if kept.isdisjoint(known):
            found.append(Gone(source_id, kind, known, last, None, said, "removed", reason, at))
    return found


def _things_in(sitting: ReadSitting) -> Iterator[tuple[str, str, ReadContribution | None]]:
    """Everything that has an id: the id, what it is, and its words."""
    for section in sitting.sections:
        yield section.source_id, "section", None
    for item in sitting.items:
        if isinstance(item, ReadContribution):
            yield item.source_id, "contribution", item
        elif isinstance(item, ReadDivision):
            yield item.source_id, "division", None
