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

_DEEPEST = 6


class Part(NamedTuple):
    """One thing to print. `what`: `heading`, `time`, `division` or `said`.

    `column` and `time` go into the margin beside it.
    """

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


class Provenance(NamedTuple):
    """When this archive first saw a debate, when its source last changed it, and when that was last looked at."""

    first_seen: str
    last_changed: str
    last_checked: str


def provenance(debate: Debate) -> Provenance | None:
    """The three moments; None where no file tells of the debate."""
    seen = [one for one in debate.history if not one.held_back]
    if not seen:
        return None
    changed = [one.seen for one in seen if one.changes] or [min(one.seen for one in seen)]
    return Provenance(min(one.seen for one in seen), max(changed), max(one.last_checked or one.seen for one in seen))


def letters(debate: Debate) -> int:
    """How long a debate is, in letters of what was said."""
    return sum(len(item.text) for item in debate.items if isinstance(item, Contribution))


def contents(section: SectionTree) -> tuple[SectionTree, ...]:
    """The sections that the contents column lists: those below, unless there is but one."""
    return section.sections if len(section.sections) > 1 or any(s.sections for s in section.sections) else ()


def _parts(debate: Debate) -> Iterator[Part]:
    typesetter, level, waiting = Typesetter(), 1, ""
    for item in debate.items:
        if isinstance(item, Heading) and item.section_id == debate.section.id:
            continue
        if isinstance(item, Time):
            yield from _line(typesetter.new_time(waiting))
            waiting = item.time
            continue
        part = _part(item, typesetter, level + 1, debate.section.depth)
        level = part.level or level
        yield part if part.time else part._replace(time=typesetter.new_time(waiting))
        waiting = ""
    yield from _line(typesetter.new_time(waiting))


def _part(item: Heading | Division | Contribution, typesetter: Typesetter, deepest: int, depth: int) -> Part:
    column, time = typesetter.new_column(item.column), typesetter.new_time(item.time)
    if isinstance(item, Heading):
        level = min(deepest, max(2, 1 + item.depth - depth), _DEEPEST)
        return Part("heading", level, item, column, time)
    if isinstance(item, Division):
        return Part("division", division=item, sides=sides(item), column=column, time=time)
    return Part("said", shown=typesetter.set(item), column=column, time=time)


def _line(time: str | None) -> Iterator[Part]:
    if time:
        yield Part("time", time=time)
