"""Who is meant where the source prints a name and gives no id.

A name line is taken apart, candidates come from the roll as of that day and House, and the
debate narrows them: a full form earlier gives the short form later, a seat named by others
tells two of one name apart, ministers answer and do not ask. One candidate is accepted, with
the ground it stands on; otherwise the speaker stays unresolved, and the reason names the
candidates. Nobody is chosen for being likelier. What a person decided (`rulings`) goes first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from ..model import Person
from ..people.chairs import presides
from ..people.departments import department_of
from ..people.directory import Directory, Standing
from ..people.keys import person_id_of
from ..people.names import fold
from ..people.on_day import offices_on
from ..people.posts import plain_words
from ..people.printed import Printed, is_peer, read_printed
from ..people.roll import Roll
from ..reading import ReadContribution, ReadSitting
from .addressed import seats_named
from .printed_seats import member_for, sits_elsewhere

__all__ = ["Decision", "Ruling", "decide"]


class Ruling(Struct, frozen=True):
    """What a person decided about a contribution: who spoke, or (person None) that it cannot be told."""

    person_id: str | None
    by: str
    grounds: str


class Decision(Struct, frozen=True):
    """How one name line without an id was read. `place` is the item's index in its sitting.

    With a `person_id` the `basis` says on what ground; without, `reason` says why nobody is named.
    `candidates` are the person ids that were weighed last. `handle` is what of the roll it hangs on:
    the last word of the name, or `OFFICE_HANDLE`. `ruled`: a person decided it, even against the source's id.
    """

    place: int
    printed: str
    handle: str
    person_id: str | None = None
    basis: str | None = None
    reason: str | None = None
    candidates: tuple[str, ...] = ()
    ruled: bool = False


_BASES = {
    Standing.SAT: "the only member of that name that day",
    Standing.POSTED: "the only one of that name in a post that day",
    Standing.PERHAPS: "the only one of that name on the roll",
}
OFFICE_HANDLE = "(office)"
NOT_ON_ROLL = "nobody of that name is on the roll for that day"
ELSEWHERE = "the only one of that name on the roll sat for another seat than the one printed"
PRINT = "so named in its volume, which no list reaches"
PRINT_OPEN = "no list reaches the volume, and it does not tell for certain who is meant"
OFFICE_UNKNOWN = "no list vouches for who held that office that day"


def decide(sitting: ReadSitting, roll: Roll, debates: Sequence[int], rulings: Mapping[str, Ruling]) -> list[Decision]:
    """A decision for every contribution whose speaker is named without an id. `debates`: each section's debate."""
    lines = [
        (place, item)
        for place, item in enumerate(sitting.items)
        if isinstance(item, ReadContribution)
        and (item.source_id in rulings or (not item.mark.collective and (item.mark.name or item.mark.office)))
    ]
    if sitting.publication == "historic":
        return [_of_print(place, item, rulings.get(item.source_id)) for place, item in lines]
    if all(item.mark.key and item.source_id not in rulings for _, item in lines):
        return []
    return _Naming(sitting, roll, debates, rulings).decisions(lines)


def _of_print(place: int, item: ReadContribution, ruling: Ruling | None) -> Decision:
    """A name line of the historic archive: a person of its volume, what a person judged, or open."""
    name = item.mark.name or item.mark.office or ""
    handle = fold(name).rpartition(" ")[2]
    if ruling:
        ground = f"judged by {ruling.by}: {ruling.grounds}"
        told = ground if ruling.person_id else None
        return Decision(place, name, handle, ruling.person_id, told, None if told else ground, ruled=True)
    if item.mark.key:
        return Decision(place, item.attribution or name, handle, person_id_of(item.mark.key), PRINT)
    return Decision(place, item.attribution or name, handle, reason=PRINT_OPEN)


