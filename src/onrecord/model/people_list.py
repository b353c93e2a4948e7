"""People as the list of those who speak in the record shows them."""

from __future__ import annotations

from msgspec import Struct


class Speaking(Struct, frozen=True):
    """Somebody who speaks in the record held; `about` tells two of one name apart."""

    person_id: str
    slug: str
    name: str
    about: str
    contributions: int


class SpeakingPeople(Struct, frozen=True):
    """A page of them, by surname."""

    total: int
    page: int | None
    pages: int
    people: tuple[Speaking, ...]
    next: str | None = None
