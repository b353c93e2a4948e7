"""What a sitting prints beside its speakers' names: party, seat, office.

"Ada Quill (Fen) (Lab)" is printed once a day, at the first mention; it dates her party and her
seat to that day better than any list, and where no list reaches the day nothing else does. So
what stands beside a name counts for everything that person says in the sitting. Two parties
or two offices beside one name tell nothing. A seat is taken only with a party beside it: what
else stands in brackets may be anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..people.printed import read_printed
from .turns import Turn


class Beside(NamedTuple):
    """What is printed beside a name; None where nothing is, or two different things are."""

    party: str | None = None
    seat: str | None = None
    office: str | None = None


NOTHING = Beside()


def printed_beside(turns: Iterable[Turn]) -> Mapping[str, Beside]:
    """For each person of whom a sitting prints a party or an office: what it prints."""
    found: dict[str, set[Beside]] = defaultdict(set)
    for turn in turns:
        person, line = turn.voice.person_id, turn.item.attribution
        if person is None or turn.chair is not None:
            continue
        if line and "(" in line:
            printed = read_printed(line)
            seat = printed.seat if printed.party else None
            found[person].add(Beside(printed.party, seat, turn.office))
        elif turn.office:
            found[person].add(Beside(office=turn.office))
    told = {person: Beside(*map(_only, zip(*each, strict=True))) for person, each in found.items()}
    return {person: beside for person, beside in told.items() if beside != NOTHING}


def _only(values: Iterable[str | None]) -> str | None:
    told = {value for value in values if value}
    return told.pop() if len(told) == 1 else None
