"""What corrects what in one sitting, as contributions show it: both ways, and only where it is known."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from sqlalchemy import Connection, select

from ..store.schema import corrections


class Corrected(NamedTuple):
    """`by`: for each contribution the contributions that correct it; `of`: what a contribution corrects."""

    by: dict[str, tuple[str, ...]]
    of: dict[str, str]


def corrected_in(connection: Connection, sitting_id: str) -> Corrected:
    """The corrections that a sitting makes, and those of its own words."""
    by: dict[str, list[str]] = defaultdict(list)
    of: dict[str, str] = {}
    either = (corrections.c.sitting_id == sitting_id) | (corrections.c.target_sitting == sitting_id)
    known = corrections.c.target_id.is_not(None)
    for row in connection.execute(select(corrections).where(either, known).order_by(corrections.c.id)).mappings():
        if row["target_sitting"] == sitting_id and row["contribution_id"] not in by[row["target_id"]]:
            by[row["target_id"]].append(row["contribution_id"])
        if row["sitting_id"] == sitting_id:
            of.setdefault(row["contribution_id"], row["target_id"])
            if row["quoted_id"]:
                of.setdefault(row["quoted_id"], row["target_id"])
    return Corrected({target: tuple(own) for target, own in by.items()}, of)
