"""Who voted how in one division, as two sources name them: voter by voter, not by their number alone.

Two lists of equal length may still hold different people. So each voter of one list is looked for in the
other: by the person whom both ids mean, else by the name as printed, where only one in each list bears it.
What is told apart for certain is listed by name. Where a name without a partner here may mean one without
a partner there (ids of two services that no list of people ties together, a name spelt otherwise), that is
listed as what could not be compared, and nobody is said to be missing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from ..model import Person
from ..people.listed import as_said
from ..people.names import fold
from ..reading import Vote
from .witnesses import VOTE, VOTERS, Disagreement

PersonOf = Callable[[str], Person | None]
MOST = 20  # names in one line
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")


class Ballots(Struct, frozen=True):
    """The voters of one division in the leading list and in another: `source_id` and `other` are its ids in both."""

    source_id: str
    ours: tuple[Vote, ...]
    theirs: tuple[Vote, ...]
    other: str


class _Voter(Struct, frozen=True):
    vote: Vote
    person: Person | None

    @property
    def identity(self) -> str | None:
        return self.person.person_id if self.person else self.vote.key

    @property
    def printed(self) -> str:
        return fold(as_said(_IN_BRACKETS.sub("", self.vote.name)))

    @property
    def side(self) -> str:
        return f"{self.vote.side} (teller)" if self.vote.teller else self.vote.side

    def __str__(self) -> str:
        return f"{self.person.name if self.person else as_said(self.vote.name)}: {self.side}"


def keys_of(ballots: Iterable[Ballots]) -> set[str]:
    """The ids of everybody who is named."""
    return {vote.key for each in ballots for vote in (*each.ours, *each.theirs) if vote.key}


def differences_in(ballots: Ballots, person_of: PersonOf) -> Iterator[Disagreement]:
    """Who is said to have voted otherwise, who is named by one source alone, and who could not be compared."""
    if ballots.ours == ballots.theirs:
        return
    ours, theirs = _comparable(_voters(ballots.ours, person_of), _voters(ballots.theirs, person_of))
    for one, other in _paired(ours, theirs):
        if one.side != other.side:
            yield Disagreement(ballots.source_id, VOTE, str(one), str(other), ballots.other)
    here, there = _undecided(ours, theirs), _undecided(theirs, ours)
    for one in ours:
        if one not in here:
            yield Disagreement(ballots.source_id, VOTE, str(one), "not named", ballots.other)
    for other in theirs:
        if other not in there:
            yield Disagreement(ballots.source_id, VOTE, "not named", str(other), ballots.other)
    if here:
        yield Disagreement(ballots.source_id, VOTERS, _names(here), _names(there), ballots.other)


def _voters(votes: Iterable[Vote], person_of: PersonOf) -> list[_Voter]:
    return [_Voter(vote, person_of(vote.key) if vote.key else None) for vote in votes]


def _comparable(ours: list[_Voter], theirs: list[_Voter]) -> tuple[list[_Voter], list[_Voter]]:
    """Both lists without the tellers, where one source names none."""
    if all(any(voter.vote.teller for voter in told) for told in (ours, theirs)):
        return ours, theirs
    return [v for v in ours if not v.vote.teller], [v for v in theirs if not v.vote.teller]


def _paired(ours: list[_Voter], theirs: list[_Voter]) -> Iterator[tuple[_Voter, _Voter]]:
    """Who is whom; the paired leave both lists. Whoever is in both lobbies is first looked for in the same one."""
    ways: tuple[Callable[[_Voter], object], ...] = (
        lambda voter: voter.identity and (voter.identity, voter.side),
        lambda voter: voter.identity,
        lambda voter: (voter.printed, voter.side),
        lambda voter: voter.printed,
    )
    for way in ways:
        here, there = _alone(ours, way), _alone(theirs, way)
        for key, one in here.items():
            other = there.get(key)
            if other is not None and not _two_people(one, other):
                ours.remove(one)
                theirs.remove(other)
                yield one, other


def _alone(voters: Sequence[_Voter], way: Callable[[_Voter], object]) -> dict[object, _Voter]:
    """The voters whom a way of looking tells from all others in the list."""
    found: dict[object, list[_Voter]] = defaultdict(list)
    for voter in voters:
        if key := way(voter):
            found[key].append(voter)
    return {key: several[0] for key, several in found.items() if len(several) == 1}


def _two_people(one: _Voter, other: _Voter) -> bool:
    """Whether two voters are two people for certain: one service has an id for each, and another one."""
    if one.person and other.person:
        if one.person.person_id == other.person.person_id:
            return False
        return not one.person.ids.keys().isdisjoint(other.person.ids)
    here, there = one.vote.key, other.vote.key
    return bool(here and there) and here != there and _scheme(here or "") == _scheme(there or "")


def _scheme(key: str) -> str:
    return re.split("[/:]", key)[0]


def _undecided(voters: Sequence[_Voter], others: Sequence[_Voter]) -> list[_Voter]:
    """Those without a partner who may be somebody in the other list that has none."""
    return [voter for voter in voters if not all(_two_people(voter, other) for other in others)]


def _names(voters: Sequence[_Voter]) -> str:
    told = "; ".join(map(str, voters[:MOST]))
    return f"{told}; and {len(voters) - MOST} more" if len(voters) > MOST else told
