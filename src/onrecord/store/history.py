"""What became of every word and id of earlier editions: changed, split, merged, or withdrawn.

Two kinds of source tell of the past. One publishes whole editions: each is matched with
the next (`editions`), from today backwards. The other, parlparse, leaves residues: files
that hold only what later changed, and redirects for the rest, each one step onward. Both
end in the same account: for each thing of today every id it ever had and every earlier
wording that is held; for each thing of the past that is no more, its last words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from ..reading import ReadContribution, ReadDivision, ReadSitting
from .editions import matched
from .ids import earliest

SOURCE = {"perfectmatch": "same", "altques": "same", "changes": "changed", "removed": "withdrawn"}


class Edition(Struct, frozen=True):
    """One file's word on a sitting. `format` as the reader names it; `accepted`: the keeper took it although
    it says less than the one before."""

    sha256: str
    sitting: ReadSitting
    format: str = ""
    accepted: bool = False


class Version(Struct, frozen=True):
    """How a contribution read in an earlier edition. `said` is None where no file held has the words."""

    source_id: str
    how: str
    edition: str
    sha256: str
    said: ReadContribution | None


class Gone(Struct, frozen=True):
    """Something that an edition had and later ones have not; `known`: every id it had, the earliest first.

    `last`: the file that had it last, or tells of it; `since`: the file that has it no more, or says so;
    None where it is the keeper who took it out, with a `reason` and a moment (`at`).
    """

    source_id: str
    kind: str
    known: tuple[str, ...]
    last: str
    since: str | None = None
    said: ReadContribution | None = None
    why: str = "withdrawn"
    reason: str | None = None
    at: str | None = None


class History(Struct, frozen=True):
    """The past of one record. `known`, `versions`: by the source's id of today."""

    known: dict[str, tuple[str, ...]]
    versions: dict[str, tuple[Version, ...]]
    gone: tuple[Gone, ...]


class _Step(Struct, frozen=True):
    """Where an id went in the next edition: `new` is None for what was withdrawn."""

    new: str | None
    how: str
    edition: str
    sha256: str
    since: str


def order_of(edition: Edition) -> tuple[str, bool, int, str]:
    """The order of editions of one source, the newest last; of one edition the keeper's choice, then the fullest."""
    return (edition.sitting.edition, edition.accepted, len(edition.sitting.items), edition.sha256)


def history(sitting: ReadSitting, chains: Sequence[Sequence[Edition]], residues: Sequence[Edition] = ()) -> History:
    """The past of `sitting`. Each chain holds whole editions of one thing, the last being the one shown."""
    if not residues and not any(len(chain) > 1 or chain[0].sitting.redirects for chain in chains if chain):
        return History({}, {}, ())  # one edition alone, as of most sittings
    today = set(source_ids(sitting))
    past = _Past(today)
    for residue in sorted(residues, key=order_of):
        past.note_residue(residue)
    for chain in chains:
        past.note_chain(chain)
    return past.account()


def source_ids(sitting: ReadSitting) -> Iterable[str]:
    """The source's ids of everything in a sitting that can be referred to."""
    for section in sitting.sections:
        yield section.source_id
    for item in sitting.items:
        if isinstance(item, ReadContribution | ReadDivision):
            yield item.source_id


def wording(said: ReadContribution) -> tuple[str | None, tuple[str, ...]]:
    """What must differ for two editions of a contribution to differ: its attribution or its words."""
    return said.attribution, tuple(p.text for p in said.paragraphs)


