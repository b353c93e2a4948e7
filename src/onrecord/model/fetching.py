"""What became of a fetch: one line for each service, House and day (contract section 2)."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from .ledger import LoadReport


class FetchedUnit(Struct, frozen=True):
    """What one service gave for one House and day. `status`: fetched, resumed (done before an
    interruption), partial (`failed` says which answers did not come, and why), failed, or stopped."""

    service: str
    house: str | None
    date: date | None
    status: str
    answers: int = 0
    failed: tuple[str, ...] = ()


class FetchReport(Struct, frozen=True):
    """What was fetched, and what loading it did. `stopped` says why no more was asked for; `notes` is worth a look."""

    units: tuple[FetchedUnit, ...]
    load: LoadReport
    totals: dict[str, int]
    stopped: str | None = None
    notes: tuple[str, ...] = ()
