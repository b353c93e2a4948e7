"""How an archive is, and what was done about it."""

from __future__ import annotations

from msgspec import Struct


class Check(Struct, frozen=True):
    """One thing that was looked at. `found`: what is wrong, each with where; empty where nothing is."""

    name: str
    ok: bool
    found: tuple[str, ...] = ()


class Health(Struct, frozen=True):
    """The state of an archive. `repaired`: what was done first, where a repair was asked for."""

    ok: bool
    checks: tuple[Check, ...]
    counts: dict[str, int]
    repaired: tuple[str, ...] = ()


class BackedUp(Struct, frozen=True):
    """A copy of an archive, made while it was in use."""

    path: str
    sittings: int
    files: int
    bytes: int
