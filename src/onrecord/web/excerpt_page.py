"""A member's excerpts in the order in which the page prints them.

An excerpt is runs of contributions with counts of what was left out between them. The
page prints headings where a run enters them, and says at every gap how many
contributions are missing, with a link to the whole debate at that very place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..model import Excerpt, Run
from .typeset import Shown, Typesetter


class Part(NamedTuple):
    """One thing to print. `what`: `heading` (title), `omitted` (number, href) or `said` (shown)."""

    what: str
    title: str = ""
    number: int = 0
    href: str = ""
    shown: Shown | None = None
    column: str | None = None
    time: str | None = None


def parts(excerpt: Excerpt) -> tuple[Part, ...]:
    """Everything the page prints of one excerpt, from the top."""
    return tuple(_parts(excerpt))


def letters(excerpts: Iterable[Excerpt]) -> int:
    """How long excerpts are, in letters of what was said."""
    return sum(len(said.text) for excerpt in excerpts for run in excerpt.runs for said in run.contributions)


def _parts(excerpt: Excerpt) -> Iterator[Part]:
    typesetter, runs, standing = Typesetter(), excerpt.runs, [excerpt.debate.title]
    if excerpt.omitted_before:
        yield Part("omitted", number=excerpt.omitted_before, href=excerpt.links.debate)
    for index, run in enumerate(runs):
        yield from _run(run, typesetter, standing)
        if index < len(excerpt.omitted_between) and excerpt.omitted_between[index]:
            yield Part("omitted", number=excerpt.omitted_between[index], href=_end(run))
    if excerpt.omitted_after:
        yield Part("omitted", number=excerpt.omitted_after, href=_end(runs[-1]) if runs else excerpt.links.debate)


def _run(run: Run, typesetter: Typesetter, standing: list[str]) -> Iterator[Part]:
    """A run, with the headings that it enters; those it already stands under are not printed again."""
    for index, said in enumerate(run.contributions):
        entered = [title for place, title in run.headings if place == index]
        for title in entered:
            if title not in standing:
                yield Part("heading", title=title)
        if entered:
            standing[1:] = entered
        column, time = typesetter.new_column(said.column), typesetter.new_time(said.time)
        yield Part("said", shown=typesetter.set(said), column=column, time=time)


def _end(run: Run) -> str:
    """Where a reader goes on: the last contribution shown before the gap."""
    return run.contributions[-1].permalink
