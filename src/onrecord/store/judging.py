"""What people decide about who spoke: rows that go before every rule, and can be undone.

A decision is kept under every id that the sources give the contribution, so that it holds in
another archive and after a new edition. It is not evidence, so it does not follow from the
vault; the journal keeps it. The sitting is written anew at once.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from ..errors import NotHeldError
from ..model import Conflicts, JudgedSpeaker, JudgedSpeakers
from .clock import now
from .deriving import Deriving
from .roll import StoredRoll
from .schema import aliases, conflicts, contributions, rulings
from .spelled import id_spelled
from .vault import Vault


class Judging:
    """Decisions about speakers, over one open connection; the caller holds the archive's lock."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._deriving = Deriving(connection, vault)

    def judge(self, asked: str, person_id: str | None, by: str, grounds: str) -> JudgedSpeaker:
        """Say who spoke a contribution (None: it cannot be told); a later decision takes an earlier one's place."""
        with self._connection.begin():
            contribution = contribution_called(self._connection, asked)
            names = aliases_of(self._connection, contribution)
            moment = now()
            self._connection.execute(delete(rulings).where(rulings.c.alias.in_(names)))
            row = {"person_id": person_id, "by": by, "grounds": grounds, "since": moment}
            self._connection.execute(insert(rulings), [{"alias": name, **row} for name in names])
            self._write_anew(contribution)
        return JudgedSpeaker(contribution, tuple(names), person_id, None, by, grounds, moment)

    def undo(self, asked: str) -> JudgedSpeaker:
        """Take back what was decided about a contribution."""
        with self._connection.begin():
            contribution = contribution_called(self._connection, asked)
            names = aliases_of(self._connection, contribution)
            rows = self._connection.execute(select(rulings).where(rulings.c.alias.in_(names))).mappings().all()
            if not rows:
                raise NotHeldError("nothing was decided about this", where=asked, remedy="see `people judgements`")
            self._connection.execute(delete(rulings).where(rulings.c.alias.in_(names)))
            self._write_anew(contribution)
        first = rows[0]
        return JudgedSpeaker(
            contribution, tuple(names), first["person_id"], None, first["by"], first["grounds"], first["since"]
        )

    def _write_anew(self, contribution: str) -> None:
        place = select(contributions.c.sitting_id).where(contributions.c.id == contribution)
        self._deriving.derive(str(self._connection.execute(place).scalar_one()), {})


def contribution_called(connection: Connection, asked: str) -> str:
    """The id of the contribution that has or had this id, alias or address."""
    named = id_spelled(asked)
    query = select(aliases.c.target).where(aliases.c.alias == named, aliases.c.kind == "contribution")
    names = [named, *(target for (target,) in connection.execute(query))]
    found = connection.execute(select(contributions.c.id).where(contributions.c.id.in_(names))).first()
    if found is None:
        raise NotHeldError("no contribution here has this id", where=asked, remedy="see `onrecord debate`")
    return str(found[0])


def aliases_of(connection: Connection, contribution: str) -> list[str]:
    """The sources' ids of a contribution."""
    rows = connection.execute(select(aliases.c.alias).where(aliases.c.target == contribution).order_by(aliases.c.alias))
    return [alias for (alias,) in rows]


def judged(connection: Connection) -> JudgedSpeakers:
    """Every decision, each once, with the contribution where it is held."""
    roll = StoredRoll(connection)
    rows = connection.execute(select(rulings).order_by(rulings.c.alias)).mappings().all()
    held = select(aliases.c.alias, aliases.c.target).where(aliases.c.alias.in_([row["alias"] for row in rows]))
    targets = {row.alias: row.target for row in connection.execute(held)}
    grouped: dict[str, list[str]] = {}
    for row in rows:
        grouped.setdefault(targets.get(row["alias"], row["alias"]), []).append(row["alias"])
    by_alias = {row["alias"]: row for row in rows}
    found = []
    for ids in grouped.values():
        row = by_alias[ids[0]]
        person = roll.person(row["person_id"]) if row["person_id"] else None
        found.append(
            JudgedSpeaker(
                targets.get(ids[0]),
                tuple(ids),
                row["person_id"],
                person.name if person else None,
                row["by"],
                row["grounds"],
                row["since"],
            )
        )
    return JudgedSpeakers(tuple(found), len(found))


def conflicting(connection: Connection) -> Conflicts:
    """What lists disagree about, as the roll was last built."""
    rows = connection.execute(select(conflicts.c.conflict).order_by(conflicts.c.conflict))
    found = tuple(conflict for (conflict,) in rows)
    return Conflicts(found, len(found))
