"""How members are called: what the Chair and others say somebody is.

Where the lists of offices end, the debate still tells who stands at the Dispatch Box: the
Chair calls "the shadow Minister" or "the Minister", and members ask "Will the Minister give
way?" of nobody but the minister who is speaking. Only such fixed forms count. What a member
merely says *about* a minister is no evidence of who that is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .turns import Turn

_TAIL = 160
_CALLED = re.compile(
    r"\b(?:call|come (?:now )?to|calling|go (?:now )?to) (?:on )?(?:the )?"
    r"(?P<what>shadow [^.,;]+|(?:[\w’'-]+ ){0,4}(?:spokesperson|spokesman|spokeswoman)"
    r"|(?:[\w’'-]+ ){0,3}Front[ -]Bench[^.,;]*|Ministers?\b[^.,;]*|(?:Under-)?Secretary of State\b[^.;]*"
    r"|[\w’'-]+ Secretary\b)"
)
_GIVE_WAY = re.compile(
    r"^Will the (?P<what>(?:Minister|Secretary of State|[\w’'-]+ Secretary)(?: of State)?) (?:please )?give way"
)


def called_by_chair(turns: Sequence[Turn]) -> dict[str, str]:
    """For each voice that the Chair called by an office, the wording ("shadow Minister")."""
    found: dict[str, str] = {}
    wording: str | None = None
    for turn in turns:
        if turn.chair is not None:
            wording = _wording(turn)
        elif turn.spoken:
            if wording is not None and turn.key is not None:
                found.setdefault(turn.key, wording)
            wording = None
    return found


def called_by_members(turns: Sequence[Turn]) -> dict[str, str]:
    """For each voice that others asked to give way by an office, the wording ("Minister")."""
    found: dict[str, str] = {}
    for turn in turns:
        if turn.kind == "intervention" and turn.floor and turn.head.startswith("Will the "):
            asked = _GIVE_WAY.match(turn.head)
            if asked:
                found.setdefault(turn.floor, asked["what"])
    return found


def _wording(turn: Turn) -> str | None:
    paragraphs = turn.item.paragraphs
    tail = paragraphs[-1].text[-_TAIL:] if paragraphs else ""
    last = None
    for match in _CALLED.finditer(tail):
        last = match["what"]
    return last
