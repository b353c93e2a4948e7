"""Files that are parts of sittings, taken into them together.

A service gives a day in hundreds of answers: a debate, a question, a statement each. Were
the sitting assembled and written anew for every one of them, a day would cost its square.
So parts that come one after the other are gathered, and each sitting is written once for
all of its own. A file that is a whole sitting by itself, or several, stands alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from ..reading import Reading
from .told import sitting_id

MOST_FILES = 512
MOST_BYTES = 16 * 1024 * 1024


class Taken(NamedTuple):
    """A file that was read whole: where it lies, its name in the vault, its size, its place among those asked for.

    `seen` says since when it is held, if not since now.
    """

    path: Path
    sha256: str
    size: int
    reading: Reading
    place: int
    seen: Mapping[str, str] = MappingProxyType({})

    @property
    def is_part(self) -> bool:
        """Whether this is a part of one sitting, and no more."""
        return len(self.reading.sittings) == 1 and not self.reading.sittings[0].whole

    @property
    def sittings(self) -> tuple[str, ...]:
        """The sittings that this speaks of."""
        return tuple(sitting_id(sitting) for sitting in self.reading.sittings)


def belongs(file: Taken, gathered: list[Taken]) -> bool:
    """Whether a file is to be taken in together with those gathered."""
    if not gathered:
        return True
    if len(gathered) >= MOST_FILES or file.size + sum(each.size for each in gathered) > MOST_BYTES:
        return False
    return file.is_part and gathered[0].is_part
