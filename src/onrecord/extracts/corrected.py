"""What corrects what in one sitting, as contributions show it: both ways, and only where it is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from ..store.schema import corrections


class Corrected(NamedTuple):
    """`by`: for each contribution the contributions that correct it; `of`: what a contribution corrects."""

    by: dict[str, tuple[str, ...]]
    of: dict[str, str]


def corrected_in(connection: Connection, sittings: Sequence[str]) -> dict[str, Corrected]:
    """For each of these sittings the corrections that it makes, and those of its own words."""
    by: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    of: dict[str, dict[str, str]] = defaultdict(dict)
    either = corrections.c.sitting_id.in_(sittings) | corrections.c.target_sitting.in_(sittings)
    known = corrections.c.target_id.is_not(None)
    for row in connection.execute(select(corrections).where(either, known).order_by(corrections.c.id)).mappings():
        correcting = by[row["target_sitting"]][row["target_id"]]
        if row["contribution_id"] not in correcting:
            correcting.append(row["contribution_id"])
        of[row["sitting_id"]].setdefault(row["contribution_id"], row["target_id"])
        if row["quoted_id"]:
            of[row["sitting_id"]].setdefault(row["quoted_id"], row["target_id"])
    return {one: Corrected({target: tuple(own) for target, own in by[one].items()}, of[one]) for one in sittings}
