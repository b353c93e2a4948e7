"""The filters of a search as arguments of the archive's methods; what each means is in `search.filters`."""

from __future__ import annotations

from datetime import date
from typing import TypedDict


class Chosen(TypedDict, total=False):
    """The filters as arguments of a function."""

    member: str | None
    party: str | None
    office: str | None
    department: str | None
    house: str | None
    chamber: str | None
    kind: str | None
    bill: str | None
    start: date | None
    end: date | None
    parliament: str | None
    session: str | None
