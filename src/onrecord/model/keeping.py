"""What the keeper of an archive decided."""

from __future__ import annotations

from msgspec import Struct


class KeeperDecision(Struct, frozen=True):
    """`what` is suppress, show, remove or restore; `target` as it was asked for.

    `ids`: the contributions, or the sha256 of the files, that it touches; `sittings`: written anew because of it.
    """

    what: str
    target: str
    reason: str
    at: str
    ids: tuple[str, ...]
    sittings: tuple[str, ...]
