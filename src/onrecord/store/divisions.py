"""One division told by several files: joined where it is one, put in its place where the day lacks it.

A file of divisions alone says nothing of the debate around them; another source of a whole
day prints a division with its counts where one has the names, or the other way round. A
division with an id that is held already, or with the same number and one count at least, is the same
division: it gains what it lacks, and nothing is taken away. What two tell otherwise is
written down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, structs

from ..normal import normalise
from ..reading import Item, ReadContribution, ReadDivision, ReadSitting, Section
from .ballots import Ballots
from .editions import Match
from .history import Edition
from .places import debates_of
from .witnesses import COUNTS, Disagreement


class Joined(Struct, frozen=True):
    """A sitting with the divisions of other files. `known`: the ids that each division joined has; `also`: ids of
    headings that lead to a section here; `ballots`: two lists of voters of one; `adding`: the files that added
    anything."""

    sitting: ReadSitting
    known: dict[str, tuple[str, ...]]
    also: dict[str, tuple[str, ...]]
    disagreements: tuple[Disagreement, ...]
    ballots: tuple[Ballots, ...]
    adding: frozenset[str] = frozenset()


def with_divisions(sitting: ReadSitting, parts: Sequence[Edition], older: Iterable[Edition]) -> Joined:
    """The sitting with every division that files of divisions alone add to it.

    `older` are other editions of the sitting, whose redirects tell which ids mean the same.
    """
    renamed = {r.old: r.new for e in older for r in e.sitting.redirects if r.new}
    joining = _Joining(sitting)
    adding = set()
    for part in parts:
        for item in part.sitting.items:
            if isinstance(item, ReadDivision):
                under = part.sitting.sections[item.section]
                if joining.take(item, renamed.get(item.source_id, item.source_id), under, renamed):
                    adding.add(part.sha256)
    return joining.joined(frozenset(adding))


def with_divisions_of(
    sitting: ReadSitting, other: ReadSitting, debates: Mapping[int, int], same: Iterable[Match]
) -> Joined:
    """The sitting with every division that another source has of a debate that both hold.

    `debates`: where the other source's debates stand in the sitting; `same`: which contributions are the same.
    """
    joining, home = _Joining(sitting), debates_of(other)
    behind = {match.old: match.new for match in same}
    last: str | None = None
    for item in other.items:
        if isinstance(item, ReadDivision):
            debate = home[item.section]
            joining.take_beside(item, debates.get(item.section if debate is None else debate), last)
        elif isinstance(item, ReadContribution):
            last = behind.get(item.source_id, last)
    return joining.joined()


def joined_ids(
    ids: Mapping[str, tuple[str, ...]], more: Mapping[str, tuple[str, ...]], *, own: bool = True
) -> dict[str, tuple[str, ...]]:
    """Ids by the thing that has them, with more; `own`: its own id stands first where none was known."""
    every = dict(ids)
    for thing, names in more.items():
        held = ids.get(thing, (thing,) if own else ())
        every[thing] = tuple(dict.fromkeys((*held, *names)))
    return every


class _Joining:
    """A sitting on its way to one with more divisions."""

    def __init__(self, sitting: ReadSitting) -> None:
        self._was = sitting
        self.sections, self.items = list(sitting.sections), list(sitting.items)
        self.known: dict[str, tuple[str, ...]] = {}
        self.also: dict[str, tuple[str, ...]] = {}
        self.told: list[Disagreement] = []
        self.ballots: list[Ballots] = []

    def joined(self, adding: frozenset[str] = frozenset()) -> Joined:
        sitting = structs.replace(self._was, sections=tuple(self.sections), items=tuple(self.items))
        return Joined(sitting, self.known, self.also, tuple(self.told), tuple(self.ballots), adding)

    def take(self, division: ReadDivision, same: str, under: Section, renamed: Mapping[str, str]) -> bool:
        """A division from a file of its own, with its heading there; says whether anything was added."""
        at = self._held(division, same)
        if at is not None:
            self._note_heading(under, self.items[at].section)
            return self._join(at, division)
        place = self._place(under, renamed)
        self.items.insert(_end_of(place, self.items), structs.replace(division, section=place))
        return True

    def take_beside(self, division: ReadDivision, debate: int | None, last: str | None) -> None:
        """A division of another source: in `debate`, behind the contribution `last`, where the day lacks it."""
        at = self._held(division, division.source_id)
        at = self._numbered(division, debate) if at is None else at
        if at is not None:
            self._join(at, division)
        elif debate is not None:
            at, section = self._behind(last, debate)
            self.items.insert(at, structs.replace(division, section=section))

    def _behind(self, last: str | None, debate: int) -> tuple[int, int]:
        """The place behind a contribution, if it stands in the debate, else at the debate's end; and its section."""
        home = debates_of(self._was)
        within = [(at, item) for at, item in enumerate(self.items) if home[item.section] == debate]
        said = [pair for pair in within if getattr(pair[1], "source_id", "") == last]
        if not within:
            return _end_of(debate, self.items), debate
        at, item = (said or within)[-1]
        return at + 1, item.section

    def _held(self, division: ReadDivision, same: str) -> int | None:
        """The place of the same division, by its id, else by its number and counts."""
        told = [(at, item) for at, item in enumerate(self.items) if isinstance(item, ReadDivision)]
        for at, item in told:
            if same in (item.source_id, *item.aliases, *self.known.get(item.source_id, ())):
                return at
        agree = [at for at, item in told if _agree(item, division)]
        return agree[0] if agree else None

    def _numbered(self, division: ReadDivision, debate: int | None) -> int | None:
        """The place of the one division of a debate that has the same number, whatever its counts."""
        home = debates_of(self._was)
        same = [
            at
            for at, item in enumerate(self.items)
            if isinstance(item, ReadDivision) and item.number == division.number and home[item.section] == debate
        ]
        return same[0] if len(same) == 1 and division.number and debate is not None else None

    def _join(self, at: int, other: ReadDivision) -> bool:
        """Join a division with the same one of another file; says whether it gained anything."""
        held = self.items[at]
        assert isinstance(held, ReadDivision)
        fuller = structs.replace(
            held,
            votes=held.votes or other.votes,
            time=held.time or other.time,
            number=held.number or other.number,
            paragraphs=held.paragraphs or other.paragraphs,
        )
        self.items[at] = fuller
        self.told += differences(held, other)
        if held.votes and other.votes and held.votes != other.votes:
            self.ballots.append(Ballots(held.source_id, held.votes, other.votes, other.source_id))
        ids = self.known.get(held.source_id, (held.source_id,))
        more = tuple(one for one in (other.source_id, *other.aliases) if one not in (*ids, *held.aliases))
        if more:
            self.known[held.source_id] = (*ids, *more)
        return fuller != held or bool(more)

    def _note_heading(self, under: Section, section: int) -> None:
        """A heading of the file of divisions leads to where its division stands."""
        ours = self.sections[section]
        if under.source_id not in {each.source_id for each in self.sections}:
            ids = (*self.also.get(ours.source_id, ()), under.source_id)
            self.also[ours.source_id] = tuple(dict.fromkeys(ids))

    def _place(self, section: Section, renamed: Mapping[str, str]) -> int:
        """The index of a section in the sitting; one that the sitting lacks is put behind the others."""
        wanted = {section.source_id, renamed.get(section.source_id)}
        for index, held in enumerate(self.sections):
            if held.source_id in wanted:
                return index
        title = normalise(section.title)
        titled = [index for index, held in enumerate(self.sections) if normalise(held.title) == title]
        if title and len(titled) == 1:
            self._note_heading(section, titled[0])
            return titled[0]
        self.sections.append(structs.replace(section, parent=None, debate=True))
        return len(self.sections) - 1


def differences(ours: ReadDivision, theirs: ReadDivision) -> Iterator[Disagreement]:
    """In what the counts of two files differ; their voters are compared by `ballots`, which asks the roll."""
    for side, count in ours.counts.items():
        if side in theirs.counts and theirs.counts[side] != count:
            yield Disagreement(
                ours.source_id, COUNTS, f"{side} {count}", f"{side} {theirs.counts[side]}", theirs.source_id
            )


def _agree(one: ReadDivision, other: ReadDivision) -> bool:
    """Whether two sources tell of one division: by its number and the count of one side at least."""
    same = any(other.counts.get(side) == count for side, count in one.counts.items())
    return one.number is not None and one.number == other.number and same


def _end_of(place: int, items: Sequence[Item]) -> int:
    """Behind the last item that stands in this section or before it."""
    return max((at + 1 for at, item in enumerate(items) if item.section <= place), default=0)
