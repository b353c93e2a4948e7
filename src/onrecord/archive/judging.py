"""What people decide about who spoke, and what is left for them to decide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ..errors import BadInputError, NotHeldError, UsageError
from ..extracts import members, open_names
from ..extracts.places import Asked
from ..model import Conflicts, JudgedSpeaker, JudgedSpeakers, OpenNames
from ..store.roll import StoredRoll
from .keeping import Waiting
from .opening import Opening

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ..store.judging import Judging as Rulings

NOBODY = "nobody"


class Judging(Opening):
    """Judgements on speakers: made, undone, shared; what is open; and where lists disagree."""

    def judge(
        self, contribution: str, member: str, grounds: str, *, by: str = "the keeper", waiting: Waiting = None
    ) -> JudgedSpeaker:
        """Say who spoke a contribution, whatever the source and the rules say; "nobody" if it cannot be told."""
        with self._writing(True, waiting) as connection:
            person = None if member == NOBODY else members.find_member(StoredRoll(connection), member)
            connection.rollback()
            told = self._rulings(connection).judge(
                contribution, person.person_id if person else None, _said(by), _said(grounds)
            )
        return msgspec.structs.replace(told, name=person.name if person else None)

    def undo_judgement(self, contribution: str, *, waiting: Waiting = None) -> JudgedSpeaker:
        """Take back what was decided about a contribution."""
        with self._writing(True, waiting) as connection:
            return self._rulings(connection).undo(contribution)

    def judgements(self) -> JudgedSpeakers:
        """Every decision that this archive holds."""
        from ..store.judging import judged

        with self._reading() as connection:
            return judged(connection)

    def take_judgements(self, file: Path | str, *, undo: bool = False, waiting: Waiting = None) -> JudgedSpeakers:
        """Take over another archive's decisions, as `judgements` gives them, on what is held here.

        With `undo`, take back those of them that hold here.
        """
        given = _read(Path(file))
        with self._writing(True, waiting) as connection:
            rulings = self._rulings(connection)
            told = [self._take(connection, rulings, one, undo=undo) for one in given.judgements]
        taken = tuple(one for one in told if one is not None)
        return JudgedSpeakers(taken, len(taken))

    def _take(
        self, connection: Connection, rulings: Rulings, one: JudgedSpeaker, *, undo: bool
    ) -> JudgedSpeaker | None:
        """One decision of a file taken over, or taken back if it is the one that holds; None where it cannot be."""
        from ..store.judging import judged

        kept = {name: (held.person_id, held.by) for held in judged(connection).judgements for name in held.ids}
        connection.rollback()
        for name in one.ids:
            if undo and kept.get(name) != (one.person_id, one.by):
                continue
            try:
                done = rulings.undo(name) if undo else rulings.judge(name, one.person_id, one.by, one.grounds)
            except NotHeldError:
                continue
            return msgspec.structs.replace(done, name=one.name)
        return None

    def open_names(self, limit: int = 50, *, page: int = 1, cursor: str | None = None) -> OpenNames:
        """Name lines that nobody could be told from, the newest sittings first, so many a page."""
        with self._reading() as connection:
            return open_names.open_names(connection, Asked(page, limit, cursor))

    def conflicts(self) -> Conflicts:
        """What lists of people contradict each other about."""
        from ..store.judging import conflicting

        with self._reading() as connection:
            return conflicting(connection)

    def _rulings(self, connection: Connection) -> Rulings:
        from ..store.judging import Judging as Rulings  # it writes sittings anew, and imports all that needs

        return Rulings(connection, self._vault)


def _said(text: str) -> str:
    if not text.strip():
        raise UsageError("a judgement needs its grounds and who judges", remedy="say why with --because")
    return " ".join(text.split())


def _read(file: Path) -> JudgedSpeakers:
    try:
        return msgspec.json.decode(file.read_bytes(), type=JudgedSpeakers)
    except (OSError, msgspec.DecodeError) as error:
        remedy = "give a file made by `people judgements --format json`"
        reason = error.strerror.lower() if isinstance(error, OSError) and error.strerror else str(error)
        raise BadInputError(f"no file of judgements: {reason}", where=str(file), remedy=remedy) from error
