"""Names as lists of voters have them, and as one would say them.

Somebody who only ever voted in what is held is known by the list alone, surname first. That
is turned about where it can be done without a guess, and left as it is where it cannot.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


def as_said(listed: str) -> str:
    """A name in a list, given name or title first.

    >>> as_said("McDonnell, rh John"), as_said("Abbott, Ms Diane"), as_said("Wick of Lantern Head, B.")
    ('John McDonnell', 'Ms Diane Abbott', 'Baroness Wick of Lantern Head')
    >>> as_said("Caithness, E."), as_said("Ada Marl"), as_said("Quill, Peregrine, junior")
    ('Caithness, E.', 'Ada Marl', 'Quill, Peregrine, junior')
    """
    surname, comma, rest = listed.partition(", ")
    words = rest.split()
    if not comma or not words or "," in rest:
        return listed
    if len(words) == 1 and words[0] in _facts()["titles"]:
        return f"{_facts()['titles'][words[0]]} {surname}"
    given = [word for word in words if word not in _facts()["left_out"]]
    if not given or any(word.endswith(".") for word in given):
        return listed
    return f"{' '.join(given)} {surname}"


@cache
def _facts() -> dict[str, Any]:
    with (Path(__file__).parent / "listed.toml").open("rb") as file:
        return tomllib.load(file)
