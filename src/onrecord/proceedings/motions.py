"""What is before the House when somebody speaks: the clause, amendment or motion, and its mover.

Under a long bill debate a speech says nothing of what it is about; the headings and the
last motion moved do. The answer is a short line made only of headings, numbers and names,
never of anybody's argument, so that it can stand beside the speech as a caption. Where
neither heading nor motion tells anything, it is None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

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


def mark_before(talk: Talk, sections: Sequence[Section]) -> None:
    """Set `before` on every turn of a debate: the line that says what is before the House."""
    section = talk.section
    moved: str | None = None
    line: str | None = None
    for turn in talk.turns:
        goes_on = turn.section == section or sections[turn.section].parent is None
        now = _moved(turn) or (moved if goes_on else None)
        if turn.section != section or now != moved:
            section, moved = turn.section, now
            line = _line(talk.section, section, moved, sections)
        turn.before = line


def _line(debate: int, section: int, moved: str | None, sections: Sequence[Section]) -> str | None:
    parts = [moved] if moved else []
    index: int | None = section
    while index is not None and index != debate:
        parts.insert(0, sections[index].title)
        index = sections[index].parent
    return " · ".join(parts) or None


def _moved(turn: Turn) -> str | None:
    """What a turn moves, with the mover's name, else None."""
    if turn.kind == "motion":
        return f"{_what(turn.head)} moved by {turn.voice.name}" if turn.voice.name else None
    if not turn.item.procedural:
        return None
    paragraphs = turn.item.paragraphs
    head = paragraphs[0].text[:HEAD] if paragraphs else ""
    if "proposed" not in head.casefold():
        return None
    if put := _PUT.search(head):
        return f"amendment {put['number']}{_mover(turn)}"
    if _PROPOSED.match(head):
        return f"{'Adjournment' if _ADJOURN.search(head) else 'motion'}{_mover(turn)}"
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
