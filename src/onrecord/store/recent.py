"""Readings kept at hand, since what was read is soon wanted again.

Editions of one sitting come one after the other, a sitting that comes in parts is assembled
anew with each, and a volume has dozens of sittings: written anew one by one, each would read the
whole volume again. What is kept is measured by the bytes of its files; the one wanted longest ago goes first.
"""

from __future__ import annotations

from ..reading import Reading

MOST = 16_000_000  # bytes of files: a volume of each House, whose days alternate


class RecentReadings:
    """What files were read as, by their sha256; at most `most` bytes of files, but always the last."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: dict[str, tuple[int, Reading]] = {}
        self._size = 0

    def get(self, sha256: str) -> Reading | None:
        """The reading, if it is at hand."""
        found = self._kept.pop(sha256, None)
        if found is None:
            return None
        self._kept[sha256] = found
        return found[1]

    def keep(self, sha256: str, size: int, reading: Reading) -> None:
        """Keep what a file of `size` bytes was read as."""
        self._drop(sha256)
        self._kept[sha256] = size, reading
        self._size += size
        while len(self._kept) > 1 and self._size > self._most:
            self._drop(next(iter(self._kept)))

    def _drop(self, sha256: str) -> None:
        self._size -= self._kept.pop(sha256, (0, None))[0]
