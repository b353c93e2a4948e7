"""What offices are called: "the Home Secretary" is the Secretary of State for the Home Department.

Lists, name lines and speech title one post in three ways. The common names are data
(`offices.toml`); a name fits an office whose rank and whose department that day are those of
the title behind it, so that a name follows a department through its renames.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from .departments import department_of, lineage
from .posts import is_opposition, is_pps, ranks


@cache
def titles() -> dict[str, str]:
    """The common names of offices, each with the title by which lists are asked."""
    table = tomllib.loads(files(__package__).joinpath("offices.toml").read_text("utf-8"))
    return {name: str(title) for name, title in table["offices"].items()}


@cache
def spoken_titles() -> dict[str, str]:
    """The same, with what offices are called in speech alone.

    >>> spoken_titles()["Chancellor"], "Chancellor" in titles()
    ('Chancellor of the Exchequer', False)
    """
    table = tomllib.loads(files(__package__).joinpath("offices.toml").read_text("utf-8"))
    return titles() | {name: str(title) for name, title in table["speech"].items()}


@lru_cache(maxsize=4096)
def also_called(title: str, department: str | None, day: date) -> tuple[str, ...]:
    """What else an office of this title and department was called that day.

    >>> also_called("Secretary of State, Home Office", "Home Office", date(2009, 10, 26))
    ('Home Secretary', 'Secretary of State for the Home Department')
    >>> also_called("Minister of State, Home Office", "Home Office", date(2009, 10, 26))
    ()
    """
    held = ranks(title)
    if not held or is_opposition(title) or is_pps(title):
        return ()
    found = [
        (name, full)
        for name, full in titles().items()
        if ranks(full) and ranks(full) <= held and _same_department(full, department, day)
    ]
    return tuple(dict.fromkeys(words for pair in found for words in pair if words != title))


def _same_department(title: str, department: str | None, day: date) -> bool:
    if "secretary-of-state" not in ranks(title):
        return True  # one post of its own, whatever department pays for it
    meant = department_of(title, day)
    return department is not None and (meant == department or (meant is not None and department in lineage(meant)))
