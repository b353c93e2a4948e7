"""What the House's set words say in a debate on a bill: who is in charge, which day it is, what was moved.

All patterns are in `bill_words.toml`. Whoever moves a reading is in charge of the bill;
whoever moves an amendment is not. A name in "X presented a Bill" is given as printed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

_HEAD = 600  # characters of a contribution in which set words are looked for
_NUMBER = re.compile(r"\(?[A-Z]{0,3}\d+[A-Z]{0,3}\)?|\([a-z]\)")
_SPAN = re.compile(r"^(\d+)$")


def moves_reading(text: str) -> str | None:
    """Which reading of the bill somebody moves: "First", "Second", "Third", "passing", else None.

    >>> moves_reading("I beg to move, That the Bill be now read a Second time.")
    'Second'
    >>> moves_reading("I beg to move, That the clause be read a Second time."), moves_reading("I oppose it.")
    (None, None)
    >>> moves_reading('The Question was "That the Bill be now read a second time"; an Amendment has been moved.')
    """
    head = text[:_HEAD]
    if "move" not in head.casefold() or _pattern("put_by_chair").search(head):
        return None
    if found := _pattern("reading").search(head):
        which = found["which"].capitalize()
        return {"2nd": "Second", "3rd": "Third"}.get(which, which)
    return "passing" if _pattern("passed").search(head) else None


def presenter(text: str) -> str | None:
    """The name, as printed, of whoever presents a bill.

    >>> presenter("Emma Hart, supported by Ann Poe and Sir Bo Lee, presented a Bill to mend roads.")
    'Emma Hart'
    """
    found = _pattern("presented").match(text)
    return found["name"] if found else None


def opens_third_reading(text: str) -> bool:
    """Whether set words say that the third reading begins, or took place.

    >>> opens_third_reading("Third Reading."), opens_third_reading("Bill read the Third time and passed.")
    (True, True)
    """
    return _pattern("third").search(text[:_HEAD]) is not None


def day_number(titles: Sequence[str]) -> str | None:
    """The number of the day or sitting that headings print.

    >>> day_number(["Fog Bill", "[2nd Allotted Day]"]), day_number(["Fourth Sitting"]), day_number(["Clause 2"])
    ('2', '4', None)
    """
    for title in titles:
        for found in _pattern("day").finditer(title):
            if found["figure"]:
                return found["figure"]
            if found["word"].casefold() in _words()["ordinals"]:
                return str(_words()["ordinals"].index(found["word"].casefold()) + 1)
    return None


def amendments_moved(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """What is moved or made in a contribution, numbered as the record does.

    >>> amendments_moved(["I beg to move amendment 35, page 187, line 28, leave out “is”."])
    ('amendment 35',)
    >>> amendments_moved(["Amendment 37", "Moved by Lord Fogge"])
    ('amendment 37',)
    >>> amendments_moved(["I beg to move amendments 18, 23 and 42—"])
    ('amendment 18', 'amendment 23', 'amendment 42')
    """
    found: list[str] = []
    for text in paragraphs:
        for pattern in _moved():
            if match := pattern.search(text[:_HEAD]):
                found += numbered(match["what"], match["numbers"])
                break
    return tuple(dict.fromkeys(found))


def moved_by_heading(title: str) -> tuple[str, ...]:
    """A new clause or schedule that a heading names: it is moved under it.

    >>> moved_by_heading("New Clause 2 — Power to enter"), moved_by_heading("Clause 2 — Duties")
    (('new clause 2',), ())
    """
    match = _pattern("clause_title").match(title)
    return tuple(numbered(match["what"], match["numbers"])) if match else ()


def numbered(what: str, numbers: str) -> list[str]:
    """Each thing of a list by its name: "amendments", "3 to 5".

    >>> numbered("Lords amendments", "3 to 5")
    ['Lords amendment 3', 'Lords amendment 4', 'Lords amendment 5']
    """
    kind = re.sub(r"s$", "", what.casefold()).replace("lords", "Lords")
    ends = _NUMBER.findall(numbers)
    if " to " in numbers and len(ends) == 2:
        ends = _span(*ends)
    return [f"{kind} {end}" for end in ends]


def _span(first: str, last: str) -> list[str]:
    """Everything from one number to another: 3 to 5, 61A to 61C.

    >>> _span("3", "5"), _span("61A", "61C"), _span("61A", "62")
    (['3', '4', '5'], ['61A', '61B', '61C'], ['61A', '62'])
    """
    if _SPAN.match(first) and _SPAN.match(last):
        return [str(number) for number in range(int(first), min(int(last), int(first) + 200) + 1)]
    if first[:-1] == last[:-1] and first[-1].isalpha() and last[-1].isalpha() and first[-1] < last[-1]:
        return [f"{first[:-1]}{chr(letter)}" for letter in range(ord(first[-1]), ord(last[-1]) + 1)]
    return [first, last]


@cache
def _moved() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text, re.IGNORECASE) for text in _words()["moved"])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    flags = re.IGNORECASE if name not in ("day",) else 0
    return re.compile(_words()[name], flags)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("bill_words.toml").read_text(encoding="utf-8"))
