"""What the Hansard API's tags, places and attributions mean, as the data file tells.

The API names its classes of heading and paragraph by the tags of the printers' files
("hs_6bDepartment"), the chamber by its public name, and prints who speaks in one line:
"The Secretary of State for Transport (Name)", "Name (Seat) (Party)". All that is known
of them stands in `hansard_tags.toml`; this module looks it up. A tag that is not there
has no meaning here: its words are kept, and its kind is judged by its words.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from .voices import is_quotation, reads_procedural

_GROUP = re.compile(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*(?:\[V\])?\s*$")


LONGEST_NAME = 400
"""Characters of a printed name with its office; what is longer is not taken apart."""


class Place(NamedTuple):
    """A chamber, and how its columns are marked (`{}` stands for the bare number)."""

    chamber: str
    mark: str = "{}"

    def column(self, number: str) -> str:
        """A column as the chamber marks it, also where the source prints the bare number."""
        return self.mark.format(number) if number.isdigit() else number


class Named(NamedTuple):
    """The name and the office that an attribution prints."""

    name: str | None
    office: str | None


def place(location: str, house: str) -> Place | None:
    """The chamber that a Location names, or None for an unknown one.

    >>> place("Westminster Hall", "commons").column("12")
    '12WH'
    """
    known = _data()["chambers"].get(" ".join(location.casefold().split()))
    return None if known is None else Place(known["chamber"], known.get(house, "{}"))


def publication(source: object) -> str:
    """The state of publication, by the API's number or by its word; `unknown` for anything else."""
    known: str = _data()["publication"].get(str(source).casefold(), "unknown")
    return known


def section_kind(tag: str | None) -> str | None:
    """The kind of a section by its tag, or None where the tag does not tell."""
    kind: str | None = _data()["sections"].get((tag or "").casefold())
    return kind


def is_transparent(tag: str | None) -> bool:
    """Whether a heading is only a chamber's or a part of the day's, with the debates under it."""
    return (tag or "").casefold() in _tags("transparent", "tags")


def written_kind(chamber: str) -> str | None:
    """The kind of each text in a chamber where nobody speaks, and each is a debate of its own; else None."""
    kind: str | None = _data()["written"].get(chamber)
    return kind


def is_nobodys(tag: str | None) -> bool:
    """Whether a tag marks what is printed around the proceedings."""
    return (tag or "").casefold() in _tags("nobody", "tags")


def paragraph_kind(tag: str | None, text: str, *, voiced: bool) -> str:
    """The kind of a paragraph by its tag: `text` where the tag says nothing."""
    folded = (tag or "").casefold()
    for kind in ("quotation", "motion"):
        if folded in _tags("paragraphs", kind):
            return kind
    if folded not in _tags("paragraphs", "indented"):
        return "text"
    if is_quotation(text):
        return "quotation"
    moved = text.startswith("That ") or not voiced
    return "motion" if moved and not reads_procedural(text) else "text"


def named(attribution: str) -> Named:
    """The name and office in an attribution.

    >>> named("Madam Deputy Speaker (Caroline Example)")
    Named(name='Caroline Example', office='Madam Deputy Speaker')
    >>> named("Zoë Example (Lower Dithering) (Con)")
    Named(name='Zoë Example', office=None)
    >>> named("The Minister of State, Home Office (Lord Example of Wick) (Lab)").name
    'Lord Example of Wick'
    """
    base = attribution.strip()
    if len(base) > LONGEST_NAME:
        return Named(base, None)
    groups: list[str] = []
    while found := _GROUP.search(base):
        groups.insert(0, found[1].strip())
        base = base[: found.start()].rstrip()
    base = base.removesuffix("[V]").rstrip(" :")
    if not _is_office(base):
        return Named(base or None, None)
    while groups and groups[-1] in _tags("attribution", "parties"):
        groups.pop()
    if not groups:
        return Named(None, base)
    return Named(groups[-1], " ".join([base, *(f"({group})" for group in groups[:-1])]))


def _is_office(base: str) -> bool:
    if not base.startswith(tuple(_data()["attribution"]["offices"])):
        return False
    return not base.removeprefix("The ").startswith(tuple(_data()["attribution"]["peers"]))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("hansard_tags.toml").read_text(encoding="utf-8"))


@cache
def _tags(table: str, key: str) -> frozenset[str]:
    return frozenset(_data()[table][key])
