"""Whether anything has changed: a tag that is another after every load, told from the folder alone.

The files of the database, its log and the search index carry the moment of their last
change; a stat of each costs microseconds, so a site can say "not modified" without opening
anything. A tag may change without a change of the record (the log is folded into the
database now and then); it never stays the same over one.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2s
from pathlib import Path
from typing import NamedTuple

_WATCHED = ("record.sqlite", "record.sqlite-wal", "index", "index/meta.json")


@lru_cache(maxsize=16)
def _watched(folder: Path) -> tuple[Path, ...]:
    """The files: putting paths together costs more than asking for them, at every request."""
    return tuple(folder / name for name in _WATCHED)


class Freshness(NamedTuple):
    """The archive's state: a `tag`, and the moment of the last change in seconds since 1970."""

    tag: str
    changed: float


def freshness(folder: Path) -> Freshness:
    """The state of the archive in a folder, without opening it; one of its own where there is none.

    >>> freshness(Path("/nowhere")).changed
    0.0
    """
    marks, changed = [], 0.0
    for file in _watched(folder):
        try:
            stat = file.stat()
        except OSError:
            marks.append("-")
            continue
        marks.append(f"{stat.st_mtime_ns}.{stat.st_size}.{stat.st_ino}")
        changed = max(changed, stat.st_mtime)
    return Freshness(blake2s("/".join(marks).encode(), digest_size=8).hexdigest(), changed)
