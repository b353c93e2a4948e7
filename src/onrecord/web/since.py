"""What has become of a speaker, said in a few words: as far as lists tell, and of which day they are.

Pages give seat, party and office of the day of the words. This is the note that tells what came later; it never
says "today", because no list is of today: what still holds in the newest list is last known of that list's day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ..model import HeldOffice, LastKnown, Office, Since, Standing
from .chambers import house_name
from .wording import day_of, short_date


def since_words(since: Since) -> tuple[str, ...]:
    """What differs from the day of the words, a fact each."""
    told = [f"later called {since.called}"] if since.called else []
    told += _sat_until(since.left, since.sat_until)
    told += [f"{_titles(offices)} until {short_date(end)}" for end, offices in _by_end(since.offices_until)]
    return (*told, *_last_known(since))


def standing_line(standing: Standing) -> str:
    """What somebody was last known to be.

    >>> standing_line(Standing(left="commons", sat_until=date(2013, 2, 5)))
    'In the Commons until 5 February 2013.'
    """
    line = "; ".join((*_sat_until(standing.left, standing.sat_until), *_last_known(standing)))
    return f"{line[:1].upper()}{line[1:]}."


def _sat_until(house: str | None, end: date | None) -> list[str]:
    return [f"in the {house_name(house).removeprefix('House of ')} until {short_date(end)}"] if house and end else []


def _last_known(told: Since | Standing) -> Iterable[str]:
    """Facts and offices of one list together, the older list first."""
    facts = ((told.house, "in the House"), (told.constituency, "for"), (told.party, ""))
    known = [(fact.as_of, _fact(fact, lead)) for fact, lead in facts if fact]
    known += [(office.as_of.isoformat(), _title(office)) for office in told.offices if office.as_of]
    for day in sorted(dict.fromkeys(day for day, _ in known)):
        words = dict.fromkeys(fact for as_of, fact in known if as_of == day)
        yield f"{', '.join(words)} (last known {_day(day)})"


def _fact(fact: LastKnown, lead: str) -> str:
    if lead == "in the House":
        return f"in the {house_name(fact.value).removeprefix('House of ')}"
    return f"{lead} {fact.value}".strip()


def _titles(offices: Sequence[Office | HeldOffice]) -> str:
    return "; ".join(dict.fromkeys(_title(office) for office in offices))


def _title(office: Office | HeldOffice) -> str:
    """The title, with the department where the title does not say which."""
    department = office.department
    return office.title if not department or department in office.title else f"{office.title} ({department})"


def _by_end(offices: Iterable[HeldOffice]) -> list[tuple[date, list[HeldOffice]]]:
    ends: dict[date, list[HeldOffice]] = {}
    for office in offices:
        if office.end:
            ends.setdefault(office.end, []).append(office)
    return sorted(ends.items())


def _day(as_of: str) -> str:
    """The day of a list; of some lists only the year is known."""
    return day_of(as_of) if len(as_of) == 10 else as_of
