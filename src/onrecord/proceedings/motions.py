"""What is before the House when somebody speaks: the clause, amendment or motion, and its mover.

Under a long bill debate a speech says nothing of what it is about; the headings and the
last motion moved do. The answer is a short line made only of headings, numbers and names,
never of anybody's argument, so that it can stand beside the speech as a caption. Where
neither heading nor motion tells anything, it is None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..reading import Section
from .phrases import HEAD
from .turns import Talk, Turn

_MOVES = re.compile(
    r"beg (?:leave )?(?:formally )?to move[,:]? ?"
    r"(?P<what>(?:(?:manuscript|Government|Lords|new) )?(?:amendment|clause|schedule)s?"
    r" (?:\([a-z]+\)|[A-Z]{0,3}\d+[A-Z]{0,3})(?:(?:,| and| to) (?:\([a-z]+\)|[A-Z]{0,3}\d+[A-Z]{0,3}))*)?",
    re.IGNORECASE,
)
_READING = re.compile(r"\bBill be (?:now )?read (?:a|the) (?P<which>Second|Third)\b", re.IGNORECASE)
_THE_CLAUSE = re.compile(r"\bThat the (?P<what>clause|schedule) be (?:now )?read a Second\b", re.IGNORECASE)
_LEAVE = re.compile(r"\bleave be given to (?:bring in|introduce) a Bill\b", re.IGNORECASE)
_PUT = re.compile(r"\bamendments? proposed:? (?P<number>\(?[A-Z]{0,3}\d+[A-Z]{0,3}\)?|\([a-z]\))", re.IGNORECASE)
_PROPOSED = re.compile(r"^Motion made,? and Question proposed", re.IGNORECASE)
_ADJOURN = re.compile(r"That (?:this|the) House do now adjourn", re.IGNORECASE)
_MOVER = re.compile(r"[—–-]\s?\(\s*(?P<name>[^()]{3,60}?)\s*\.?\s*\)\s*\.?\s*$")


@dataclass(slots=True)
class _Before:
    """What is before the House at a place: the heading it stands under, and what was moved."""

    section: int
    moved: str | None = None


def under_debate(talk: Talk, sections: Sequence[Section]) -> dict[int, str | None]:
    """For each turn of a debate (by its place) the line that says what is before the House."""
    found: dict[int, str | None] = {}
    at = _Before(talk.section)
    for place, turn in enumerate(talk.turns):
        if turn.section != at.section:
            at = _Before(turn.section, at.moved if sections[turn.section].parent is None else None)
        at.moved = _moved(turn) or at.moved
        found[place] = _line(talk.section, at, sections)
    return found


def _line(debate: int, at: _Before, sections: Sequence[Section]) -> str | None:
    headings = []
    index: int | None = at.section
    while index is not None and index != debate:
        headings.append(sections[index].title)
        index = sections[index].parent
    parts = [*reversed(headings), *([at.moved] if at.moved else [])]
    return " · ".join(parts) or None


def _moved(turn: Turn) -> str | None:
    """What a turn moves, with the mover's name, else None."""
    if turn.kind == "motion":
        return f"{_what(turn.head)} moved by {turn.voice.name}" if turn.voice.name else None
    if not turn.item.procedural:
        return None
    paragraphs = turn.item.paragraphs
    text = paragraphs[0].text if paragraphs else ""
    mover = _mover(turn)
    if put := _PUT.search(text[:HEAD]):
        return f"amendment {put['number']}{mover}"
    if _PROPOSED.match(text):
        return f"{'Adjournment' if _ADJOURN.search(text[:HEAD]) else 'motion'}{mover}"
    return None


def _what(head: str) -> str:
    if reading := _READING.search(head):
        return f"{reading['which'].capitalize()} Reading"
    if clause := _THE_CLAUSE.search(head):
        return clause["what"].casefold()
    if _LEAVE.search(head):
        return "leave to bring in a bill"
    found = _MOVES.search(head)
    return found["what"] if found and found["what"] else "motion"


def _mover(turn: Turn) -> str:
    """The mover printed in brackets behind a motion."""
    for paragraph in turn.item.paragraphs:
        if found := _MOVER.search(paragraph.text[-90:]):
            return f" moved by {found['name']}"
    return ""
