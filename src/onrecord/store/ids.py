"""Ids that are a function of the record, and outlive every revision.

A source's own id is good until the source renumbers; so ours is made from the *earliest*
id by which any file we hold ever named the thing. The same files give the same ids in any
order, on any machine; a later edition changes nothing; and when an earlier edition turns
up late, the id that was given in between stays as an alias.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

_NUMBERS = re.compile(r"(\d+)")


def own_id(prefix: str, source_id: str) -> str:
    """Ours for a source's id: a letter for what it is, and sixteen figures that no two share.

    >>> own_id("c", "x/2019-08-12a.1.7") == own_id("c", "x/2019-08-12b.1.7")
    False
    """
    return prefix + hashlib.blake2b(source_id.encode(), digest_size=8).hexdigest()


def earliest(ids: Sequence[str]) -> str:
    """The id of the earliest edition: "…26a.10.2" before "…26b.9.1", and 9 before 10.

    >>> earliest(["x/2019-08-12b.1.7", "x/2019-08-12a.1.10", "x/2019-08-12a.1.9"])
    'x/2019-08-12a.1.9'
    """
    return ids[0] if len(ids) == 1 else min(ids, key=_in_order)


def _in_order(source_id: str) -> list[str | int]:
    """What is between the numbers of an id, and they themselves, by turns: so like is compared with like."""
    parts: list[str | int] = [*_NUMBERS.split(source_id)]
    parts[1::2] = map(int, parts[1::2])
    return parts
