"""A whole debate in the order in which the page prints it, and its table of contents.

Headings keep the record's nesting but never skip a level, because a screen reader walks
by them. The debate's own heading is the page's title and is not printed twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model import Contribution, Debate, Division, Heading, SectionTree, Time
from .divisions import Side, sides
from .typeset import Shown, Typesetter
from .wording import clock

_DEEPEST = 6


class Part(NamedTuple):
    """One thing to print. `what`: `heading`, `time`, `division` or `said`."""

    what: str
    level: int = 0
    heading: Heading | None = None
    column: str | None = None
    time: str | None = None
    division: Division | None = None
    sides: tuple[Side, ...] = ()
    shown: Shown | None = None


def parts(debate: Debate) -> tuple[Part, ...]:
    """Everything the page prints of a debate, from the top."""
    return tuple(_parts(debate))


def contents(section: SectionTree) -> tuple[SectionTree, ...]:
    """The sections that the contents column lists: those below, unless there is but one."""
    return section.sections if len(section.sections) > 1 or any(s.sections for s in section.sections) else ()


def _parts(debate: Debate) -> Iterator[Part]:
    typesetter, level = Typesetter(), 1
    for item in debate.items:
        if isinstance(item, Heading):
            if item.section_id == debate.section.id:
                continue
            level = min(level + 1, max(2, 1 + item.depth - debate.section.depth), _DEEPEST)
            yield Part("heading", level, item, typesetter.new_column(item.column), typesetter.new_time(item.time))
        elif isinstance(item, Time):
            if typesetter.new_time(item.time):
                yield Part("time", time=clock(item.time))
        elif isinstance(item, Division):
            column, time = typesetter.new_column(item.column), typesetter.new_time(item.time)
            yield Part("division", division=item, sides=sides(item), column=column, time=time)
        elif isinstance(item, Contribution):
            yield Part("said", shown=typesetter.set(item))
