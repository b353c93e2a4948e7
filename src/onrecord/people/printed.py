"""A name line taken apart: name, office, seat, party, and whether it is the Chair's.

Hansard prints "The Secretary of State for Justice (Dominic Raab)", "Martin Vickers (Brigg and
Immingham) (Con)", "THE LORD CHANCELLOR (LORD LOREBURN)" and, later in the debate, "Mr. Straw".
Which part is which is told by what the words are (a title of office, an abbreviation of a
party), not by their place. Only forms are read here; who is meant is found elsewhere.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct

from .chairs import presides
from .names import fold
from .parties import is_party, party_name
from .posts import bracketed, head_of, plain_words, ranks

_LONGEST = 400  # characters of a line that are looked at; the longest office with its name has half of them
_EDGES = " \t\r\n:;,*†‡—–-[]"
_THE = re.compile(r"the\b", re.IGNORECASE)  # no name begins so but a peer's
_NUMBER = re.compile(r"^[QST]?\d{1,3}[.:]?\s+(?=\S)")  # of a question
_ASIDE = re.compile(r"(?<=\S)\s*\[[^\[\]]*\](?=[\s:;,]|$)|^\[\d+\]")  # "[V]": from afar
_REPRESENTING = re.compile(r", representing the [^()]*$")  # an answering body, behind who speaks for it
_IN_THE_CHAIR = re.compile(r"\bin the chair\b", re.IGNORECASE)


class Printed(Struct, frozen=True):
    """The parts of a name line. `name` is a person's or a peer's style, as printed; None where only an office is."""

    name: str | None = None
    office: str | None = None
    seat: str | None = None
    party: str | None = None


@lru_cache(maxsize=65536)
def read_printed(line: str) -> Printed:
    """The parts of a name line.

    >>> read_printed("The Secretary of State for Justice (Dominic Raab)")
    Printed(name='Dominic Raab', office='The Secretary of State for Justice', seat=None, party=None)
    >>> read_printed("Martin Vickers (Brigg and Immingham) (Con)")
    Printed(name='Martin Vickers', office=None, seat='Brigg and Immingham', party='Conservative')
    >>> read_printed("Baroness Barker (LD) [V]").name, read_printed("T2. [295463] Ada Quill (Fen)").name
    ('Baroness Barker', 'Ada Quill')
    >>> read_printed("EARL OF CREWE (Lord Privy Seal):").name, read_printed("Mr. Speaker").office
    ('EARL OF CREWE', 'Mr. Speaker')
    """
    line = _ASIDE.sub(" ", _NUMBER.sub("", " ".join(line[:_LONGEST].split())))
    line = " ".join(_IN_THE_CHAIR.sub(" ", _REPRESENTING.sub("", line)).split()).strip(_EDGES)
    head = head_of(line).strip(_EDGES)
    insides = [inside.strip(_EDGES) for inside in bracketed(line)]
    party = next((party_name(inside) for inside in insides if is_party(inside)), None)
    rest = [inside for inside in insides if inside and not is_party(inside)]
    if is_office(head) or (rest and _THE.match(head) and not is_peer(head)):
        own = [inside for inside in rest if not is_office(inside)]
        return Printed(own[0] if own else None, head, own[1] if len(own) > 1 else None, party)
    office = next((inside for inside in rest if is_office(inside)), None)
    seat = next((inside for inside in rest if inside != office), None)
    return Printed(head or None, office, seat, party)


@lru_cache(maxsize=65536)
def is_office(words: str) -> bool:
    """Whether words are a title of office rather than a name.

    >>> is_office("The Lord Chancellor"), is_office("Lord Bach"), is_office("Madam Deputy Speaker")
    (True, False, True)
    """
    if presides(words):
        return True
    return bool(ranks(words)) or plain_words(words) in _table()["offices"]["whole"]


def is_peer(name: str) -> bool:
    """Whether a name is a peer's or a bishop's style.

    >>> is_peer("The Earl of Listowel"), is_peer("Baroness Thornton"), is_peer("Mr. Lord")
    (True, True, False)
    """
    return is_style(fold(name))


def is_style(folded: str) -> bool:
    """Whether a name as names are compared is a peer's or a bishop's style."""
    rank, _, title = folded.partition(" ")
    return bool(title) and rank in PEERAGES


def by_office(name: str) -> bool:
    """Whether a style passes with a see from holder to holder: a bishop's."""
    return fold(name).partition(" ")[0] in _table()["peers"]["sees"]


def inherited(name: str) -> bool:
    """Whether a style may pass from parent to child: after the day of a list it may be somebody else's."""
    return fold(name).partition(" ")[0] in _table()["peers"]["inherited"]


def style_of(name: str) -> str:
    """ "mr" or "madam", as far as the printed form tells; "" where it does not.

    >>> style_of("Madam Deputy Speaker"), style_of("Mr. Straw"), style_of("Dr. Pugh")
    ('madam', 'mr', '')
    """
    word = plain_words(name).partition(" ")[0]
    return next((style for style, words in _table()["forms"].items() if word in words), "")


@cache
def _table() -> dict[str, dict[str, tuple[str, ...]]]:
    table: dict[str, dict[str, tuple[str, ...]]] = tomllib.loads(
        files(__package__).joinpath("printed.toml").read_text("utf-8")
    )
    return table


PEERAGES = tuple(_table()["peers"]["styles"])
"""The first words of peers' and bishops' styles, in lower case."""
