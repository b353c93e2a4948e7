"""A small square of a party's colour, beside its name and never instead of it.

The colours are data (`party_colours.toml`). A party that the file does not know gets the
neutral square: a missing colour must not look like a statement.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def colour(party: str | None) -> str:
    """The colour of a party's square, as `#rrggbb`; the neutral one for a party not known.

    >>> colour("SNP") == colour("Scottish National Party") != colour("Somebody's List") == colour(None)
    True
    """
    neutral, known = _colours()
    return known.get(_folded(party or ""), neutral)


@cache
def _colours() -> tuple[str, dict[str, str]]:
    text = resources.files(__package__).joinpath("party_colours.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return data["default"], {_folded(name): row["colour"] for row in data["party"] for name in row["names"]}


def _folded(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
