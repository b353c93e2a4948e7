"""In which capacity somebody speaks in a debate, and how we know.

Nobody is a minister for ever, nor for everything: the office that counts is the one in
which they speak here. The ground is taken in this order: the office printed beside the
name; answering for the body that is asked; the office held that day; making the statement;
what the Chair calls them. Of several offices held, the department that the debate is about
decides, and if none fits, the department is left open rather than guessed. Whips never
stand for the Treasury and private secretaries for nobody; a shadow minister is one for the
department shadowed. An office printed elsewhere in the sitting counts as one held.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from ..model import Capacity, Office, Person
from ..people.chairs import presides
from ..people.departments import department_kind, department_of
from ..people.on_day import offices_on
from ..people.posts import is_opposition, is_pps, is_whip, ranks
from .turns import Turn

MEMBER = Capacity("member", None, "no-office")

_SHADOW = re.compile(r"\b(?:shadow|opposition)\b\s*", re.IGNORECASE)


class Part(Struct, frozen=True):
    """What a voice does in one debate, as far as its capacity depends on it.

    `printed`: offices printed beside the name here. `asks`: puts questions.
    `answers`: answers questions; `session`: those of an answering body in question time.
    `states`: makes the statement. `called`: what the Chair, or members asking to be given way to, call them.
    `promotes`: moves for leave to bring in a bill, or a private bill's reading.
    """

    printed: tuple[str, ...] = ()
    asks: bool = False
    answers: bool = False
    session: bool = False
    states: bool = False
    promotes: bool = False
    called: str | None = None


class Offices:
    """The offices of a sitting's speakers on its day, and those that its sources print.

    A speaker takes part in many debates of a sitting, so what is asked of one is worked out once.
    """

    def __init__(self, day: date, people: Mapping[str, Person], turns: Iterable[Turn]) -> None:
        self._day = day
        self._people = people
        self._held: dict[str, tuple[Office, ...]] = {}
        self._vouched: dict[str, bool] = {}
        self._ministerial: dict[str, tuple[Capacity, ...]] = {}
        self._opposing: dict[str, tuple[Capacity, ...]] = {}
        self._printed: dict[str, list[Capacity]] = {}
        for turn in turns:
            if turn.office and turn.key is not None and (told := self.printed(turn.office)):
                own = self._printed.setdefault(turn.key, [])
                if told not in own:
                    own.append(told)

    def held(self, key: str) -> tuple[Office, ...]:
        """The offices that the roll vouches for on the day."""
        if key not in self._held:
            person = self._people.get(key)
            self._held[key] = tuple(offices_on(person, self._day)) if person else ()
        return self._held[key]

    def vouched(self, key: str) -> bool:
        """Whether the roll's word reaches that day: an older list cannot say that somebody holds no office now."""
        if key not in self._vouched:
            person = self._people.get(key)
            told = [(one.as_of, one.end) for one in person.offices] if person else []
            told += [(one.as_of, one.end) for one in person.memberships] if person else []
            known = [day for as_of, end in told if (day := as_of or end)]
            self._vouched[key] = not known or max(known) >= self._day
        return self._vouched[key]

    def holds_chair(self, key: str) -> bool:
        """Whether the roll knows somebody as Speaker, Deputy Speaker or the like that day."""
        return any(office.kind == "parliamentary" and presides(office.title) for office in self.held(key))

    def printed(self, title: str) -> Capacity | None:
        """The capacity that a printed office means; None where it is no office of a front bench."""
        if is_pps(title) or presides(title):
            return None
        if is_opposition(title):
            return Capacity("spokesperson", self._shadowed(title), "printed")
        if is_whip(title):
            return Capacity("minister", None, "printed")
        department = department_of(title, self._day)
        if department is not None and department_kind(department) == "answering-body":
            return Capacity("answering-body", department, "printed")
        return Capacity("minister", department, "printed") if department or ranks(title) else None

    def ministerial(self, key: str) -> tuple[Capacity, ...]:
        """The ministerial capacities of somebody that day: printed anywhere in the sitting, then held."""
        if key not in self._ministerial:
            held = [office for office in self.held(key) if office.kind in ("government", "parliamentary")]
            told = [capacity for office in held if (capacity := self._of_held(office))]
            self._ministerial[key] = (*self._printed.get(key, ()), *told)
        return self._ministerial[key]

    def opposing(self, key: str) -> tuple[Capacity, ...]:
        """The posts of an opposition front bench held that day."""
        if key not in self._opposing:
            self._opposing[key] = tuple(
                Capacity("spokesperson", office.department or self._shadowed(office.title), "roll")
                for office in self.held(key)
                if office.kind == "opposition" and is_opposition(office.title) and "whip" not in office.title.casefold()
            )
        return self._opposing[key]

    def called(self, wording: str) -> Capacity:
        """The capacity that a form of address means ("shadow Minister", "Home Secretary")."""
        if _is_shadow(wording):
            return Capacity("spokesperson", self._shadowed(wording), "called")
        return Capacity("minister", department_of(wording, self._day), "called")

    def _of_held(self, office: Office) -> Capacity | None:
        if is_whip(office.title) or is_pps(office.title) or is_opposition(office.title):
            return None
        department = office.department or department_of(office.title, self._day)
        if department is not None and department_kind(department) == "answering-body":
            return Capacity("answering-body", department, "roll")
        return Capacity("minister", department, "roll") if office.kind == "government" else None

    def _shadowed(self, title: str) -> str | None:
        return department_of(_own_title(title), self._day)


