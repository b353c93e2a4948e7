"""Names, so that "Rt Hon Sir Keir Starmer MP" and "keir starmer" find the same person.

Folding sets aside case, accents, punctuation, honorifics and letters after the name; titles
of peerage are part of the name and stay, for Lord West and Mr West are two people. Folding
only finds candidates: a name never decides who spoke. Honorifics are data (`honorifics.toml`).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

_WORDS = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans(
    {chr(plain): chr(plain) for plain in range(128)}  # a character that is missing is looked for each time
    | {"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d"}
    | dict.fromkeys("'’‘ʼ`´.", "")
)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name as names are compared.

    >>> fold("Rt Hon Sir Keir Starmer KCB KC MP"), fold("Mr. Bercow"), fold("Siân Berry")
    ('keir starmer', 'bercow', 'sian berry')
    >>> fold("The Earl of Mar and Kellie"), fold("Lord Hunt of King's Heath"), fold("Mike O’Brien")
    ('earl of mar and kellie', 'lord hunt of kings heath', 'mike obrien')
    >>> fold("The Lord Bishop of Ripon and Leeds")
    'bishop of ripon and leeds'
    """
    honours = _honorifics()
    words = _words(name)
    first, last = 0, len(words)
    while first < last - 1 and words[first] in honours["before"]:
        first += 1
    while last > first + 1 and words[last - 1] in honours["after"]:
        last -= 1
    if words[first : first + 2] in (["lord", "bishop"], ["lord", "archbishop"]):
        first += 1
    return " ".join(words[first:last])


def shortened(name: str, full: str) -> bool:
    """Whether two names have one surname, and the first name of one may be short for the other's.

    >>> shortened("Nic Rook", "Nicholas Rook"), shortened("Mr. Edward Rook", "Ed Rook")
    (True, True)
    >>> shortened("Ann Rook", "Mo Rook"), shortened("Mr. Rook", "Mo Rook"), shortened("N. Rook", "Nicholas Rook")
    (False, False, False)
    """
    (one, *_, last), (other, *_, own) = ([*fold(each).split()[:1], *fold(each).split()[-1:]] for each in (name, full))
    if last != own or last in (one, other):
        return False
    return min(len(one), len(other)) > 1 and (one.startswith(other) or other.startswith(one))


def plain(name: str) -> str:
    """A name as it is shown: without "Mr", "Ms" and "Rt Hon", which tell nothing, but with "Sir" and "Dr".

    >>> plain("Ms Diane Abbott"), plain("  Sir  Keir Starmer "), plain("Rt Hon Mr Speaker")
    ('Diane Abbott', 'Sir Keir Starmer', 'Speaker')
    """
    words = name.split()
    while len(words) > 1:
        taken = next((n for n in (3, 2, 1) if " ".join(words[:n]).lower() in _honorifics()["plain"]), 0)
        if not taken or taken >= len(words):
            break
        words = words[taken:]
    return " ".join(words)


def slug_of(name: str, person_id: str) -> str:
    """The last part of a person's address.

    >>> slug_of("Dominic Raab", "twfy:24815"), slug_of("Dame Siân Berry", "mnis:5341")
    ('dominic-raab-24815', 'sian-berry-m5341')
    >>> slug_of("", "member:1677")
    'member-1677'
    """
    scheme, _, number = person_id.partition(":")
    mark = {"twfy": "", "mnis": "m", "printed": ""}.get(scheme, f"{scheme}-")
    return "-".join([*fold(name).split(), f"{mark}{number}".strip("-").lower()])


def peer_name(title: str, name: str, of: str) -> str:
    """A peer's style from its parts.

    >>> peer_name("Lord", "West", "Spithead"), peer_name("Bishop", "", "Lichfield"), peer_name("Lord", "Bach", "")
    ('Lord West of Spithead', 'Bishop of Lichfield', 'Lord Bach')
    """
    style = " ".join(part for part in (title.strip(), name.strip()) if part)
    if of.strip():
        return f"{style} of {of.strip()}"
    return style


def tidy(text: str) -> str:
    """White space folded to single blanks.

    >>> tidy(" West   Ham ")
    'West Ham'
    """
    return " ".join(text.split())


def _words(name: str) -> list[str]:
    bare = name.casefold() if name.isascii() else _without_accents(name)
    return _WORDS.findall(bare.replace("&", " and ").translate(_LETTERS))


def _without_accents(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


@cache
def _honorifics() -> dict[str, frozenset[str]]:
    text = files(__package__).joinpath("honorifics.toml").read_text("utf-8")
    return {kind: frozenset(words) for kind, words in tomllib.loads(text).items()}
