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

    def take_judgements(self, file: Path | str, *, waiting: Waiting = None) -> JudgedSpeakers:
        """Take over another archive's decisions, as `judgements` gives them, on what is held here."""
        taken = []
        given = _read(Path(file))
        with self._writing(True, waiting) as connection:
            for one in given.judgements:
                for name in one.ids:
                    try:
                        taken.append(self._rulings(connection).judge(name, one.person_id, one.by, one.grounds))
                        break
                    except NotHeldError:
                        continue
        return JudgedSpeakers(tuple(taken), len(taken))

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
        raise BadInputError(f"no file of judgements: {error}", where=str(file), remedy=remedy) from error
