"""What the Chair puts beside a lead amendment: "With this it will be convenient to discuss the following".

The Commons print the words of everything in a group when the Chair puts it, and most of it is
never moved. Each thing of the list is read by how it begins; what follows is its own words as
far as the list goes. Amendment papers name the clause once, for the first of its amendments, so
that one with a page and a line and no clause stands in the clause named before it. Which group
something was in is told by this list alone, never by where its number falls.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from .bill_words import numbered
from .provisions import Provision, puts_group, references

_HEAD = 200  # characters in which a thing of the list says what it amends
AMENDED = frozenset({"clause", "schedule", "new clause", "new schedule"})


class Listed(NamedTuple):
    """One thing of a group: its labels, where its words stand (from character `at` of paragraph `start` to before
    paragraph `end`), and what it amends."""

    labels: tuple[str, ...]
    start: int
    at: int
    end: int
    on: tuple[Provision, ...]


def group_put(paragraphs: Sequence[str], now: Sequence[Provision] = ()) -> tuple[Listed, ...]:
    """What the Chair puts to be discussed with what was just moved; `now` is what was before the House till then.

    >>> [(one.labels, [p.label for p in one.on]) for one in group_put([
    ...     "With this it will be convenient to discuss amendment 18, in clause 124, page 83, at end insert—",
    ...     "‘(ea) the fog.’.", "Amendment 44, page 83, line 43, leave out “fog”.", "Government amendments 9 and 14."])]
    [(('amendment 18',), ['clause 124']), (('amendment 44',), ['clause 124']), (('amendment 9', 'amendment 14'), [])]
    >>> group_put(["I call the Minister."])
    ()
    """
    first = next((place for place, text in enumerate(paragraphs) if puts_group(text)), None)
    if first is None:
        return ()
    found: list[Listed] = []
    at = [one for one in now if one.kind in AMENDED]
    standing = at[-1] if at else None
    for place, offset, text, kind in _heads(paragraphs, first):
        labels = _labels(text, kind)
        if not labels:
            if found and not _ends_list(text):
                found[-1] = found[-1]._replace(end=place + 1)
                continue
            if _ends_list(text):
                break
            continue
        named = _amended(text)
        standing = named or standing
        placed = standing if named or _placed(text, labels) else None
        found.append(Listed(labels, place, offset, place + 1, (placed,) if placed else ()))
    return tuple(found)


def lead_put(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The lead that the Chair names: "We begin with amendment 35, with which it will be convenient to discuss …".

    >>> lead_put(["We begin with amendment 35, with which it will be convenient to discuss amendment 36."])
    ('amendment 35',)
    """
    for text in paragraphs:
        if puts_group(text) and (found := _pattern("lead").search(text)):
            return tuple(numbered(found["what"], found["numbers"]))
    return ()


def not_moved(text: str) -> tuple[str, ...]:
    """What the record says was not moved.

    >>> not_moved("Amendments 39 and 40 not moved."), not_moved("Amendment 39 moved.")
    (('amendment 39', 'amendment 40'), ())
    """
    found = _pattern("not_moved").match(text)
    return tuple(numbered(found["what"], found["numbers"])) if found else ()


def same_label(label: str) -> str:
    """A label as it is compared: whose amendment it is does not count, but the other House's are their own.

    >>> same_label("Government amendment 9"), same_label("Lords amendment 9")
    ('amendment 9', 'lords amendment 9')
    """
    return label.casefold().removeprefix("government ").removeprefix("manuscript ")


def _heads(paragraphs: Sequence[str], first: int) -> Iterator[tuple[int, int, str, str]]:
    """Each paragraph of the list: its place, where it begins, the text, and the kind that the Chair gave the list."""
    opened = _pattern("list").search(paragraphs[first])
    kind = (opened["kind"] or "") if opened else ""
    if opened and paragraphs[first][opened.end() :].strip():
        yield first, opened.end(), paragraphs[first][opened.end() :], kind
    for place in range(first + 1, len(paragraphs)):
        yield place, 0, paragraphs[place], kind


def _labels(text: str, kind: str) -> tuple[str, ...]:
    if found := _pattern("listed").match(text):
        if _pattern("bare").fullmatch(text):  # "new clause 3 and amendments 4 to 6": numbers and no words
            every = _pattern("listed_any").finditer(text)
            return tuple(label for one in every for label in numbered(one["what"], one["numbers"]))
        return tuple(numbered(found["what"], found["numbers"]))
    if found := _pattern("stand_part").match(text):
        return (" ".join(found[0].split()).rstrip(".").casefold().removeprefix("that "),)
    if kind and (found := _pattern("lettered").match(text)):
        return tuple(numbered(kind, found["numbers"]))
    return ()


def _amended(text: str) -> Provision | None:
    """The clause or schedule that a thing of the list says it amends, or is."""
    for reference in references(text[:_HEAD]):
        one = reference.provisions[0]
        if reference.of == "bill" and one.kind in AMENDED:
            return Provision(one.kind, one.number)
    return None


def _placed(text: str, labels: Sequence[str]) -> bool:
    """Whether it is placed by a page or a line, or is the question on the clause itself."""
    return _pattern("placed").search(text[:_HEAD]) is not None or labels[0].startswith(("clause", "the clause"))


def _ends_list(text: str) -> bool:
    return _pattern("ends_list").match(text) is not None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_words()[name], re.IGNORECASE)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("grouping.toml").read_text(encoding="utf-8"))
