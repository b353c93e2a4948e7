"""Up to which column each volume is held.

Columns tell what is missing between two sittings and before the first one of a volume. What
follows the last one held they do not tell: no source says where a volume ends. That the next
volume had begun by some day bounds it, and nothing more; so no gap is made of it, and what
is known is listed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from ..model import HeldSitting, HeldVolume

_DIGITS = re.compile(r"\d+")


def volumes(sittings: Sequence[HeldSitting]) -> tuple[HeldVolume, ...]:
    """What is held of each volume that a source tells, by chamber, the oldest first."""
    told: dict[tuple[str, str], dict[int, list[HeldSitting]]] = defaultdict(lambda: defaultdict(list))
    for sitting in sittings:
        if sitting.state == "held" and sitting.volume and sitting.columns:
            told[sitting.house, sitting.chamber][sitting.volume].append(sitting)
    return tuple(one for (house, chamber), own in sorted(told.items()) for one in _of_chamber(house, chamber, own))


def _of_chamber(house: str, chamber: str, own: dict[int, list[HeldSitting]]) -> Iterator[HeldVolume]:
    begins = {number: min(s.date for s in held) for number, held in own.items()}
    for number, held in sorted(own.items(), key=lambda pair: (begins[pair[0]], pair[0])):
        columns = [column for sitting in held for column in _columns(sitting)]
        last = max(sitting.date for sitting in held)
        if columns:
            yield HeldVolume(
                house, chamber, number, begins[number], last, min(columns), max(columns), len(held),
                followed=_next(last, number, begins),
            )  # fmt: skip


def _columns(sitting: HeldSitting) -> Iterator[int]:
    for column in sitting.columns or ():
        if found := _DIGITS.search(column):
            yield int(found[0])


def _next(last: date, number: int, begins: dict[int, date]) -> date | None:
    """The first day held of a volume that came after this one."""
    return min((day for other, day in begins.items() if other != number and day >= last), default=None)
