"""What a file says, as the record takes it: its reading, with the persons whom its own names tell."""

from __future__ import annotations

from ..formats.detect import read
from ..proceedings.volume import with_persons_of_print
from ..reading import Reading


def understood(data: bytes, name: str) -> Reading:
    """The reading of a file. BadInputError if it cannot be read whole."""
    return with_persons_of_print(read(data, name))
