"""Addresses are given once, stored, and never renumbered.

A debate's address is its day, chamber and title; the second of one title on a day gets
`-2`. When a sitting is written again, whatever had an address keeps it, even if a debate
of the same title has since turned up before it: a link in a footnote must not move.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count

from sqlalchemy import Connection, update

from ..normal import normalise
from ..reading import ReadSitting
from .schema import permalinks

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_LONGEST = 80


@lru_cache(maxsize=1024)  # a title is folded for `find` and for its address, and most days have the same ones
def fold_title(title: str) -> str:
    """A title as `find` compares it: its words as they are normalised, in letters that every keyboard has.

    >>> fold_title("Animals (Scientific Procedures) Act—Café")
    'animals scientific procedures act cafe'
    """
    return _NOT_WORD.sub(" ", normalise(title)).strip()


def slug_of(title: str) -> str:
    """A title as it stands in an address, cut at a word's end.

    >>> slug_of("Oral Answers to Questions Home Department")
    'oral-answers-to-questions-home-department'
    """
    slug = fold_title(title).replace(" ", "-")
    return (slug if len(slug) <= _LONGEST else slug[:_LONGEST].rsplit("-", 1)[0]) or "untitled"


class Permalinks:
    """Gives addresses within one transaction; `settle` writes down those that are new."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._taken: dict[str, dict[str, str]] = {}
        self._new: dict[str, str] = {}

    def give(self, sitting: ReadSitting, title: str, ids: Sequence[str]) -> str:
        """The address of the debate that has `ids` (its own first): the one it was given before, else a new one."""
        prefix = f"/debate/{sitting.date.isoformat()}/{sitting.chamber}/"
        taken = self._on(prefix)
        known = set(ids)
        given = [] if known.isdisjoint(taken.values()) else [path for path, own in taken.items() if own in known]
        for path in given:  # several where two debates turned out to be one
            self._keep(path, ids[0], taken)
        if given:
            return given[0]
        path = next(p for p in _numbered(prefix + slug_of(title)) if p not in taken)
        taken[path] = self._new[path] = ids[0]
        return path

    def settle(self) -> None:
        """Write down the addresses given since the last time."""
        given, self._new = self._new, {}
        if given:
            sql = "INSERT INTO permalinks (path, section_id) VALUES (?, ?)"
            self._connection.exec_driver_sql(sql, list(given.items()))

    def _on(self, prefix: str) -> dict[str, str]:
        if prefix not in self._taken:
            sql = "SELECT path, section_id FROM permalinks WHERE path BETWEEN ? AND ?"  # unlike LIKE, looked up
            rows = self._connection.exec_driver_sql(sql, (prefix, f"{prefix}\uffff"))
            self._taken[prefix] = {row.path: row.section_id for row in rows}
        return self._taken[prefix]

    def _keep(self, path: str, own: str, taken: dict[str, str]) -> None:
        if taken[path] != own:
            taken[path] = own
            if path in self._new:
                self._new[path] = own
                return
            self._connection.execute(update(permalinks).where(permalinks.c.path == path).values(section_id=own))


def _numbered(path: str) -> Iterator[str]:
    yield path
    yield from (f"{path}-{number}" for number in count(2))
