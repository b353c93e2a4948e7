"""How a debate was laid out in an earlier edition: headings, clock times and divisions as its own file has them.

A file that holds an edition whole has all of them, in its own order, and nothing of today's
is needed but the ids. A residue of parlparse holds only what later changed: a heading or a
division that stands in it is shown as it has it, what came later is left out, and the rest,
clock times with it, is the same today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import structs

from ..model import Contribution, Debate, Division, Heading, SectionTree, Time
from ..model.record import SectionRef
from ..reading import ReadContribution, ReadDivision, ReadSitting, Section, Stamp
from ..store.ids import own_id
from ..store.places import debates_of, path_of

Item = Contribution | Heading | Time | Division
Worded = Callable[[ReadContribution], Iterable[Contribution]]
"""What is shown for a contribution of the edition: nothing where it may not be shown."""
Voted = Callable[[ReadDivision], Division]


class Layout:
    """A debate of today beside the sitting as a file of an earlier edition has it."""

    def __init__(self, today: Debate, then: ReadSitting) -> None:
        self._today, self._then = today, then
        self._known = {name: tree for tree in _every(today.section) for name in (tree.id, *tree.aliases)}
        self._top = self._place_of_debate()
        self._below = self._all_below()

    @property
    def found(self) -> bool:
        """Whether the edition has the debate, laid out whole."""
        return self._top is not None and not self._then.residue

    def section(self) -> SectionTree:
        """The debate's section, and those under it, as they were."""
        return self._tree(self._top or 0)

    def items(self, worded: Worded, voted: Voted) -> Iterator[Item]:
        """Everything that stood in the debate, in the order of the edition."""
        ahead, here = self._below[1:], {*self._below}
        for item in self._then.items:
            if item.section in here:
                while ahead and ahead[0] <= item.section:
                    yield self._heading(ahead.pop(0))
                yield from self._shown(item, worded, voted)
        yield from map(self._heading, ahead)

    def _shown(self, item: ReadContribution | ReadDivision | Stamp, worded: Worded, voted: Voted) -> Iterator[Item]:
        if isinstance(item, ReadContribution):
            for said in worded(item):
                yield structs.replace(said, section=self._ref(item.section, said.section), time=item.time)
        elif isinstance(item, ReadDivision):
            yield structs.replace(voted(item), section_id=self._id(item.section))
        else:
            yield Time(self._id(item.section), item.time)

    def told_in_residue(self, items: Iterable[Item], there: frozenset[str], voted: Voted) -> Iterator[Item]:
        """Today's items, with the headings and divisions that a residue has; what came later is left out."""
        titles = self.titles_in_residue()
        divisions = {i.source_id: i for i in self._then.items if isinstance(i, ReadDivision)}
        for item in items:
            if isinstance(item, Heading):
                if not there.isdisjoint(self._names(item.id)):
                    yield structs.replace(item, title=titles.get(item.id, item.title))
            elif isinstance(item, Division):
                own = next((divisions[name] for name in item.aliases if name in divisions), None)
                if own is not None:
                    yield structs.replace(voted(own), section_id=item.section_id)
                elif not there.isdisjoint(item.aliases):
                    yield item
            else:
                yield item

    def titles_in_residue(self) -> dict[str, str]:
        """The titles of today's sections that the edition's own file has, by their ids of today."""
        known = ((self._known.get(section.source_id), section.title) for section in self._then.sections)
        return {tree.id: title for tree, title in known if tree is not None}

    def _names(self, identity: str) -> Sequence[str]:
        return self._known[identity].aliases if identity in self._known else ()

    def _place_of_debate(self) -> int | None:
        """Where the debate is in the edition: by its ids, else where most of its contributions stood."""
        names = {self._today.section.id, *self._today.section.aliases}
        for at, section in enumerate(self._then.sections):
            if not names.isdisjoint((section.source_id, *section.aliases)):
                return at
        said = {alias for item in self._today.items if isinstance(item, Contribution) for alias in item.aliases}
        home = debates_of(self._then)
        stood = Counter(
            home[item.section]
            for item in self._then.items
            if isinstance(item, ReadContribution) and not said.isdisjoint((item.source_id, *item.aliases))
        )
        return stood.most_common(1)[0][0] if stood else None

    def _all_below(self) -> list[int]:
        """The debate's section and all under it, in the order of the edition."""
        kept: dict[int | None, int] = {}
        for at, section in enumerate(self._then.sections):
            if at == self._top or section.parent in kept:
                kept[at] = at
        return list(kept.values())

    def _id(self, at: int) -> str:
        section = self._then.sections[at]
        held = self._held(section)
        return held.id if held else own_id("s", section.source_id)

    def _held(self, section: Section) -> SectionTree | None:
        names = (section.source_id, *section.aliases)
        return next((self._known[name] for name in names if name in self._known), None)

    def _heading(self, at: int) -> Heading:
        section, identity = self._then.sections[at], self._id(at)
        depth = len(path_of(self._then.sections, at)) - 1
        return Heading(identity, identity, section.title, depth, section.column, section.time)

    def _ref(self, at: int, today: SectionRef) -> SectionRef:
        path = path_of(self._then.sections, at)
        return structs.replace(today, id=self._id(at), title=self._then.sections[at].title, path=path)

    def _tree(self, at: int) -> SectionTree:
        section, tree = self._then.sections[at], self._then.sections
        held = self._today.section if at == self._top else self._held(section)
        held = held or SectionTree(
            id=self._id(at), title="", path=(), kind=section.kind, depth=0, permalink=self._today.section.permalink
        )
        path = path_of(tree, at)
        return structs.replace(
            held,
            title=section.title,
            path=path,
            depth=len(path) - 1,
            column=section.column,
            time=section.time,
            sections=tuple(self._tree(child) for child in self._below if tree[child].parent == at),
        )


def retitled(tree: SectionTree, titles: Mapping[str, str], there: frozenset[str]) -> SectionTree:
    """A section with those under it that stood there then, under the titles that are known."""
    title = titles.get(tree.id, tree.title)
    below = tuple(retitled(each, titles, there) for each in tree.sections if not there.isdisjoint(each.aliases))
    return structs.replace(tree, title=title, path=(*tree.path[:-1], title), sections=below)


def _every(tree: SectionTree) -> Iterator[SectionTree]:
    yield tree
    for each in tree.sections:
        yield from _every(each)
