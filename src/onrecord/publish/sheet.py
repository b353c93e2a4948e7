"""What is set as a document, before it is PDF, DOCX or HTML: a title and leaves, in order."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ..model import LICENCE
from .pack_leaf import Leaf


class Sheet(Struct, frozen=True):
    """A document: each setter says all of its leaves and nothing else; `made` dates the file."""

    title: str
    leaves: tuple[Leaf, ...]
    made: date
    licence: str = LICENCE
