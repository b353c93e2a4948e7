"""What the keeper decides: to take out what was loaded by mistake, not to show a contribution, and to undo both.

A decision is a row with a reason and a moment, written into the journal first; the bytes
stay. What it means follows by itself when the sitting is written anew from its files, so
that there is no second way in which something can be absent from the record. Several
decisions on one thing are all in the journal; the last one holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Select, delete, insert, select

from ..errors import AmbiguousError, NotHeldError
from ..model import KeeperDecision
from .clock import now
from .deriving import Deriving, stale_sittings
from .journal import Journal
from .schema import (
    acceptances,
    aliases,
    contributions,
    documents,
    editions,
    gone,
    permalinks,
    removals,
    sections,
    suppressions,
)
from .spelled import id_spelled
from .vault import Vault

Pair = tuple[str, str]  # a sitting, and a file that speaks of it


class Keeping:
    """Decisions over one open connection; the caller holds the archive's lock."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._journal = Journal(vault.folder)
        self._deriving = Deriving(connection, vault)

    def suppress(self, asked: str, reason: str) -> KeeperDecision:
        """Show a contribution (or all of a section) nowhere from now on."""
        with self._connection.begin():
            ids = self._contributions(asked)
            entries = [{"what": "suppress", "id": one, "reason": reason, "at": now()} for one in ids]
            self._connection.execute(delete(suppressions).where(suppressions.c.id.in_(ids)))
            self._connection.execute(insert(suppressions), [_row(entry) for entry in entries])
            return self._settled("suppress", asked, ids, reason, self._sittings_of(ids), entries)

    def unsuppress(self, asked: str, reason: str) -> KeeperDecision:
        """Show again what was suppressed."""
        with self._connection.begin():
            ids = [i for i in self._contributions(asked) if i in self._suppressed()]
            if not ids:
                raise NotHeldError("nothing of this is suppressed", where=asked, remedy="name what was suppressed")
            touched = self._sittings_of(ids)
            self._connection.execute(delete(suppressions).where(suppressions.c.id.in_(ids)))
            entries = [{"what": "show", "id": one, "reason": reason, "at": now()} for one in ids]
            return self._settled("show", asked, ids, reason, touched, entries)

    def remove(self, asked: str, reason: str) -> KeeperDecision:
        """Take a sitting, or all that a file says, out of the record. The bytes stay in the vault."""
        with self._connection.begin():
            pairs = [pair for pair in self._pairs(asked) if pair not in self._removed()]
            if not pairs:
                raise NotHeldError("this is removed already", where=asked, remedy="undo it with --undo")
            entries = [_entry("remove", pair, reason) for pair in pairs]
            self._connection.execute(insert(removals), [_row(entry) for entry in entries])
            return self._settled("remove", asked, pairs, reason, [sitting for sitting, _ in pairs], entries)

    def restore(self, asked: str, reason: str) -> KeeperDecision:
        """Take back a removal."""
        with self._connection.begin():
            pairs = [pair for pair in self._pairs(asked) if pair in self._removed()]
            if not pairs:
                raise NotHeldError("nothing of this is removed", where=asked, remedy="name what was removed")
            for sitting, sha256 in pairs:
                one = (removals.c.sitting_id == sitting) & (removals.c.sha256 == sha256)
                self._connection.execute(delete(removals).where(one))
            entries = [_entry("restore", pair, reason) for pair in pairs]
            return self._settled("restore", asked, pairs, reason, [sitting for sitting, _ in pairs], entries)

    def _settled(
        self,
        what: str,
        asked: str,
        targets: Sequence[str | Pair],
        reason: str,
        touched: Sequence[str],
        entries: Sequence[dict[str, str]],
    ) -> KeeperDecision:
        for identity in dict.fromkeys(touched):
            self._deriving.derive(identity, {})
        for identity in stale_sittings(self._connection):  # somebody may be called otherwise now
            self._deriving.derive(identity, {})
        self._journal.note(entries)  # an undoing leaves no row, and its reason must stay somewhere
        named = tuple(target if isinstance(target, str) else target[1] for target in targets)
        return KeeperDecision(what, asked, reason, now(), tuple(dict.fromkeys(named)), tuple(dict.fromkeys(touched)))

    # --- what is meant

    def _contributions(self, asked: str) -> list[str]:
        named = id_spelled(asked)
        found = (
            select(aliases.c.target)
            .where(aliases.c.alias == named)
            .union_all(select(permalinks.c.section_id).where(permalinks.c.path == named))
        )
        names = [named, *(target for (target,) in self._connection.execute(found))]
        for query in (
            select(contributions.c.id).where(contributions.c.id.in_(names)),
            select(gone.c.id).where(gone.c.id.in_(names), gone.c.why == "suppressed"),
            self._below(names),
        ):
            ids = [identity for (identity,) in self._connection.execute(query)]
            if ids:
                return ids
        raise NotHeldError("no contribution or section here has this id", where=asked, remedy="see `onrecord debate`")

    def _below(self, names: Sequence[str]) -> Select[tuple[str]]:
        """Every contribution under a section, in whatever depth."""
        tree = select(sections.c.id).where(sections.c.id.in_(names)).cte(recursive=True)
        tree = tree.union_all(select(sections.c.id).where(sections.c.parent_id == tree.c.id))
        return select(contributions.c.id).where(contributions.c.section_id.in_(select(tree.c.id)))

    def _sittings_of(self, ids: Sequence[str]) -> list[str]:
        found: list[str] = []
        for table in (contributions, gone):
            query = select(table.c.sitting_id).where(table.c.id.in_(ids)).distinct()
            found += [sitting for (sitting,) in self._connection.execute(query)]
        return found

    def _suppressed(self) -> set[str]:
        return {identity for (identity,) in self._connection.execute(select(suppressions.c.id))}

    def _removed(self) -> set[Pair]:
        return {(row.sitting_id, row.sha256) for row in self._connection.execute(select(removals))}

    def _pairs(self, asked: str) -> list[Pair]:
        """A sitting by its id; a file by its path, its name or the beginning of its sha256."""
        named = editions.c.sitting_id == asked
        pairs = self._pairs_where(named)
        if pairs:
            return pairs
        files = self._connection.execute(select(documents.c.sha256, documents.c.path)).all()
        meant = [f for f in files if f.path == asked] or [f for f in files if _is_called(f.sha256, f.path, asked)]
        if len(meant) > 1:
            raise AmbiguousError(
                f"{len(meant)} files are called {asked}",
                tuple(f"{file.sha256} {file.path}" for file in meant),
                remedy="name one by its sha256",
            )
        if not meant:
            raise NotHeldError(
                "no sitting and no file here is called so",
                where=asked,
                remedy="name a sitting as in `onrecord sittings --format json`, a file by its path or sha256",
            )
        return self._pairs_where(editions.c.sha256 == meant[0].sha256)

    def _pairs_where(self, condition: ColumnElement[bool]) -> list[Pair]:
        query = select(editions.c.sitting_id, editions.c.sha256).where(condition)
        return [
            (row.sitting_id, row.sha256)
            for row in self._connection.execute(query.order_by(editions.c.sitting_id, editions.c.sha256))
        ]


def accept(connection: Connection, sha256: str) -> None:
    """Take what a file says although it may say less than the one before."""
    taken = select(acceptances.c.sitting_id).where(acceptances.c.sha256 == sha256)
    query = select(editions.c.sitting_id).where(editions.c.sha256 == sha256, editions.c.sitting_id.not_in(taken))
    rows = [{"sitting_id": one, "sha256": sha256, "at": now()} for (one,) in connection.execute(query)]
    if rows:
        connection.execute(insert(acceptances), rows)


def _entry(what: str, pair: Pair, reason: str) -> dict[str, str]:
    return {"what": what, "sitting_id": pair[0], "sha256": pair[1], "reason": reason, "at": now()}


def _row(entry: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in entry.items() if name != "what"}


def _is_called(sha256: str, path: str, asked: str) -> bool:
    return path.rsplit("/", 1)[-1] == asked or (len(asked) >= 8 and sha256.startswith(asked.lower()))
