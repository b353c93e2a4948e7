"""The contributions of an archive as its debates show them: what searches are counted against.

Nothing of `onrecord.search` is used here.
"""

from __future__ import annotations

from datetime import date

from onrecord import Archive
from onrecord.model import Contribution


def contributions_in(archive: Archive) -> list[Contribution]:
    """Every contribution of every debate of every sitting held."""
    found: dict[str, Contribution] = {}
    for sitting in archive.sittings().sittings:
        if sitting.state != "held":
            continue
        assert isinstance(sitting.date, date)
        for ref in archive.debates_on(sitting.date, sitting.chamber):
            items = archive.debate(ref.id).items
            found |= {item.id: item for item in items if isinstance(item, Contribution)}
    return list(found.values())
