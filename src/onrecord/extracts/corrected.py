"""What corrects what in one sitting, as contributions show it: both ways, and only where it is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from ..store.asking import asked


class Corrected(NamedTuple):
    """`by`: for each contribution the contributions that correct it; `of`: what a contribution corrects."""

    by: dict[str, tuple[str, ...]]
    of: dict[str, str]


def _statement(sittings: Sequence[str]) -> tuple[str, list[str]]:
    these = f"IN ({','.join('?' * len(sittings))})"
    return (
        "SELECT sitting_id, contribution_id, quoted_id, target_id, target_sitting FROM corrections"
        f" WHERE target_id IS NOT NULL AND (sitting_id {these} OR target_sitting {these}) ORDER BY id",
        [*sittings, *sittings],
    )


def corrected_in(connection: Connection, sittings: Sequence[str]) -> dict[str, Corrected]:
    """For each of these sittings the corrections that it makes, and those of its own words."""
    by: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    of: dict[str, dict[str, str]] = defaultdict(dict)
    for sitting, contribution, quoted, target, where in asked(connection, *_statement(sittings)):
        correcting = by[where][target]
        if contribution not in correcting:
            correcting.append(contribution)
        of[sitting].setdefault(contribution, target)
        if quoted:
            of[sitting].setdefault(quoted, target)
    return {one: Corrected({target: tuple(own) for target, own in by[one].items()}, of[one]) for one in sittings}
