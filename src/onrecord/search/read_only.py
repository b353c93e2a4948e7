"""An index on a disk that cannot be written, such as a copy of an archive behind a site.

The index's library makes a file to hold while it opens, and finds no place for it there. So
the index is opened in a folder of its own, which holds nothing but links to its files.
"""

from __future__ import annotations

import shutil
import weakref
from pathlib import Path
from tempfile import mkdtemp

_SIGN = "ReadOnlyFilesystem"  # how the library names the system's word for it


def is_read_only(error: ValueError) -> bool:
    """Whether the library failed because nothing can be written where the index lies."""
    return _SIGN in str(error)


def linked(folder: Path, owner: object) -> Path:
    """A folder with links to an index's files, which goes when its owner does."""
    beside = Path(mkdtemp(prefix="onrecord-index-"))
    weakref.finalize(owner, shutil.rmtree, beside, ignore_errors=True)
    for file in folder.iterdir():
        if file.suffix != ".lock":
            (beside / file.name).symlink_to(file.absolute())
    return beside