class _Past:
    """Collects steps by id and edition, then follows each to its end."""

    def __init__(self, today: set[str]) -> None:
        self.today = today
        self.steps: dict[str, _Step] = {}
        self.said: dict[str, ReadContribution] = {}
        self.versions: dict[str, list[Version]] = defaultdict(list)
        self.ends: dict[str, list[str]] = defaultdict(list)
        self.sections: set[str] = set()

    def note_residue(self, residue: Edition) -> None:
        sitting = residue.sitting
        self.said |= {i.source_id: i for i in sitting.items if isinstance(i, ReadContribution)}
        self.sections |= {s.source_id for s in sitting.sections}
        for redirect in sitting.redirects:
            how = SOURCE.get(redirect.match, "changed" if redirect.new else "withdrawn")
            new = None if how == "withdrawn" else redirect.new
            self.steps[redirect.old] = _Step(new, how, sitting.edition, residue.sha256, residue.sha256)

    def note_chain(self, chain: Sequence[Edition]) -> None:
        for edition in chain:
            for redirect in edition.sitting.redirects:  # ids of another question in the same edition
                if redirect.new and redirect.old not in self.steps:
                    how = SOURCE.get(redirect.match, "same")
                    step = _Step(redirect.new, how, edition.sitting.edition, edition.sha256, edition.sha256)
                    self.steps[redirect.old] = step
        for older, newer in pairwise(chain):
            self._note_pair(older, newer, self.today if newer is chain[-1] else set(source_ids(newer.sitting)))
        if chain:
            self.said |= {i.source_id: i for i in chain[-1].sitting.items if isinstance(i, ReadContribution)}

    def _note_pair(self, older: Edition, newer: Edition, still: set[str]) -> None:
        """Ids that go on are the same thing; the others are matched by words and place."""
        was = {i.source_id: i for i in older.sitting.items if isinstance(i, ReadContribution)}
        new = {i.source_id: i for i in newer.sitting.items if isinstance(i, ReadContribution)}
        edition, sha256 = older.sitting.edition, older.sha256
        for source_id, said in was.items():
            if source_id in new and wording(said) != wording(new[source_id]):
                self.versions[source_id].append(Version(source_id, "changed", edition, sha256, said))
        if was.keys() <= new.keys() and all(s.source_id in still for s in older.sitting.sections):
            return
        for match in matched(older.sitting, newer.sitting):
            if match.old not in self.steps and match.old not in still:
                self.steps[match.old] = _Step(match.new, match.how, edition, sha256, newer.sha256)
        for source_id in source_ids(older.sitting):
            if source_id not in self.steps and source_id not in still:
                self.steps[source_id] = _Step(None, "withdrawn", edition, sha256, newer.sha256)
        self.said |= was
        self.sections |= {s.source_id for s in older.sitting.sections}

    def account(self) -> History:
        lost: dict[str, list[str]] = defaultdict(list)
        for old in self.steps:
            path = self._path(old)
            if path[-1] in self.today:
                self.ends[path[-1]].append(old)
            elif path[-1] in self.steps and self.steps[path[-1]].new is None:
                lost[path[-1]].append(old)
        for end, olds in self.ends.items():
            self.versions[end] += [version for old in olds if (version := self._version(old))]
        return History(
            known={end: _known(end, olds) for end, olds in self.ends.items()},
            versions={end: _in_order(versions) for end, versions in self.versions.items() if versions},
            gone=tuple(self._gone(last, olds) for last, olds in sorted(lost.items())),
        )

    def _path(self, old: str) -> list[str]:
        """Every id from `old` to its end; a circle ends where it began."""
        path = [old]
        while path[-1] not in self.today and (step := self.steps.get(path[-1])) and step.new and step.new not in path:
            path.append(step.new)
        return path

    def _version(self, old: str) -> Version | None:
        """How `old` read, if it read otherwise than what it became."""
        step = self.steps[old]
        said = self.said.get(old)
        if step.how == "same" or old in self.sections or not step.new:
            return None
        became = next((self.said[i] for i in self._path(step.new) if i in self.said), None)
        if became is None or (said and wording(said) == wording(became)):
            return None
        return Version(old, step.how, step.edition, step.sha256, said)

    def _gone(self, last: str, olds: Sequence[str]) -> Gone:
        said = self.said.get(last)
        kind = "section" if last in self.sections and said is None else "contribution"
        step, ids = self.steps[last], _known(last, [old for old in olds if old != last])
        return Gone(last, kind, ids, step.sha256, step.since, said)


def _known(end: str, olds: Sequence[str]) -> tuple[str, ...]:
    first = earliest([*olds, end])
    return (first, *sorted({*olds, end} - {first}))


def _in_order(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Oldest first; one edition in two files is told once, with its words if any file has them."""
    told: dict[tuple[str, str], Version] = {}
    for version in sorted(versions, key=lambda v: (v.edition, v.said is None, v.source_id, v.sha256)):
        told.setdefault((version.edition, version.source_id), version)
    return tuple(told.values())


def numbered(versions: Sequence[Version]) -> Mapping[str, int]:
    """The number of each edition among the revisions of one contribution, from 1."""
    return {edition: number for number, edition in enumerate(dict.fromkeys(v.edition for v in versions), start=1)}