@lru_cache(maxsize=4096)
def _own_title(title: str) -> str:
    """A shadow's title without what makes it one: that of the post shadowed."""
    return _SHADOW.sub("", title)


def capacity(offices: Offices, key: str, part: Part, about: Sequence[str], opposed: frozenset[str]) -> Capacity | None:
    """The front-bench capacity of one voice in one debate, None where it has none.

    `about`: the departments that the debate is known to be about; `opposed`: those whose shadows speak in it,
    which tells a minister of two departments apart.
    """
    here = [told for title in part.printed if (told := offices.printed(title))]
    if here:
        return _best(here, about, opposed)
    own = offices.ministerial(key)
    fitting = [told for told in own if told.department in about]
    if part.session and about and not fitting:
        return _answering(about[0])
    if fitting:
        return fitting[0]
    own = tuple(told for told in own if told.role == "minister")
    if own:
        return _best(own, about, opposed)
    if part.answers or part.states:
        basis = "answers" if part.answers and not part.states else "states"
        return Capacity("minister", about[0] if len(about) == 1 else None, basis)
    if part.called and not _is_shadow(part.called) and not offices.opposing(key):
        told = offices.called(part.called)
        return Capacity(told.role, told.department or (about[0] if len(about) == 1 else None), told.basis)
    return None


def other_capacity(offices: Offices, key: str, part: Part, about: Sequence[str]) -> Capacity | None:
    """The capacity of somebody who is no minister here: spokesperson, promoter or member.

    None where nothing done here tells it and every list of offices is older than the day. Whoever
    shadows one department speaks on another's business as a member, unless the Chair calls them.
    """
    opposing = [told for told in offices.opposing(key) if told.department in about]
    if part.called and _is_shadow(part.called):
        department = offices.called(part.called).department or next((told.department for told in opposing), None)
        alone = about[0] if len(about) == 1 and "hadow" in part.called else None
        return Capacity("spokesperson", department or alone, "called")
    if opposing:
        return opposing[0]
    if part.promotes:
        return Capacity("promoter", None, "moves")
    return MEMBER if part.asks or offices.vouched(key) else None


def _is_shadow(wording: str) -> bool:
    return "hadow" in wording or "spokes" in wording or "Front" in wording


def _answering(body: str) -> Capacity:
    role = "answering-body" if department_kind(body) == "answering-body" else "minister"
    return Capacity(role, body, "answers")


def _best(told: Sequence[Capacity], about: Sequence[str], opposed: frozenset[str]) -> Capacity:
    """Of several capacities the one that the debate is about; else the only department; else none is named."""
    for one in told:
        if one.department in about:
            return one
    named = {one.department for one in told if one.department}
    if len(named) > 1:
        named = named & opposed if len(named & opposed) == 1 else named
    first = next((one for one in told if one.department in named), told[0])
    if len(named) > 1 and first.basis != "printed":
        return Capacity(first.role, None, first.basis)
    return first
