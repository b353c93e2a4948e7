"""Which provisions are before the House while somebody speaks: by the heading, the motion and the Chair's grouping.

A minister who answers on an amendment to clause 5 speaks on clause 5 without naming it. What
is before the House is read off three things only: the heading of a provision, the words in
which something is moved, and the Chair's list of what is discussed with it. A new heading
or a new motion ends what was before. Only the heads of those words count: the text of a
new clause names sections of other Acts that nobody is debating.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .provisions import Provision, headed, puts_group, references

_HEAD = 110  # characters of a paragraph in which it says what it amends
_MOVES = re.compile(r"\bbeg (?:leave )?(?:formally )?to move\b|^Moved by\b|\bamendments? proposed\b", re.IGNORECASE)
_THE_CLAUSE = re.compile(r"\bthat the (?:clause|schedule)\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^\(?[A-Z]{0,3}\d+[A-Z]{0,3}\)?: (?:(?:after|before|in) )?(?=clause|schedule|page|title)", re.IGNORECASE
)
_LISTED = re.compile(
    r"^(?:(?:Government|Lords|Commons|manuscript) )?(?:new )?(?:amendments?|clauses?|schedules?|motion)\b",
    re.IGNORECASE,
)
_STAND_PART = re.compile(r"\bstand part\b", re.IGNORECASE)
KINDS = frozenset({"clause", "new clause", "schedule", "new schedule", "amendment", "part"})


class Before:
    """What is before the House, told section by section and contribution by contribution."""

    def __init__(self, bill: str | None) -> None:
        self._bill = bill
        self._heading: tuple[Provision, ...] = ()
        self._moved: tuple[Provision, ...] = ()

    @property
    def now(self) -> tuple[Provision, ...]:
        """The provisions before the House."""
        return tuple(dict.fromkeys((*self._heading, *self._moved)))

    def enter(self, title: str) -> None:
        """A heading: that of a provision puts it before the House, any other ends what was."""
        found = headed(title)
        self._heading, self._moved = (found[0],) if found else (), ()

    def hear(self, paragraphs: Sequence[str], *, moves: bool, chair: bool, procedural: bool) -> None:
        """A contribution, with whether it moves something, comes from the Chair, or is the record's own."""
        if moves or procedural:
            self._hear_motion(paragraphs)
        if chair and any(puts_group(text) for text in paragraphs):
            self._moved += self._listed(paragraphs)

    def _hear_motion(self, paragraphs: Sequence[str]) -> None:
        for text in paragraphs:
            if (found := headed(text)) is not None:
                self._heading, self._moved = (found[0],), ()
            elif _MOVES.search(text[:_HEAD]) or _NUMBERED.match(text):
                told = self._named(text[text.casefold().find("move") if "move" in text.casefold()[:_HEAD] else 0 :])
                if told and not _THE_CLAUSE.search(text[:_HEAD]):
                    self._moved = told

    def _listed(self, paragraphs: Sequence[str]) -> tuple[Provision, ...]:
        found: list[Provision] = []
        for text in paragraphs:
            start = re.search(r"(?:discuss|consider|take)(?: the following| with this)?(?:\s*[:—–-]+\s*)? ", text)
            for part in (text[start.end() :] if start and puts_group(text) else text).split("\n"):
                if _LISTED.match(part.strip()) or _STAND_PART.search(part[:_HEAD]):
                    found += self._named(part.strip())
        return tuple(found)

    def _named(self, text: str) -> tuple[Provision, ...]:
        told = references(text[: _HEAD + 80], self._bill)
        return tuple(p for r in told if r.start < _HEAD and r.of == "bill" for p in r.provisions if p.kind in KINDS)
