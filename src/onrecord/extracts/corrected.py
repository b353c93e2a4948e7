"""What corrects what in one sitting, as contributions show it: both ways, and only where it is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection


class Corrected(NamedTuple):
    """`by`: for each contribution the contributions that correct it; `of`: what a contribution corrects."""

    by: dict[str, tuple[str, ...]]
    of: dict[str, str]


def _asked(number: int) -> str:
    these = f"IN ({','.join('?' * number)})"
    return (
        "SELECT sitting_id, contribution_id, quoted_id, target_id, target_sitting FROM corrections"
        f" WHERE target_id IS NOT NULL AND (sitting_id {these} OR target_sitting {these}) ORDER BY id"
    )


def corrected_in(connection: Connection, sittings: Sequence[str]) -> dict[str, Corrected]:
    """For each of these sittings the corrections that it makes, and those of its own words."""
    by: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    of: dict[str, dict[str, str]] = defaultdict(dict)
    for row in connection.exec_driver_sql(_asked(len(sittings)), tuple(sittings) * 2).mappings():
        correcting = by[row["target_sitting"]][row["target_id"]]
        if row["contribution_id"] not in correcting:
            correcting.append(row["contribution_id"])
        of[row["sitting_id"]].setdefault(row["contribution_id"], row["target_id"])
        if row["quoted_id"]:
            of[row["sitting_id"]].setdefault(row["quoted_id"], row["target_id"])
    return {one: Corrected({target: tuple(own) for target, own in by[one].items()}, of[one]) for one in sittings}