class _Line(Struct):
    """One name line on the way to its decision."""

    place: int
    item: ReadContribution
    debate: int
    text: str
    printed: Printed
    person: Person | None = None
    basis: str | None = None
    reason: str | None = None
    candidates: tuple[Person, ...] = ()
    barred: tuple[str, ...] = ()  # ids of those of that name against whom the seat printed speaks


class _Naming:
    """The name lines of one sitting, decided in three passes: by themselves, by their debate, by the sitting."""

    def __init__(self, sitting: ReadSitting, roll: Roll, debates: Sequence[int], rulings: Mapping[str, Ruling]) -> None:
        self.sitting, self.roll, self.debates, self.rulings = sitting, roll, debates, rulings
        self.directory: Directory = roll.directory()
        self.house, self.day = sitting.house, sitting.date

    def decisions(self, lines: Sequence[tuple[int, ReadContribution]]) -> list[Decision]:
        self.lines = [self._line(place, item) for place, item in lines]
        for line in self.lines:
            if line.person is None and not line.item.mark.key:
                self._by_itself(line)
        self._reopen()
        for line in self._open():
            self._narrow(line)
        self._by_what_came_before()
        return [_decision(line) for line in self.lines if _ruled(line) or not line.item.mark.key]

    def _open(self) -> Iterator[_Line]:
        return (line for line in self.lines if line.person is None and not line.item.mark.key and not _ruled(line))

    def _line(self, place: int, item: ReadContribution) -> _Line:
        mark = item.mark
        text = _text(item)
        printed = read_printed(text)
        line = _Line(place, item, self.debates[item.section], text, printed)
        if ruling := self.rulings.get(item.source_id):
            line.person = self.roll.person(ruling.person_id) if ruling.person_id else None
            line.basis = f"judged by {ruling.by}: {ruling.grounds}"
            line.reason = None if line.person else line.basis
        elif mark.key:
            line.person = self.roll.person(mark.key)
        return line

    # --- by itself

    def _by_itself(self, line: _Line) -> None:
        if _ruled(line):
            return
        printed = line.printed
        if printed.name is None:
            self._by_office(line, printed.office or line.text)
            return
        candidates, standing = self.directory.called(printed.name, self.house, self.day)
        basis = _BASES.get(standing, "")
        if printed.seat and self.house == "commons":
            barred = {p.person_id for p in candidates if sits_elsewhere(self.directory, p, printed, standing, self.day)}
            candidates = tuple(p for p in candidates if p.person_id not in barred)
            line.barred = tuple(barred)
        if not candidates:
            candidates, basis = self._by_part_of_name(printed)
        if len(candidates) > 1:
            candidates, basis = self._by_parts(candidates, printed, basis)
        _settle(line, candidates, basis, ELSEWHERE if line.barred else NOT_ON_ROLL)

    def _reopen(self) -> None:
        """Where a seat speaks against a name once, the same name without a seat is not theirs by itself either."""
        barred = {(fold(line.printed.name or ""), one) for line in self.lines for one in line.barred}
        for line in self._told() if barred else ():
            bare = line.printed.seat is None and line.basis == _BASES[Standing.PERHAPS]
            if bare and line.person and (fold(line.printed.name or ""), line.person.person_id) in barred:
                line.person, line.basis, line.reason, line.candidates = None, None, ELSEWHERE, ()

    def _told(self) -> Iterator[_Line]:
        return (line for line in self.lines if line.person and not line.item.mark.key and not _ruled(line))

    def _by_part_of_name(self, printed: Printed) -> tuple[tuple[Person, ...], str]:
        """Candidates by surname and seat, or by surname alone where one member has it."""
        name = printed.name or ""
        if printed.seat and self.house == "commons" and self.directory.in_seat(printed.seat, self.day):
            named = member_for(self.directory, printed.seat, name, self.day)
            return named, "the member for the seat printed, of that surname"
        if is_peer(name):
            return (), ""
        found = self.directory.surnamed(name, self.house, self.day)
        return found, "the only member of that surname that day"

    def _by_parts(self, candidates: tuple[Person, ...], printed: Printed, basis: str) -> tuple[tuple[Person, ...], str]:
        """Candidates that the seat, party or office printed beside the name agrees with."""
        if printed.seat:
            sitting = {p.person_id for p in self.directory.in_seat(printed.seat, self.day)}
            if one := [p for p in candidates if p.person_id in sitting]:
                return tuple(one), "name and seat"
        if printed.office:
            holders = {p.person_id for p in self.directory.holders(printed.office, self.house, self.day)}
            if one := [p for p in candidates if p.person_id in holders]:
                return tuple(one), "name and office"
        return candidates, basis

    def _by_office(self, line: _Line, office: str) -> None:
        if presides(office):
            candidates = self.directory.presiding(office, self.house, self.day)
            _settle(line, candidates, "in the Chair that day", "the source does not say who was in the Chair")
            return
        candidates = self.directory.holders(office, self.house, self.day)
        _settle(line, candidates, "held that office that day", OFFICE_UNKNOWN)

    # --- by its debate

    def _narrow(self, line: _Line) -> None:
        """Two or more candidates: what others call them in the debate, and who asks and who answers."""
        if len(line.candidates) < 2 or line.printed.name is None:
            return
        for narrowed, basis in (
            (self._answering(line), "answers for the department asked"),
            (self._not_ministers(line), "ministers ask no questions"),
            (self._called_by_seat(line), "the seat that others in the debate name"),
        ):
            if len(narrowed) == 1:
                _settle(line, narrowed, basis, "")
                return

    def _answering(self, line: _Line) -> tuple[Person, ...]:
        if not _says(line, "answer", "reply"):
            return ()
        asked = self._department(line.item.section)
        return tuple(p for p in line.candidates if asked and asked in self._departments(p))

    def _not_ministers(self, line: _Line) -> tuple[Person, ...]:
        if not _says(line, "question", "ques"):
            return ()
        return tuple(p for p in line.candidates if not self._departments(p))

    def _called_by_seat(self, line: _Line) -> tuple[Person, ...]:
        """Of two with one full name, the one whose seat others name; of a surname alone it would tell nothing."""
        if " " not in fold(line.printed.name or ""):
            return ()
        if self._speaks_there(line):
            return ()
        named = self._seats_named(line.debate)
        surname = fold(line.printed.name or "").rpartition(" ")[2]
        return tuple(
            p
            for p in line.candidates
            if any(
                plain_words(m.constituency) in named and surname in named[plain_words(m.constituency)]
                for m in p.memberships
                if m.constituency
            )
        )

    def _speaks_there(self, line: _Line) -> bool:
        """Whether one of those who may be meant is told by itself in the debate: then either may speak again."""
        here = {one.person.person_id for one in self.lines if one.debate == line.debate and one.person}
        return any(person.person_id in here for person in line.candidates)

    def _seats_named(self, debate: int) -> dict[str, set[str]]:
        """The seats by which members are called in a debate, each with the surnames printed behind them."""
        if not hasattr(self, "_seats"):
            self._seats: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
            for line in self.lines:
                for seat, name in seats_named(line.item):
                    self._seats[line.debate][plain_words(seat)].add(fold(name).rpartition(" ")[2])
        return self._seats[debate]

    def _department(self, section: int) -> str | None:
        at: int | None = section
        while at is not None:
            here = self.sitting.sections[at]
            for words in (here.answering_body, here.title):
                if words and (found := department_of(words, self.day)):
                    return found
            at = here.parent
        return None

    def _departments(self, person: Person) -> set[str]:
        held = offices_on(person, self.day)
        return {office.department for office in held if office.kind == "government" and office.department}

    # --- by what came before

    def _by_what_came_before(self) -> None:
        """Short forms and bare offices, by the full form in the debate, else the only one of the sitting."""
        everywhere: dict[str, set[str]] = defaultdict(set)
        for line in self.lines:
            for handle in _handles(line):
                everywhere[handle].add(line.person.person_id if line.person else "?")
        before: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for line in self.lines:
            own = _short(line)
            if line.person is None and not line.item.mark.key and not _ruled(line) and not line.barred:
                if earlier := self._one_of(before[line.debate][own]):
                    _settle(line, (earlier,), "named in full earlier in the debate", "")
                elif len(line.candidates) != 1 and (one := self._alone(own, everywhere, line)):
                    _settle(line, (one,), "the only one so named in the sitting", "")
            if not line.item.mark.key:  # a source with ids does not follow the custom of print: full first, then short
                _note(line, before[line.debate])

    def _one_of(self, named: set[str]) -> Person | None:
        return self.roll.person(next(iter(named))) if len(named) == 1 else None

    def _alone(self, handle: str, everywhere: Mapping[str, set[str]], line: _Line) -> Person | None:
        """The only person of the sitting with this handle, if the lists know of no other of that surname."""
        named = everywhere.get(handle, set()) - {"?"}
        if len(named) != 1 or line.printed.name is None or line.reason == ELSEWHERE:
            return None
        person = self.roll.person(next(iter(named)))
        others = self.directory.bearing(line.printed.name, self.house, self.day)
        if person is None or any(other.person_id != person.person_id for other in others):
            return None
        return person


