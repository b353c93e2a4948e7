"""What stands around a passage: the sentences before and after, and whether it is inside quotation marks."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_END = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9£])|\n\n")
_LAST_WORD = re.compile(r"([\w.]+)[.]$")


class Around(NamedTuple):
    """What stands before and behind a passage in its contribution, to the ends of the sentences next to it.

    `after` begins with the punctuation that ends the passage, if there is any.
    """

    before: str
    after: str
    quoting: bool


def around(text: str, start: int, end: int) -> Around:
    """The context of characters `start:end`.

    >>> around("It rained. My hon. Friend slept. It snowed. It froze.", 33, 42)
    Around(before='My hon. Friend slept.', after='. It froze.', quoting=False)
    """
    starts = _sentence_starts(text)
    inside = [place for place in starts if place < start]
    first = inside[-1] if inside else 0
    behind = [place for place in (*starts, len(text)) if place > end + 1]
    following = behind[1] if len(behind) > 1 and _ended(text, end, behind[0]) else behind[0] if behind else len(text)
    return Around(text[first:start].strip(), text[end:following].strip(), quoting(text, start))


def quoting(text: str, start: int) -> bool:
    """Whether a character stands inside quotation marks that its paragraph opens.

    >>> quoting("He said, “I shall go.” I stayed.", 10), quoting("He said, “I shall go.” I stayed.", 24)
    (True, False)
    """
    before = text[text.rfind("\n\n", 0, start) + 1 : start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _ended(text: str, end: int, following: int) -> bool:
    return not text[end:following].strip(" .,;:!?…”’\"')]\n")


def _sentence_starts(text: str) -> list[int]:
    found = [0]
    for mark in _END.finditer(text):
        word = _LAST_WORD.search(text[max(0, mark.start() - 20) : mark.start() + 1])
        if mark[0] == "\n\n" or not word or word[1].casefold() not in _abbreviations():
            found.append(mark.end())
    return found


@cache
def _abbreviations() -> frozenset[str]:
    data = tomllib.loads(files(__package__).joinpath("abbreviations.toml").read_text(encoding="utf-8"))
    return frozenset(data["words"])
