"""The one stylesheet and the one script: read once, served under names that change with their content.

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


@cache
def script() -> str:
    """The script's text."""
    return resources.files(__package__).joinpath("static", "onrecord.js").read_text(encoding="utf-8")


@cache
def script_name() -> str:
    """Its name: `onrecord.<first twelve hex digits of the content's sha256>.js`."""
    return f"onrecord.{sha256(script().encode()).hexdigest()[:12]}.js"