def _text(item: ReadContribution) -> str:
    """The name line as printed, with office and name together where the source parts them."""
    if item.attribution and "(" in item.attribution:
        return item.attribution
    name, office = item.mark.name, item.mark.office
    if name and office and name != office:
        return f"{office} ({name})"
    return name or office or ""


def _settle(line: _Line, candidates: tuple[Person, ...], basis: str, nobody: str) -> None:
    """Accept the only candidate; else keep them, with the reason."""
    line.candidates = candidates
    if len(candidates) == 1:
        line.person, line.basis, line.reason = candidates[0], basis, None
    elif candidates:
        line.reason = f"{len(candidates)} may be meant: {', '.join(p.name for p in candidates)}"
    else:
        line.reason = nobody


def _ruled(line: _Line) -> bool:
    return bool(line.basis and line.basis.startswith("judged by "))


def _says(line: _Line, *words: str) -> bool:
    told = (line.item.type or "").casefold()
    return any(told.endswith(word) for word in words)


def _short(line: _Line) -> str:
    """The handle by which an unresolved line may mean somebody named before."""
    if line.printed.name is None:
        return f"office:{plain_words(line.printed.office or line.text)}"
    return f"name:{fold(line.printed.name)}"


def _handles(line: _Line) -> Iterator[str]:
    """What later lines may call the person of this one: their name, its last words, the office printed."""
    if line.printed.office:
        yield f"office:{plain_words(line.printed.office)}"
    if line.printed.name:
        words = fold(line.printed.name).split()
        yield f"name:{' '.join(words)}"
        if not is_peer(line.printed.name):
            for start in range(1, len(words)):
                yield f"name:{' '.join(words[start:])}"


def _note(line: _Line, known: dict[str, set[str]]) -> None:
    """What a line tells of the handles it gives: of two by one name neither is meant, an office is its last holder's.

    A short form that was not told says nothing; a full one says that somebody unknown bears its handles.
    """
    who = line.person.person_id if line.person else "?"
    for handle in _handles(line):
        if handle.startswith("office:"):
            if line.person or line.printed.name:
                known[handle] = {who}
        elif line.person or " " in fold(line.printed.name or ""):
            known[handle].add(who)


def _decision(line: _Line) -> Decision:
    return Decision(
        line.place,
        line.text,
        fold(line.printed.name).rpartition(" ")[2] if line.printed.name else OFFICE_HANDLE,
        line.person.person_id if line.person else None,
        line.basis if line.person else None,
        None if line.person else line.reason,
        tuple(p.person_id for p in line.candidates),
        ruled=_ruled(line),
    )
