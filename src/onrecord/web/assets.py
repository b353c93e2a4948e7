"""The one stylesheet: read once, served under a name that changes with its content.

A browser may keep it for a year, since a new release has a new name. A page that stands
alone carries the same style inside it, so there is one look and one file.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib import resources


@cache
def stylesheet() -> str:
    """The stylesheet's text."""
    return resources.files(__package__).joinpath("static", "onrecord.css").read_text(encoding="utf-8")


@cache
def stylesheet_name() -> str:
    """Its name: `onrecord.<first twelve hex digits of the content's sha256>.css`."""
    return f"onrecord.{sha256(stylesheet().encode()).hexdigest()[:12]}.css"
