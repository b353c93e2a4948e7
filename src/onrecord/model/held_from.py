"""From what an answer is made, and since when that is held."""

from __future__ import annotations

from msgspec import Struct


class HeldFrom(Struct, frozen=True):
    """The files of some sittings, or lists of people: how many, their formats, and three moments.

    `first_seen` is when the earliest came, `last_changed` when the newest did, `last_checked` when one was looked at.
    """

    number: int
    formats: tuple[str, ...]
    first_seen: str
    last_changed: str
    last_checked: str
