"""What a search finds as a document to read and to print: debate by debate, in the order of the record.

A finding is not a debate: each says that only what was found is shown, and leads to the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from ..model import LICENCE, NOT_OFFICIAL, Contribution
from .outline import chamber_name, counted, long_date
from .pack_leaf import Leaf, contribution_leaves
from .sheet import Sheet


def found_sheet(query: str, filters: Mapping[str, Any], found: Sequence[Contribution], made: date) -> Sheet:
    """The contributions found, in the order given."""
    title = f"Hansard: {query}" if query.strip() else "Hansard"
    return Sheet(title, tuple(_leaves(title, query, filters, found, made)), made)


def _leaves(
    title: str, query: str, filters: Mapping[str, Any], found: Sequence[Contribution], made: date
) -> Iterator[Leaf]:
    debates = [list(together) for _, together in groupby(found, _debate)]
    yield Leaf("title", title)
    yield Leaf("subtitle", "What was found in the record")
    if query.strip():
        yield Leaf("fact", query, label="Searched for")
    for name, value in filters.items():
        yield Leaf("fact", str(value), label=name.capitalize())
    yield Leaf("fact", f"{counted(len(found), 'contribution')} in {counted(len(debates), 'debate')}", label="Found")
    yield Leaf("fact", long_date(made), label="Made")
    yield Leaf("note", NOT_OFFICIAL)
    yield Leaf("note", LICENCE)
    for number, contributions in enumerate(debates, 1):
        yield from _passage(number, contributions)


def _debate(contribution: Contribution) -> tuple[str, str]:
    return contribution.sitting.chamber, contribution.permalink.partition("#")[0]


def _passage(number: int, contributions: Sequence[Contribution]) -> Iterator[Leaf]:
    first = contributions[0]
    yield Leaf("h1", f"{first.section.path[0]}, {long_date(first.sitting.date)}", anchor=f"debate-{number}")
    whole = first.permalink.partition("#")[0]
    told = f"{chamber_name(first.sitting.chamber)}. Only what was found is shown; the whole debate: {whole}"
    yield Leaf("note", told, style="lead")
    heading = ""
    for one in contributions:
        under = " > ".join(one.section.path[1:])
        if under and under != heading:
            yield Leaf("note", under, style="heading")
        heading = under
        yield from contribution_leaves(one)
        yield Leaf("cite", one.citation or "no column is given", url=one.source_url)
