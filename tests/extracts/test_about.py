"""A person in a few words: no list says more of their years than it knows."""

from __future__ import annotations

from datetime import date

from onrecord.extracts.members import about
from onrecord.model import Membership, Person


def spell(seat: str | None, start: int | None, end: int | None, *, as_of: int | None = None) -> Membership:
    def day(year: int | None, month: int) -> date | None:
        return date(year, month, 5) if year else None

    house = "commons" if seat else "lords"
    return Membership(house, seat, None, day(start, 6), day(end, 5), "a list", day(as_of, 8))


def told(*spells: Membership) -> str:
    return about(Person("p1", "ada-thornbury", {}, "Ada Thornbury", memberships=spells))


def test_a_seat_held_over_elections_is_one_spell() -> None:
    assert told(spell("Low Furrow", 1997, 2001), spell("Low Furrow", 2001, 2005)) == "Low Furrow 1997–2005"
    assert told(spell("Low Furrow", 1997, 2001), spell("Low Furrow", 2005, 2010)) == "Low Furrow 1997–2001, 2005–2010"
    assert told(spell("Low Furrow", 1997, 2001), spell("Mudford", 2001, 2005)) == (
        "Low Furrow 1997–2001; Mudford 2001–2005"
    )


def test_a_spell_without_an_end_is_vouched_for_up_to_the_day_of_its_list() -> None:
    assert told(spell("Low Furrow", 2001, 2005), spell("Low Furrow", 2005, None, as_of=2009)) == (
        "Low Furrow 2001 to at least 2009"
    )
    assert told(spell(None, 2001, None)) == "Lords from 2001"
    assert told(spell(None, None, 2004)) == "Lords ?–2004"
    assert told() == "no membership known"
