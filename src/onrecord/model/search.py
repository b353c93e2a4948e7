"""What a search answers (contract section 5): contributions with the place in them where the words stand."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from .excerpts import DebateRef
from .licence import LICENCE, NOT_OFFICIAL
from .people import PersonRef
from .record import Contribution


class Hit(Contribution, frozen=True, kw_only=True):
    """A contribution that was found.

    `snippet` is the part of its text from `snippet_start` to `snippet_end`, safe to put into a page: the words found
    stand between `<mark>` and `</mark>`, and `&`, `<` and `>` of the record are written `&amp;`, `&lt;` and `&gt;`.
    `marks` are the characters of the text, first to last, that are marked. `score` is null where nothing is weighed.
    """

    snippet: str
    snippet_start: int
    snippet_end: int
    marks: tuple[tuple[int, int], ...]
    score: float | None


class SearchPage(Struct, frozen=True):
    """One page of what was found; `next` leads to the one after, and is not moved by days that arrive meanwhile.

    `understood` says in words what was looked for. `facets` counts, for each one asked for, every value in all that was
    found; `facet_ids` has the ids of the members in `facets`, in the same order, and `facets_without` says how many
    contributions have no member, party or session. `did_you_mean` is the query with words
    that the record has, where a word of it is in none. `people` and `debates` are named in the query as they stand.
    """

    query: str
    filters: dict[str, Any]
    understood: str
    sort: str
    total: int
    total_is_exact: bool
    page: int | None
    pages: int
    results: tuple[Hit, ...]
    next: str | None = None
    facets: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    facet_ids: dict[str, tuple[str, ...]] = field(default_factory=dict)
    facets_without: dict[str, int] = field(default_factory=dict)
    did_you_mean: str | None = None
    people: tuple[PersonRef, ...] = ()
    debates: tuple[DebateRef, ...] = ()
    licence: str = LICENCE


class YearRate(Struct, frozen=True):
    """How many contributions of a year were found; `words`: all words said that year under the same filters.

    `value` is the party, member or other value that the year is parted by, null where it is not parted.
    """

    year: int
    value: str | None
    found: int
    words: int
    per_million: float | None


class OverTime(Struct, frozen=True):
    """How often something was said, year by year."""

    query: str
    filters: dict[str, Any]
    by: str | None
    years: tuple[YearRate, ...]
    licence: str = LICENCE


class Manifest(Struct, frozen=True):
    """What stands beside an export: what was asked, of what, what came of it, and under which licence.

    `archive` is the state of the record: the number of its last change, and how much it holds.
    """

    file: str
    format: str
    query: str
    filters: dict[str, Any]
    counts: dict[str, int]
    archive: dict[str, int]
    sha256: str
    bytes: int
    made: str
    program: str
    licence: str = LICENCE
    notice: str = NOT_OFFICIAL
