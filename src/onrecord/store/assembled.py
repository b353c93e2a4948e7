"""What all files held on a sitting come to."""

from __future__ import annotations

from msgspec import Struct

from ..reading import ReadContribution, ReadDivision, ReadSitting
from .ballots import Ballots
from .history import Gone, Version, numbered
from .witnesses import Disagreement


class Assembled(Struct, frozen=True):
    """The record of a sitting. `sitting` is None while only residues are held.

    `leading`: the files it is read from. `known`: for each source id in it, every id that the
    thing has or had, the earliest first. `versions`: its earlier wordings, the oldest first.
    `gone`: what editions had and the record has no more. `changes`: for each file that does not
    lead, how many contributions read differently in it, or stand in no later one. `held_back`: files
    that are newer and say less, each with what it lacks; they wait for the keeper to accept them.
    `witnesses`: files of other sources that tell of the same sitting, `disagreements`: what they tell
    otherwise, `ballots`: lists of voters, to be compared where the roll is at hand, `also`: ids of theirs
    that lead to a section here, having nothing closer.
    """

    sitting: ReadSitting | None
    leading: frozenset[str]
    known: dict[str, tuple[str, ...]]
    versions: dict[str, tuple[Version, ...]]
    gone: tuple[Gone, ...]
    changes: dict[str, int]
    held_back: dict[str, str] = {}
    witnesses: frozenset[str] = frozenset()
    disagreements: tuple[Disagreement, ...] = ()
    also: dict[str, tuple[str, ...]] = {}
    ballots: tuple[Ballots, ...] = ()

    def revision_of(self, source_id: str) -> int:
        """The number of today's wording: one more than there are earlier editions that read otherwise."""
        versions = self.versions.get(source_id)
        return 1 + len(numbered(versions)) if versions else 1

    def held_ids(self) -> dict[str, str]:
        """Every id that something here has or had, and whose it is: no second thing can have it."""
        if self.sitting is None:
            return {}
        held = {section.source_id: section.source_id for section in self.sitting.sections}
        for item in self.sitting.items:
            if isinstance(item, ReadContribution | ReadDivision):
                held |= dict.fromkeys((item.source_id, *item.aliases), item.source_id)
        for ids in (self.known, self.also):
            for thing, names in ids.items():
                held |= {name: thing for name in names if name not in held}
        return held
