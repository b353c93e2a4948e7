"""The set words in which a House opens, divides on and ends a question on an amendment.

Only the forms of the Houses are known here, from `bill_words.toml`; what they end is for
whoever reads a debate in order to say.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from .bill_words import amendments_moved, numbered

_LONGEST = 300  # characters; set words that end a question are short


class Ended(NamedTuple):
    """That a question was decided or withdrawn; `labels` says of what by number, `what` by its kind, where the words
    do."""

    labels: tuple[str, ...] = ()
    what: str = ""


def ended(text: str) -> Ended | None:
    """Whether set words end a question on an amendment, a new clause or a schedule.

    >>> ended("Amendment 37 withdrawn."), ended("Amendment, by leave, withdrawn.")
    (Ended(labels=('amendment 37',), what=''), Ended(labels=(), what='amendment'))
    >>> ended("Lords amendments 47B and 47C disagreed to.")
    Ended(labels=('Lords amendment 47B', 'Lords amendment 47C'), what='')
    >>> ended("Question accordingly negatived."), ended("Clause 2 ordered to stand part of the Bill.")
    (Ended(labels=(), what=''), None)
    """
    if len(text) > _LONGEST:
        return None
    if found := _pattern("ended_of").match(text):
        return Ended(tuple(numbered(found["what"], found["numbers"])))
    found = _pattern("ended").match(text)
    return Ended(what=re.sub(r"^new |s$", "", (found["what"] or "").casefold())) if found else None


def tells_division(text: str) -> bool:
    """Whether set words tell of a division, or its numbers.

    >>> tells_division("The House divided: Ayes 200, Noes 269."), tells_division("Contents 99; Not-Contents 84.")
    (True, True)
    >>> tells_division("The House is divided on this.")
    False
    """
    return len(text) <= _LONGEST and _pattern("divided").match(text) is not None


def opening(text: str, following: str) -> tuple[tuple[str, ...], str]:
    """What set words put before the House, and the record's word for it if it is decided in the same breath.

    >>> opening("Amendment 38", "Moved by Baroness Fogge"), opening("Amendment 38", "Amendment 39")
    ((('amendment 38',), ''), ((), ''))
    >>> opening("Amendments made: 165, page 9, line 13, after “fog” insert “mist”.", "")
    (('amendment 165',), 'Amendments made')
    >>> opening("Resolved,", "That this House disagrees with Lords amendment 7.")
    (('Lords amendment 7',), 'Resolved')
    """
    if _pattern("labelled").match(text):
        return (amendments_moved([text]), "") if following.startswith("Moved by") else ((), "")
    if found := _pattern("made").match(text):
        return amendments_moved([text]), found["made"] or ""
    if found := _pattern("put").match(text):
        return amendments_moved([following]), found["done"] or ""
    return (), ""


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_words()[name], re.IGNORECASE)


@cache
def _words() -> dict[str, Any]:
    told: dict[str, Any] = tomllib.loads(files(__package__).joinpath("bill_words.toml").read_text(encoding="utf-8"))
    return dict(told["ends"])
