"""The place after a page: what `next` says and `--after` takes.

By day, it is the last contribution's place in the record. By relevance it is a number of
hits, among the sittings that had been followed when the search began: those loaded later,
which could rank before them, are left out of the pages that follow.
"""

from __future__ import annotations

import re

import tantivy
from msgspec import Struct
from tantivy import Query

from ..errors import UsageError
from .fields import index_schema

_WRITTEN = re.compile(r"(relevance|newest|oldest)\.(\d{1,18})\.(\d{1,18})\.(\d{1,18})", re.ASCII)


class Cursor(Struct, frozen=True):
    """`place` is the last hit's place in the record, or the number of hits shown; `sequence` as of when."""

    sort: str
    sequence: int
    place: int
    shown: int

    def __str__(self) -> str:
        return f"{self.sort}.{self.sequence}.{self.place}.{self.shown}"

    def query(self) -> Query:
        """What may stand on the pages that follow."""
        if self.sort == "relevance":
            return _range("sequence", tantivy.FieldType.Integer, None, self.sequence)
        if self.sort == "newest":
            return _range("order", tantivy.FieldType.Unsigned, None, self.place - 1)
        return _range("order", tantivy.FieldType.Unsigned, self.place + 1, None)


def read_cursor(text: str, sort: str) -> Cursor:
    """The place that an earlier answer's `next` names. UsageError for any other text."""
    matched = _WRITTEN.fullmatch(text)
    if not matched or matched[1] != sort:
        raise UsageError(f"“{text[:40]}” is no place in these results", remedy="give --after the `next` of a page")
    return Cursor(sort, *map(int, matched.groups()[1:]))


def _range(field: str, kind: tantivy.FieldType, first: int | None, last: int | None) -> Query:
    return Query.range_query(index_schema(), field, kind, lower_bound=first, upper_bound=last)
