"""The line above somebody's words: who they are, as printed and as the roll knows them.

Hansard prints "The Secretary of State for Justice (Dominic Raab)" at first and "Dominic
Raab" from then on, and "Mr Kevan Jones (North Durham) (Lab)" for who is no minister. A
page sets the name in bold, seat and party beside it, the office below. So the printed
line is parted here into these; what it does not print comes from the roll, for that day,
and what the roll cannot date is said to be only last known. No name is ever corrected.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from ..model import Contribution, Speaker, Unresolved

_GROUP = re.compile(r"\s*\(((?:[^()]|\([^()]*\))*)\)\s*$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_TITLES = frozenset(
    ("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "baroness", "viscount", "earl", "the", "of", "and")
)


class Printed(NamedTuple):
    """A printed line, parted: the name, the office before it, and what else stands in brackets."""

    name: str
    office: str | None
    others: tuple[str, ...]


class Who(NamedTuple):
    """The attribution as a page shows it. `slug` leads to the person, None where nobody is known.

    `office_printed` is false where the record prints none here and the office is the roll's.
    `known_as` is the roll's name where the printed one shares no word with it ("Mr Speaker").
    `last_known` and `unknown` say in plain words what is not known of that day, and why nobody could be told.
    """

    name: str
    known_as: str | None
    slug: str | None
    seat: str | None
    party: str | None
    office: str | None
    office_printed: bool
    last_known: str | None
    unknown: str | None


def who(contribution: Contribution) -> Who | None:
    """Who speaks, for the line above their words; None where the record names nobody."""
    speaker = contribution.speaker
    if isinstance(speaker, Speaker):
        return _known(contribution, speaker)
    if isinstance(speaker, Unresolved):
        printed = parted(contribution.attribution or speaker.name or "A speaker", speaker.name or "")
        note = f"not identified: {speaker.unresolved}"
        return Who(printed.name, None, None, *_seat_and_party(printed), printed.office, True, None, note)
    if contribution.attribution:
        return Who(contribution.attribution, None, None, None, None, None, True, None, None)
    return None


@lru_cache(maxsize=4096)  # a page has each line many times
def parted(attribution: str, name: str) -> Printed:
    """Part a printed line, given the speaker's name.

    >>> parted("The Secretary of State for Justice (Dominic Raab)", "Dominic Raab")
    Printed(name='Dominic Raab', office='The Secretary of State for Justice', others=())
    >>> parted("Mr Kevan Jones (North Durham) (Lab)", "Kevan Jones")
    Printed(name='Mr Kevan Jones', office=None, others=('North Durham', 'Lab'))
    """
    head, groups = attribution.strip(), list[str]()
    while match := _GROUP.search(head):
        groups.insert(0, match[1].strip())
        head = head[: match.start()].rstrip()
    if not head:
        return Printed(attribution.strip(), None, ())
    wanted = _words(name)
    shared = [len(wanted & _words(part)) for part in (head, *groups)]
    best = max(range(len(shared)), key=lambda index: shared[index])
    if best == 0 or not shared[best]:
        return Printed(head, None, tuple(groups))
    return Printed(groups[best - 1], head, tuple(g for i, g in enumerate(groups) if i != best - 1))


def _known(contribution: Contribution, speaker: Speaker) -> Who:
    printed = parted(contribution.attribution or speaker.name, speaker.name)
    seat, party = _seat_and_party(printed)
    stranger = not _words(printed.name) & _words(speaker.name)
    return Who(
        name=printed.name,
        known_as=speaker.name if stranger and speaker.name != speaker.person_id else None,
        slug=speaker.slug or speaker.person_id,
        seat=speaker.constituency or seat,
        party=speaker.party or party,
        office=printed.office or _office_held(contribution, speaker),
        office_printed=printed.office is not None,
        last_known=_last_known(speaker, seat, party),
        unknown=None,
    )


def _office_held(contribution: Contribution, speaker: Speaker) -> str | None:
    """The office in which they speak here, where the record prints none and the roll knows it."""
    capacity = contribution.capacity
    if capacity is None or capacity.role != "minister" or capacity.department is None:
        return None
    return next((o.title for o in speaker.offices if o.department == capacity.department), None)


def _last_known(speaker: Speaker, seat: str | None, party: str | None) -> str | None:
    """What no source dates to that day, as far as the record itself does not print it."""
    office = speaker.offices[0].title if speaker.offices else None
    told = {"constituency": speaker.constituency or seat, "party": speaker.party or party, "office": office}
    known = {fact: speaker.last_known[fact] for fact in told if not told[fact] and fact in speaker.last_known}
    days = sorted({fact.as_of for fact in known.values()})
    values = ", ".join(fact.value for fact in known.values())
    return f"last known ({' and '.join(days)}): {values}" if known else None


def _seat_and_party(printed: Printed) -> tuple[str | None, str | None]:
    """What stands in brackets after a name: seat and party, or, for a peer, the party alone."""
    if len(printed.others) >= 2:
        return printed.others[0], printed.others[-1]
    return None, printed.others[0] if printed.others else None


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return frozenset(_WORD.findall(plain)) - _TITLES
