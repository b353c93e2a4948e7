"""Questions about corrections: what was corrected since it was said."""

from __future__ import annotations

from datetime import date

from ..extracts.corrections import corrections_listed
from ..extracts.places import Asked
from ..extracts.sitting_filters import SittingFilters
from ..model import Corrections
from ..store.roll import StoredRoll
from .opening import Opening


class Correcting(Opening):
    """Corrections, matched and unmatched."""

    def corrections(
        self,
        start: date | None = None,
        end: date | None = None,
        house: str | None = None,
        status: str | None = None,
        page: int = 1,
        per_page: int = 50,
        cursor: str | None = None,
        *,
        chamber: str | None = None,
        parliament: str | None = None,
        session: str | None = None,
    ) -> Corrections:
        """Corrections made between two days, the newest first; `status`: linked, unmatched or possible."""
        with self._reading() as connection:
            return corrections_listed(
                connection,
                StoredRoll(connection),
                chosen=SittingFilters(start, end, house, chamber, parliament, session),
                status=status,
                asked=Asked(page, per_page, cursor),
            )
