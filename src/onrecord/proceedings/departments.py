"""The departments that a debate involves, each with its ground.

A reader who asks for "Home Office" means the debates in which that department was
answerable, not those in which its name was spoken. The grounds are the contract's, in its
order: the body that is asked; an office printed in the debate; a holder of office who moves,
states or replies there. The bill's sponsoring department is known only where its mover's
office is printed, which the second ground covers. Whoever only intervenes, or moves
formally, brings no department into a debate by an office that is not printed there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ..model import Capacity
from ..people.departments import department_kind, department_of
from ..reading import Section
from .turns import Turn

ASKED = "answering-body"
ASKED_OF = "asked"
PRINTED = "printed"
HELD = "office-held"

_ENDS = (  # where the name of whoever is asked may end
    *(" if ", " what ", " whether ", " how ", " when ", " why ", " which ", " who ", " where ", " about "),
    *(" on ", " in ", " to make ", " to give ", " to explain ", " to set ", " to outline ", " for a ", " for an "),
    *(" further ", " pursuant ", " with "),
)
_FORMALLY = 30  # words: "I beg to move", and what is moved, in one breath
_INVOLVES = frozenset({"motion", "statement", "answer", "speech"})


def departments_asked(section: Section, turns: Iterable[Turn], day: date) -> tuple[tuple[str, str], ...]:
    """The departments that a debate's heading or its urgent question names, or the body that answers for no
    department and is asked by name: (name, basis)."""
    body = section.answering_body or (section.title if section.kind == "answering-body" else None)
    found = department_of(body, day) if body else None
    if found:
        return ((found, ASKED),)
    for turn in turns:
        if turn.kind == "urgent-question":
            asked = asked_of(turn.head, day)
            return ((asked, ASKED_OF),) if asked else ()
        if turn.kind == "question" and turn.head.startswith("To ask the "):  # the Lords print no body above it
            asked = asked_of(turn.head, day)
            if asked and department_kind(asked) == "answering-body":
                return ((asked, ASKED_OF),)
    return ()


def asked_of(head: str, day: date) -> str | None:
    """The department of "To ask the Secretary of State for Defence if …", else None.

    >>> asked_of("(Urgent Question): To ask the Secretary of State for Defence if he will speak.", date(2009, 10, 26))
    'Ministry of Defence'
    """
    _, found, rest = head.partition("To ask ")
    if not found:
        return None
    ends = [end for word in _ENDS if (end := rest.find(word)) > 0]
    for end in sorted(ends):
        if department := department_of(rest[:end].strip(" ,"), day):
            return department
    return None


def departments_of(
    asked: Iterable[tuple[str, str]],
    turns: Iterable[Turn],
    capacities: Mapping[str, Capacity],
    printed: Iterable[Capacity],
) -> tuple[tuple[str, str], ...]:
    """All departments of a debate in the order of their grounds, each once: (name, basis).

    `asked` is what `departments_asked` tells, `printed` are the capacities of the offices printed in the
    debate, `capacities` those of its speakers by key.
    """
    found = dict(asked)
    for told in printed:
        if told.department and told.role in ("minister", "answering-body"):
            found.setdefault(told.department, PRINTED)
    answering = {key: own for key, own in capacities.items() if own.role in ("minister", "answering-body")}
    for turn in turns if answering else ():
        own = answering.get(turn.key or "")
        if own and own.department and _takes_part(turn):
            found.setdefault(own.department, PRINTED if own.basis == "printed" else HELD)
    return tuple(found.items())


def _takes_part(turn: Turn) -> bool:
    """Whether a turn moves (not just formally), states or replies."""
    if not turn.spoken or turn.kind not in _INVOLVES:
        return False
    return turn.kind != "motion" or turn.words > _FORMALLY
