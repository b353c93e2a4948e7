"""What the chambers are called, in a reader's words rather than in an address's.

The names and one line about each live in `chambers.toml`. A chamber that the file does
not know keeps its own word: nothing that is held is hidden for want of a name.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple, Protocol

_OF_BOTH = ("written-answers", "written-statements", "corrections")
HOUSES = {"commons": "House of Commons", "lords": "House of Lords"}


class Chamber(NamedTuple):
    """A chamber: the `key` as in addresses, its `name`, and what it is in one line."""

    key: str
    name: str
    meaning: str


@cache
def chambers() -> dict[str, Chamber]:
    """Every chamber known, by key, in the order in which forms list them."""
    text = resources.files(__package__).joinpath("chambers.toml").read_text(encoding="utf-8")
    return {key: Chamber(key, row["name"], row["meaning"]) for key, row in tomllib.loads(text).items()}


def chamber_name(key: str) -> str:
    """A chamber's name: "Westminster Hall"; an unknown key is shown as it is.

    >>> chamber_name("westminster-hall")
    'Westminster Hall'
    """
    known = chambers().get(key)
    return known.name if known else key.replace("-", " ").capitalize()


class OfAHouse(Protocol):
    """Whatever belongs to a chamber of a House."""

    @property
    def chamber(self) -> str: ...
    @property
    def house(self) -> str: ...


def chamber_of(one: OfAHouse) -> str:
    """A chamber's name, with the House where both Houses have one of that name: "Written Answers (Lords)"."""
    return chamber_name(one.chamber) + (" (Lords)" if one.house == "lords" and one.chamber in _OF_BOTH else "")


def house_name(house: str) -> str:
    """A House's name: "House of Commons"."""
    return HOUSES.get(house, house.title())
