"""What the keeper of an archive decides; everything here can be undone, and needs a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..model import KeeperDecision
from .opening import Opening

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ..store.keeping import Keeping as Decisions


Waiting = Callable[[], None] | None
"""What to call where another process writes, and this one waits."""


class Keeping(Opening):
    """Removing and suppressing, and taking both back."""

    def suppress(
        self, id: str, reason: str, *, undo: bool = False, wait: bool = True, waiting: Waiting = None
    ) -> KeeperDecision:
        """Show a contribution, or all of a section, nowhere; with `undo`, show it again. Its bytes stay."""
        with self._writing(wait, waiting) as connection:
            decisions = self._decisions(connection)
            return (decisions.unsuppress if undo else decisions.suppress)(id, _given(reason))

    def remove(
        self, sitting_or_file: str, reason: str, *, undo: bool = False, wait: bool = True, waiting: Waiting = None
    ) -> KeeperDecision:
        """Take a sitting, or what a file says, out of the record; with `undo`, bring it back. The bytes stay."""
        with self._writing(wait, waiting) as connection:
            decisions = self._decisions(connection)
            return (decisions.restore if undo else decisions.remove)(sitting_or_file, _given(reason))

    def _decisions(self, connection: Connection) -> Decisions:
        from ..store.keeping import Keeping as Decisions  # it writes sittings anew, and imports all that needs

        return Decisions(connection, self._vault)


def _given(reason: str) -> str:
    if not reason.strip():
        raise UsageError("a decision needs a reason", remedy="say why with --reason")
    return " ".join(reason.split())
