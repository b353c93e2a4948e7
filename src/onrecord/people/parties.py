"""Parties under one name each, whatever the list abbreviates them to.

Names are data (`parties.toml`). A word that the table does not know is kept as the list
prints it: a party too new for the table is still a party.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files


@lru_cache(maxsize=4096)
def party_name(text: str | None) -> str | None:
    """The party's name as it is shown, None where the list names none.

    >>> party_name("LDem"), party_name("labour/co-operative"), party_name("unknown"), party_name("Monster Raving")
    ('Liberal Democrat', 'Labour (Co-op)', None, 'Monster Raving')
    """
    asked = " ".join((text or "").split())
    names = _names()
    word = asked.casefold()
    return names.get(word, names.get(word.replace("-", " "), asked))


def parties_meant(text: str | None) -> tuple[str, ...]:
    """The parties whose members are meant by a name: its own, and those that count among them.

    >>> parties_meant("lab"), parties_meant("Lab/Co-op"), parties_meant("unknown")
    (('Labour', 'Labour (Co-op)'), ('Labour (Co-op)',), ())
    """
    name = party_name(text)
    return (name, *_table()["includes"].get(name, ())) if name else ()


def is_party(text: str) -> bool:
    """Whether words are a party's name or its abbreviation.

    >>> is_party("Lab/Co-op"), is_party("Blackburn")
    (True, False)
    """
    return bool(_names().get(" ".join(text.split()).casefold()))


@cache
def _names() -> dict[str, str | None]:
    table = _table()
    known: dict[str, str | None] = {word: name for name, words in table["names"].items() for word in words}
    return known | dict.fromkeys(table["none"]["words"])


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files(__package__).joinpath("parties.toml").read_text("utf-8"))
