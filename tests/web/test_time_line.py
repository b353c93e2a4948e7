"""A person's time line: one row for each seat and office, a bar for each spell of it, at its place among the years."""

from __future__ import annotations

from datetime import date

from onrecord.model import Membership, PersonOnDay
from onrecord.web.pictures import time_line

SPELLS = (
    Membership("commons", "Fen", "Labour", date(2001, 1, 1), date(2004, 12, 31), "a list"),
    Membership("commons", "Fen", "Labour", date(2005, 1, 1), None, "a list", date(2006, 12, 31)),
    Membership("lords", None, "Labour", date(2010, 1, 1), date(2012, 12, 31), "a list"),
)


def test_a_seat_held_twice_is_one_row() -> None:
    picture = time_line(PersonOnDay("twfy:1", "odo-marsh-1", {}, "Odo Marsh", memberships=SPELLS), date(2026, 1, 15))
    assert picture
    assert [(line.label, line.accent, len(line.bars)) for line in picture.lines] == [
        ("Fen, Labour", "commons", 2),
        ("House of Lords, Labour", "lords", 1),
    ]
    assert [bar.open for bar in picture.lines[0].bars] == [False, True]
    assert [year for year, _ in picture.ticks] == [2001, 2003, 2005, 2007, 2009, 2011]
    places = dict(picture.ticks)
    for line, year in ((0, 2001), (1, 2010 - 1)):
        assert abs(places[year] - picture.lines[line].bars[0].left) <= 100 / 12 + 0.1


def test_nobody_without_a_dated_spell_has_one() -> None:
    assert time_line(PersonOnDay("twfy:1", "odo-marsh-1", {}, "Odo Marsh"), date(2026, 1, 15)) is None
