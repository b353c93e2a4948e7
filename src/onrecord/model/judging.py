"""What people decided about who spoke, what is still open, and where lists of people disagree."""

from __future__ import annotations

from msgspec import Struct


class JudgedSpeaker(Struct, frozen=True):
    """A person's decision about a contribution: who spoke, or (no `person_id`) that it cannot be told.

    `ids` are the sources' ids of the contribution, by which the decision is known in any archive.
    """

    contribution: str | None
    ids: tuple[str, ...]
    person_id: str | None
    name: str | None
    by: str
    grounds: str
    since: str


class JudgedSpeakers(Struct, frozen=True):
    """Every decision of people that an archive holds, in the order of the contributions' ids; always one page."""

    judgements: tuple[JudgedSpeaker, ...]
    total: int = 0
    page: int = 1
    pages: int = 1
    next: str | None = None


class OpenName(Struct, frozen=True):
    """A name line that is not told, with the reason and those who may be meant."""

    contribution: str
    sitting: str
    printed: str
    reason: str
    candidates: tuple[str, ...]


class OpenNames(Struct, frozen=True):
    """Name lines that are not told, newest sitting first; `total` counts them all."""

    total: int
    names: tuple[OpenName, ...]
    page: int | None
    pages: int
    next: str | None


class Conflicts(Struct, frozen=True):
    """What lists of people contradict each other about; always one page."""

    conflicts: tuple[str, ...]
    total: int = 0
    page: int = 1
    pages: int = 1
    next: str | None = None
