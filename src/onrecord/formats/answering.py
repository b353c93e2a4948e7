"""Does a heading name somebody who answers oral questions?

Where a source marks no nesting, a department's questions are known by their heading:
"HOME DEPARTMENT" under the oral heading. The names are facts and live in a data file,
past and present together, because an old sitting must read as well as yesterday's. Which
department a name means today is not told here (that is for `people`), nor whether
questions really follow (that is for `outline`).
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files


def is_answering_body(heading: str) -> bool:
    """Whether a heading is an answering body's, whatever its case, punctuation and "&" for "and".

    >>> is_answering_body("HOME DEPARTMENT"), is_answering_body("Culture, Media & Sport")
    (True, True)
    >>> is_answering_body("Territorial Army")
    False
    """
    return fold(heading) in _bodies()


@lru_cache(maxsize=4096)
def fold(heading: str) -> str:
    """A heading with case, punctuation and "&" for "and" set aside, for comparing.

    >>> fold("Speaker’s Committee on the Electoral Commission")
    'speakers committee on the electoral commission'
    >>> fold("Attorney-General") == fold("ATTORNEY GENERAL")
    True
    """
    plain = heading.casefold().replace("&", " and ").replace("'", "").replace("’", "")
    return " ".join("".join(character if character.isalnum() else " " for character in plain).split())


@cache
def _bodies() -> frozenset[str]:
    data = tomllib.loads(files(__package__).joinpath("answering_bodies.toml").read_text(encoding="utf-8"))
    return frozenset(fold(name) for body in data["body"] for name in body["names"])
