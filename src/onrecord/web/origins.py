"""Under each page that shows words: from what they were read, when it was first seen, last changed and last checked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Protocol

from ..model import HeldFrom

if TYPE_CHECKING:
    from ..archive import Archive

Origins = tuple[tuple[HeldFrom | None, str], ...]


class Placed(Protocol):
    """Whatever stands in a sitting: a debate in a list, a stage of a bill, a sitting itself."""

    @property
    def house(self) -> str: ...

    @property
    def chamber(self) -> str | None: ...

    @property
    def date(self) -> date | None: ...


def origins(archive: Archive, shown: Iterable[Placed]) -> Origins:
    """For a page on which these are shown."""
    places = [(one.house, one.chamber, one.date) for one in shown if one.chamber and one.date]
    return ((archive.held_from(places), "sitting"),)
