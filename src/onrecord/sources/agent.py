"""Who asks: the name by which the services know us, with somebody to write to."""

from __future__ import annotations

from .. import __version__
from ..settings import value


def user_agent() -> str:
    """The User-Agent of every request; `ONRECORD_CONTACT` says who runs this archive."""
    contact = "".join(c for c in value("contact") if c.isprintable() and c.isascii())
    return f"onrecord/{__version__} (archive of parliamentary proceedings{f'; {contact}' if contact else ''})"
