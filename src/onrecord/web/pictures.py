"""Small pictures as numbers: bars, columns and a time line, which templates set as SVG.

They are drawn by hand and not by a charting library, because a page must come in
milliseconds, because a picture inside the page takes the reader's own colours (dark,
light, print), and because three shapes are all that is needed. Lengths are hundredths
of the picture's width or height; every picture stands beside a table with the numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import NamedTuple

from ..model import Membership, Office, PersonOnDay, Voice, YearCount
from .chambers import house_name

MOST_VOICES = 12
MOST_TICKS = 6


class Column(NamedTuple):
    """One upright bar: where it stands and how high it is, in hundredths."""

    label: str
    value: int
    left: float
    width: float
    height: float
    named: bool


class Bar(NamedTuple):
    """One stretch of a line; `open` where no list says that it has ended."""

    left: float
    width: float
    open: bool


class Line(NamedTuple):
    """One row of a time line: a seat held through several Parliaments is one row with a bar for each."""

    label: str
    accent: str
    bars: tuple[Bar, ...]


class TimeLine(NamedTuple):
    """Bars over years; `ticks` are years with their place."""

    lines: tuple[Line, ...]
    ticks: tuple[tuple[int, float], ...]


class Share(NamedTuple):
    """One speaker's part of a sitting, the longest being a hundred."""

    voice: Voice
    width: float


def columns(years: Sequence[YearCount]) -> tuple[Column, ...]:
    """Words by year, the silent years between left empty; each fifth year or so is named.

    >>> [(c.label, c.height) for c in columns([YearCount(2001, 1, 1, 50), YearCount(2003, 1, 1, 100)])]
    [('2001', 50.0), ('2002', 0.0), ('2003', 100.0)]

    The years after the last fill the picture up to a whole number of labels; they are empty.
    """
    if not years:
        return ()
    words = {year.year: year.words for year in years}
    first, last, most = min(words), max(words), max(words.values()) or 1
    step = max(1, ceil((last - first + 1) / MOST_TICKS))
    number = step * ceil((last - first + 1) / step)  # whole steps, so that each label stands under its year
    return tuple(
        Column(str(year), words.get(year, 0), round(100 * place / number, 2), round(80 / number, 2),
               round(100 * words.get(year, 0) / most, 2), place % step == 0)
        for place, year in enumerate(range(first, first + number))
    )  # fmt: skip


def years_found(years: Sequence[tuple[str, int]]) -> tuple[Column, ...]:
    """Hits by year, as a facet counts them."""
    counted = [YearCount(int(year), 0, 0, number) for year, number in sorted(years) if year.isdigit()]
    return columns(counted)


def peak(columns: Sequence[Column]) -> str:
    """The highest bar, in words, so that the others can be read.

    >>> peak(columns([YearCount(2001, 1, 1, 50), YearCount(2003, 1, 1, 1200)]))
    '1,200 (2003)'
    """
    highest = max(columns, key=lambda column: column.value)
    return f"{highest.value:,} ({highest.label})"


def shares(voices: Sequence[Voice]) -> tuple[Share, ...]:
    """Those who spoke most in a sitting."""
    most = max((voice.words for voice in voices), default=0) or 1
    return tuple(Share(voice, round(100 * voice.words / most, 2)) for voice in voices[:MOST_VOICES])


def time_line(person: PersonOnDay, today: date) -> TimeLine | None:
    """Seats and offices as bars, each from its first day to its last or to the last day that is vouched for."""
    spells: list[tuple[str, str, Membership | Office]] = [
        (f"{m.constituency or house_name(m.house)}{f', {m.party}' if m.party else ''}", m.house, m)
        for m in person.memberships
    ]
    spells += [(o.title, "office", o) for o in person.offices if o.kind == "government"]
    dated = [(label, accent, s.start, s.end or s.as_of or today, s.end) for label, accent, s in spells if s.start]
    if not dated:
        return None
    first, last = min(d[2] for d in dated), max(d[3] for d in dated)
    start, step = first.year, max(1, ceil((last.year + 1 - first.year) / MOST_TICKS))
    end = start + step * ceil((last.year + 1 - start) / step)

    def place(day: date) -> float:
        return 100 * (day - date(start, 1, 1)).days / ((end - start) * 365.25)

    rows: dict[tuple[str, str], list[Bar]] = {}
    for label, accent, begun, over, ended in sorted(dated, key=lambda d: (d[1] == "office", d[2])):
        bar = Bar(round(place(begun), 2), round(max(0.5, place(over) - place(begun)), 2), ended is None)
        rows.setdefault((label, accent), []).append(bar)
    lines = tuple(Line(label, accent, tuple(bars)) for (label, accent), bars in rows.items())
    return TimeLine(lines, tuple((year, round(place(date(year, 1, 1)), 2)) for year in range(start, end, step)))
