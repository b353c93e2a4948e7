"""On whose behalf somebody speaks, where the record itself says so.

A motion may be moved "on behalf of the Committee of Selection", a question asked "on behalf
of my hon. Friend the Member for …". Then the words are one person's and the business is
another's, and both are shown. Only the record's own formula counts: a member who speaks
"on behalf of my constituents" speaks for himself.
"""

from __future__ import annotations

import re

from .turns import Turn

_TAIL = 160
_BRACKETED = re.compile(r"\([^()]*,\s*(?:[Oo]n behalf of|for) (?P<whom>[^()]+?)\s*\.?\s*\)")
_ASKED = re.compile(
    r"^\W*(?:I (?:wish|beg leave|should like|would like) to ask (?:the )?[Qq]uestion )?[Oo]n behalf of "
    r"(?P<whom>(?:my|the) (?:right )?(?:hon\.|noble)[^,;.]*?(?:\((?P<name>[^()]+)\))?)(?:,| and with| I | to ask|$)"
)
_ASKING = frozenset({"question", "urgent-question", "motion", "petition"})


def on_behalf_of(turn: Turn) -> str | None:
    """Whose question or motion it is, as the source names them; None where it says nothing of it."""
    attribution = turn.item.attribution
    if attribution and "ehalf" in attribution and (found := _BRACKETED.search(attribution)):
        return found["whom"]
    if turn.kind == "procedural":
        return _of_motion(turn)
    if turn.kind in _ASKING and "ehalf" in turn.head and (asked := _ASKED.match(turn.head)):
        return asked["name"] or asked["whom"].strip()
    return None


def _of_motion(turn: Turn) -> str | None:
    for paragraph in turn.item.paragraphs:
        tail = paragraph.text[-_TAIL:]
        if "ehalf of" in tail and (found := _BRACKETED.search(tail)):
            return found["whom"]
    return None
