"""Somebody as lists of people know them, without what a sitting alone tells.

Who may be meant by a name is weighed by what lists vouch for. Those whom only a sitting names stand on
the roll too, with what it tells; but if that counted here, the order of loading would matter.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import structs

from ..model import Person

_SITTING = re.compile(r"[a-z-]+/\d{4}-\d\d-\d\d$")


def as_listed(person: Person) -> Person | None:
    """Somebody without what sittings alone tell of them; None where no list puts them in Parliament."""
    spells = tuple([spell for spell in person.memberships if not _is_sitting(spell.source)])
    if not (spells or person.offices or person.undated or "mnis" in person.ids):
        return None
    if all(_is_sitting(name.source) for name in person.names):
        return None
    return person if len(spells) == len(person.memberships) else structs.replace(person, memberships=spells)


@lru_cache(maxsize=1024)
def _is_sitting(source: str) -> bool:
    """Whether a source is a sitting rather than a list."""
    return _SITTING.match(source) is not None
