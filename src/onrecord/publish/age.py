"""How long ago a day was, as people say it: in its largest unit and the one below it.

A date alone tells a reader little ("was that before the election?"); its age beside it does.
Years and months are those of the calendar, not 365 or 30 days, so that an anniversary is
a full year. Within a month, weeks; within a week, days. A day to come is said as such.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def ago(then: date, now: date) -> str:
    """The age of a day, seen from another.

    >>> ago(date(2024, 1, 15), date(2026, 11, 23))
    '2 years, 10 months ago'
    >>> ago(date(2024, 2, 20), date(2024, 5, 14)), ago(date(2024, 2, 7), date(2024, 5, 15))
    ('2 months, 3 weeks ago', '3 months, 1 week ago')
    >>> ago(date(2024, 5, 1), date(2024, 5, 1)), ago(date(2024, 4, 30), date(2024, 5, 1))
    ('today', 'yesterday')
    >>> ago(date(2024, 4, 10), date(2024, 5, 1)), ago(date(2024, 4, 8), date(2024, 5, 1))
    ('3 weeks ago', '3 weeks, 2 days ago')
    >>> ago(date(2024, 2, 29), date(2025, 2, 28)), ago(date(2024, 2, 29), date(2025, 3, 1))
    ('1 year ago', '1 year ago')
    >>> ago(date(2024, 5, 3), date(2024, 5, 1))
    'in 2 days'
    """
    days = (now - then).days
    if days in (0, 1):
        return "yesterday" if days else "today"
    if days == -1:
        return "tomorrow"
    said = _length(min(then, now), max(then, now))
    return f"{said} ago" if days > 0 else f"in {said}"


def _length(start: date, end: date) -> str:
    months = _whole_months(start, end)
    rest = (end - _months_after(start, months)).days
    counts = ((months // 12, "year"), (months % 12, "month"), (rest // 7, "week"), (rest % 7, "day"))
    largest = next(place for place, (count, _) in enumerate(counts) if count)
    said = counts[largest : largest + 2]
    return ", ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in said if count)


def _whole_months(start: date, end: date) -> int:
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if _months_after(start, months) <= end else months - 1


def _months_after(start: date, months: int) -> date:
    """The same day so many months later, or the month's last day where it has no such day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
