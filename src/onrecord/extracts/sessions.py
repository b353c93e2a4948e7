"""Which session of Parliament a day belongs to: a bill lives in one, and most sources do not name it.

A dated data file, since nothing in a day's proceedings says so. Days before its first session,
or between two, have none.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ..errors import UsageError

_CENTURY = re.compile(r"[-–/](?:\d\d(?=\d\d$))?")


class Session(NamedTuple):
    """A session by its usual name, with its first and last day."""

    name: str
    first: date
    last: date


def session_on(day: date) -> str | None:
    """The session in which a day falls.

    >>> session_on(date(2009, 10, 27)), session_on(date(2023, 3, 28)), session_on(date(1909, 4, 1))
    ('2008-09', '2022-23', None)
    """
    return next((session.name for session in sessions() if session.first <= day <= session.last), None)


def session_between(name: str) -> tuple[date, date]:
    """The first and last day of a session, as it is usually named. UsageError for one that is not known.

    >>> session_between("2022-23"), session_between("2022–23") == session_between("2022/2023")
    ((datetime.date(2022, 5, 10), datetime.date(2023, 10, 26)), True)
    """
    asked = _CENTURY.sub("-", name.strip())
    for session in sessions():
        if asked == _CENTURY.sub("-", session.name):
            return session.first, session.last
    known = ", ".join(session.name for session in sessions())
    raise UsageError(f"no session is known as {name!r}", remedy=f"use one of {known}")


def follows(later: str, earlier: str) -> bool:
    """Whether one session is the next after another.

    >>> follows("2009-10", "2008-09"), follows("2010-12", "2008-09")
    (True, False)
    """
    names = [session.name for session in sessions()]
    return later in names and earlier in names and names.index(later) == names.index(earlier) + 1


@cache
def sessions() -> tuple[Session, ...]:
    """Every session known, oldest first."""
    table = tomllib.loads(files(__package__).joinpath("sessions.toml").read_text(encoding="utf-8"))
    return tuple(Session(row["name"], row["first"], row.get("last", date.max)) for row in table["session"])
