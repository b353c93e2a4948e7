"""The bundled specimen: three sitting days of a parliament that does not exist, in the official formats.

Everybody can try the program, and every test can read a page, without a word of the real
record in the repository. Ids lie far outside the real ranges and the days in a recess, so
that a specimen loaded beside real files never touches them. `README.md` here lists what
each file is for. Nothing is read or checked here: the files go the way of all other files.

>>> sorted(child.name for child in folder().iterdir() if child.is_dir() and not child.name.startswith("_"))
['bill', 'people', 'sittings']
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def folder() -> Path:
    """The folder that holds `sittings/` and `people/`, ready for `load` and `people load`."""
    return Path(str(files(__package__)))
