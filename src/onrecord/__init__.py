"""On Record: who said what, in which office, in answer to whom — and was it really said?

`Archive.open(path)` is the door to everything:

    from onrecord import Archive
    Archive.open("my-archive").excerpts("James Cleverly", department="Home Office")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Archive", "__version__"]

if TYPE_CHECKING:
    from .archive import Archive


def __getattr__(name: str) -> Any:  # loaded late, so that `import onrecord` costs nothing
    if name == "Archive":
        from .archive import Archive

        return Archive
    raise AttributeError(name)
