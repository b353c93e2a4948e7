"""What an answer on a provision says of itself: on what grounds its numbers stand.

Where nobody speaks of what was asked for, the refusal says of what near it they do: the whole
clause, the same number of another Act, the other numbers of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..errors import NotHeldError
from ..proceedings.provision_asked import Asked
from ..proceedings.provisions import INSTRUMENTS, Provision
from .provision_uses import Use, counted

_MOST = 40  # provisions that a refusal lists


class Searched(NamedTuple):
    """What the notes are made from: the grounds used, and the side-headings under which the number was found."""

    bases: frozenset[str]
    titles: frozenset[str]
    mapped: bool


def notes_on(asked: Asked, searched: Searched, bill: str) -> tuple[str, ...]:
    """What a reader must know of the numbers."""
    if asked.elsewhere:
        return (_elsewhere(asked),)
    notes = []
    if "asked" in searched.bases:
        where = "Where no mapping tells otherwise, t" if searched.mapped else "T"
        notes.append(
            f"{where}he number is that of the print then before the House; it may have changed between prints."
        )
    if "inferred" in searched.bases:
        notes.append("At stages marked inferred the provision was followed by its side-heading, under another number.")
    if len(asked.provisions) == 1 and len(searched.titles) > 1:
        listed = "; ".join(sorted(f"“{title}”" for title in searched.titles))
        notes.append(f"{asked.label} bears different side-headings at different stages ({listed}): it was renumbered.")
    sections = [one for one in asked.provisions if one.kind == "section"]
    if sections and not searched.mapped:
        notes.append("A section of an Act was a clause of the bill, often of another number: trace it, and give --map.")
    if any(re.search(r"[A-Z]", one.number) for one in sections):
        notes.append("A section whose number has a letter was inserted later: research the Act that inserted it.")
    if re.search(r"\bconsolidat", bill, re.IGNORECASE):
        notes.append("A consolidation restates older Acts: research the originating Act, where the words were debated.")
    return tuple(notes)


def _elsewhere(asked: Asked) -> str:
    kind = asked.provisions[0].kind
    if asked.act and kind in INSTRUMENTS:
        return (
            f"{asked.label} is no provision of this bill: in focus are the ministers’ words here that name it, or such "
            f"{'an' if kind == 'article' else 'a'} {kind} without naming the instrument."
        )
    if asked.act:
        return f"{asked.label} is no provision of this bill: in focus are the ministers’ words here that name it."
    return (
        f"A bill has no {kind}s: in focus are the ministers’ words that name {asked.label} of some other instrument; "
        "of which, the words must tell."
    )


def unspoken(asked: Asked, uses: Sequence[Use], bill: str) -> NotHeldError:
    """That nobody speaks of what is asked for, and what they do speak of that is near it."""
    spoken = [use for use in uses if use.spoken]
    known = [count.provision for count in counted(uses)]
    told = [*_wholes(asked, known), *_others(asked, spoken)]
    kinds = {one.kind for one in asked.provisions}
    if asked.elsewhere:
        near = _of_kinds(kinds, spoken)
    else:
        near = [name for name in known if name.startswith(tuple("clause" if k == "section" else k for k in kinds))]
    if asked.elsewhere and not near:
        told.append(f"nobody names {'an' if 'article' in kinds else 'a'} {' or '.join(sorted(kinds))} of another there")
    elif listed := near or known:
        told.append(f"spoken of are {', '.join(listed[:_MOST])}")
    if "section" in kinds and not asked.elsewhere:
        told.append("a section of the Act was a clause of the bill: ask for that, or give --map")
    remedy = "; ".join(told) or "nobody names a provision of it"
    return NotHeldError(f"{asked.label} is not spoken of in what is held on the {bill}", remedy=remedy)


def _wholes(asked: Asked, known: Sequence[str]) -> list[str]:
    """The whole provision, where only a part of it was asked for."""
    wholes = (Provision(one.kind, one.number).label for one in asked.provisions if one.within)
    return [f"{whole} is, as a whole" for whole in wholes if whole in known]


def _others(asked: Asked, spoken: Sequence[Use]) -> list[str]:
    """The same number of another Act, named where it is spoken of."""
    found = {
        f"{one.label} of the {act}"
        for use in spoken
        for one, act in use.foreign
        if act and act != asked.act and any(wanted.covers(one) for wanted in asked.provisions)
    }
    return [f"{', '.join(sorted(found)[:_MOST])} is"] if found else []


def _of_kinds(kinds: set[str], spoken: Sequence[Use]) -> list[str]:
    found = {(one.kind, one.number, act) for use in spoken for one, act in use.foreign if one.kind in kinds}
    told = sorted(found, key=lambda one: (one[0], one[2] or "", len(one[1]), one[1]))
    return [Provision(kind, number).label + (f" of the {act}" if act else "") for kind, number, act in told]


def same_act(asked: str, named: str) -> bool:
    """Whether an Act asked for may be the one named: by its name, by part of it, or by its year alone ("the 2016 Act").

    >>> same_act("Immigration Act 2016", "2016 Act"), same_act("Human Rights Act", "Human Rights Act 1998")
    (True, True)
    >>> same_act("Immigration Act 2016", "Immigration Act 2014"), same_act("2016 Act", "Fog Act 2016")
    (False, True)
    """
    one, other = sorted((_act(asked), _act(named)), key=len)
    year = re.fullmatch(r"(\d{4}) act", one)
    return one in other or bool(year and other.endswith(year[1]))


def _act(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())
