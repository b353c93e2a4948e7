"""Which keys are one human being's.

Lists tie ids together; this puts the ties of all lists into one answer that does not depend
on their order. Two persons of TheyWorkForYou are never made one because some id leads to
both: only a redirect in a list, or a newer edition of a list that no longer has a person
and gives every seat of theirs to one other, says that they are the same. Where two lists
give an id to two persons, the newer list has it; where equally new lists disagree, nobody
has it, and the id stands for somebody of its own. Every such case is recorded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from .facts import Fact, Redirect, Same

_SEATS = ("member/", "lord/")


class Identities(Struct, frozen=True):
    """`group` gives each key the key that stands for its group, `persons` each group its TheyWorkForYou person
    (`person/…`) if it has one, `redirects` each merged person's key the one it became."""

    group: dict[str, str]
    persons: dict[str, str]
    redirects: dict[str, str]
    conflicts: tuple[str, ...]


def identify(facts: Sequence[Fact], keys: Iterable[str]) -> Identities:
    """Groups of keys from everything that lists say; every key of `keys` is in one."""
    conflicts: set[str] = set()
    ties = sorted({fact for fact in facts if isinstance(fact, Same)}, key=_newest_first)
    redirects = _redirects(facts, ties, conflicts)
    claims = [tie for tie in ties if tie.to.startswith("person/")]
    union = _Union()
    for key in keys:
        union.find(redirects.get(key, key))
    for tie in (*_settled(claims, redirects, conflicts), *(t for t in ties if not t.to.startswith("person/"))):
        union.join(redirects.get(tie.key, tie.key), redirects.get(tie.to, tie.to), tie.source, conflicts)
    group = {key: union.find(key) for key in union.parent}
    group |= {old: union.find(new) for old, new in redirects.items()}
    persons = {union.find(key): person for key, person in union.person.items()}
    return Identities(group, persons, redirects, tuple(sorted(conflicts)))


class _Union:
    """Sets of keys, each with at most one person."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}
        self.person: dict[str, str] = {}

    def find(self, key: str) -> str:
        if key not in self.parent:
            self.parent[key] = key
            if key.startswith("person/"):
                self.person[key] = key
            return key
        while (above := self.parent[key]) != key:
            self.parent[key] = self.parent[above]
            key = above
        return key

    def join(self, one: str, other: str, source: str, conflicts: set[str]) -> None:
        first, second = self.find(one), self.find(other)
        if first == second:
            return
        persons = {p for p in (self.person.get(first), self.person.get(second)) if p}
        if len(persons) > 1:
            conflicts.add(f"{source} ties {one} to {other}, but these are {' and '.join(sorted(persons))}: kept apart")
            return
        self.parent[second] = first
        for person in persons:
            self.person[first] = person


def _newest_first(tie: Same) -> tuple[str, str, str, str]:
    return (_descending(tie.as_of), tie.key, tie.to, tie.source)


def _descending(as_of: str) -> str:
    """A text that sorts the other way round; lists of no known day come last."""
    return "".join(chr(0x10FF - ord(c)) for c in as_of.ljust(10, "0"))


def _settled(claims: Sequence[Same], redirects: dict[str, str], conflicts: set[str]) -> list[Same]:
    """Of the claims on each id, the newest; none where equally new ones differ."""
    by_key: dict[str, list[Same]] = defaultdict(list)
    for claim in claims:
        by_key[claim.key].append(claim)
    settled = []
    for key, rivals in by_key.items():
        if len(rivals) > 1 and len(wanted := {redirects.get(c.to, c.to) for c in rivals}) > 1:
            newest = {redirects.get(c.to, c.to) for c in rivals if c.as_of == rivals[0].as_of}
            told = "; ".join(sorted(f"{c.to} in {c.source}" for c in rivals))
            verdict = f"the newer list has it ({min(newest)})" if len(newest) == 1 else "given to none of them"
            conflicts.add(f"{key} is claimed for {len(wanted)} persons: {told}: {verdict}")
            if len(newest) > 1:
                continue
        settled.append(rivals[0])
    return settled


def _redirects(facts: Sequence[Fact], ties: Sequence[Same], conflicts: set[str]) -> dict[str, str]:
    """Every merged person's key with the one it finally became."""
    said: dict[str, str] = {}
    told = (fact for fact in facts if isinstance(fact, Redirect) and fact.old != fact.new)
    for fact in sorted(told, key=lambda f: (_descending(f.as_of), f.old, f.new, f.source)):
        if said.setdefault(fact.old, fact.new) != fact.new:
            conflicts.add(
                f"{fact.source} redirects {fact.old} to {fact.new}, a newer list to {said[fact.old]}: the newer has it"
            )
    for old, new in sorted(_moved(facts, ties, said).items()):
        said[old] = new
        conflicts.add(
            f"{old} is gone from the newest list of persons, which gives every seat of theirs to {new}: taken as one"
        )
    return {old: _end_of(old, said, conflicts) for old in said}


def _moved(facts: Sequence[Fact], ties: Sequence[Same], said: dict[str, str]) -> dict[str, str]:
    """Persons whom the newest list no longer has, and to whom it gives every seat they had."""
    seats: dict[str, set[str]] = defaultdict(set)
    owner: dict[str, Same] = {}
    mentioned: dict[str, str] = defaultdict(str)
    for tie in ties:
        if tie.key.startswith(_SEATS) and tie.to.startswith("person/"):
            seats[tie.to].add(tie.key)
            owner.setdefault(tie.key, tie)  # ties come newest first
    suspects = {
        p: next(iter(owner[s] for s in had)) for p, had in seats.items() if p not in said and _one_other(p, had, owner)
    }
    for fact in facts:
        if (key := getattr(fact, "to", None) or getattr(fact, "key", "")) in suspects:
            mentioned[key] = max(mentioned[key], getattr(fact, "as_of", ""))
    return {p: tie.to for p, tie in suspects.items() if mentioned[p] < tie.as_of}


def _one_other(person: str, seats: set[str], owner: dict[str, Same]) -> bool:
    owners = {owner[seat].to for seat in seats}
    return len(owners) == 1 and person not in owners


def _end_of(old: str, said: dict[str, str], conflicts: set[str]) -> str:
    seen = [old]
    while (new := said.get(seen[-1])) is not None:
        if new in seen:
            conflicts.add(f"redirects go in a circle: {' to '.join(sorted(seen))}: not followed")
            return min(seen)
        seen.append(new)
    return seen[-1]
