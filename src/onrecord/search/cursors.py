"""The place after a page: what `next` says and `--after` takes.

By day, it is the last contribution's place in the record. By relevance there is no such
place, since every day that is loaded changes how rare words are, and with it the order; so
it is the number of the change of the record when the search began, and what has been shown
since, in four bytes each. The pages that follow are made of the rest: nothing comes twice
and nothing is missed, and sittings loaded later, which could rank before all, stay out.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode

import tantivy
from msgspec import Struct
from tantivy import Query

from ..errors import UsageError
from .fields import index_schema

_WRITTEN = re.compile(r"(relevance|newest|oldest)\.(\d{1,18})\.(\d{1,18})(?:\.([A-Za-z0-9_-]*={0,2}))?", re.ASCII)
_BYTES = 4
MOST_SHOWN = 1_200  # hits by relevance, after which pages go on by number: an address has no room for more


class Cursor(Struct, frozen=True):
    """`sequence`: as of which change; `place`: the last hit's place in the record, or how many hits were shown.

    `shown`: by relevance, the ends of the ids of what was shown.
    """

    sort: str
    sequence: int
    place: int
    shown: frozenset[int] = frozenset()

    def __str__(self) -> str:
        packed = b"".join(one.to_bytes(_BYTES, "big") for one in sorted(self.shown))
        return f"{self.sort}.{self.sequence}.{self.place}" + (
            f".{urlsafe_b64encode(packed).decode()}" if packed else ""
        )

    def query(self) -> Query:
        """What may stand on the pages that follow."""
        if self.sort == "relevance":
            return _range("sequence", tantivy.FieldType.Integer, None, self.sequence)
        if self.sort == "newest":
            return _range("order", tantivy.FieldType.Unsigned, None, self.place - 1)
        return _range("order", tantivy.FieldType.Unsigned, self.place + 1, None)


def mark_of(contribution_id: str) -> int:
    """The end of an id, by which a cursor knows what was shown."""
    return int(contribution_id[-2 * _BYTES :], 16)


def read_cursor(text: str, sort: str) -> Cursor:
    """The place that an earlier answer's `next` names. UsageError for any other text."""
    matched = _WRITTEN.fullmatch(text)
    if not matched or matched[1] != sort:
        raise _no_place(text)
    try:
        packed = urlsafe_b64decode(matched[4] or "")
    except ValueError:
        raise _no_place(text) from None
    shown = {int.from_bytes(packed[at : at + _BYTES], "big") for at in range(0, len(packed), _BYTES)}
    return Cursor(sort, int(matched[2]), int(matched[3]), frozenset(shown))


def _no_place(text: str) -> UsageError:
    return UsageError(f"“{text[:40]}” is no place in these results", remedy="give --after the `next` of a page")


def _range(field: str, kind: tantivy.FieldType, first: int | None, last: int | None) -> Query:
    return Query.range_query(index_schema(), field, kind, lower_bound=first, upper_bound=last)
