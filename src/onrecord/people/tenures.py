"""Posts of one person, from all lists: one post where several lists mean the same one.

The years 1997 to 2010 stand in three lists under three sets of titles. Two entries are one
post if they are of one kind and rank, for one department, begin within a month of each other
and overlap; the fuller title is kept, the newest list knows the days, and its "still" does
not undo an end that another knows. A title settles the department where it is an office of
its own (the Prime Minister is paid by the Treasury), else the body printed beside it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

import msgspec
from msgspec import Struct

from ..model import Office
from .days import exact_day
from .departments import department_of
from .facts import Held
from .posts import head_of, is_whip, plain_words, ranks

_BEGINS_WITHIN = timedelta(days=31)
_OF_A_DEPARTMENT = ("government", "parliamentary")


class _Tenure(Struct, frozen=True):
    held: Held
    department: str | None
    post: frozenset[str]


def merge_tenures(helds: Sequence[Held]) -> tuple[Office, ...]:
    """One person's offices in order of time, each post once."""
    merged: list[_Tenure] = []
    for tenure in (_tenure(held) for held in sorted(set(helds), key=_order)):
        at = next((n for n, other in enumerate(merged) if _same(tenure, other)), None)
        if at is None:
            merged.append(tenure)
        else:
            merged[at] = _one(merged[at], tenure)
    return tuple(_office(t) for t in sorted(merged, key=lambda t: _order(t.held)))


@lru_cache(maxsize=16384)
def same_post(title: str, kind: str) -> frozenset[str]:
    """What makes two titles of one kind the same post: their ranks, or their words where they have none.

    >>> same_post("Assistant Whip, HM Treasury", "government"), same_post("Shadow Minister (Health)", "opposition")
    (frozenset({'whip'}), frozenset({'shadow minister health'}))
    """
    if kind == "parliamentary" and ("Ways and Means" in title or title.startswith("Speaker of the House of C")):
        return frozenset({"commons-chair"})
    if kind not in _OF_A_DEPARTMENT:
        return frozenset({plain_words(title)})
    if is_whip(title):
        return frozenset({"whip"})
    return ranks(title) or frozenset({plain_words(title)})


def _tenure(held: Held) -> _Tenure:
    return _Tenure(held, _department(held), same_post(held.title, held.kind))


def _department(held: Held) -> str | None:
    """The department on the first day of the post on which it can be told: lists use later names for earlier posts."""
    if held.kind not in _OF_A_DEPARTMENT or is_whip(held.title):
        return None
    days = (held.start, held.end, exact_day(held.as_of) if held.end is None else None)
    return next((found for day in days if day and (found := _department_by(held, day))), None)


def _department_by(held: Held, day: date) -> str | None:
    own = department_of(head_of(held.title).partition(",")[0], day)
    printed = department_of(held.department, day) if held.department and not is_whip(held.department) else None
    if own and ranks(held.title) & _OFFICES_OF_THEIR_OWN:
        return own
    return printed or department_of(held.title, day)


_OFFICES_OF_THEIR_OWN = frozenset(
    {
        "prime-minister",
        "attorney-general",
        "solicitor-general",
        "advocate-general",
        "duchy",
        "paymaster-general",
        "lord-president",
    }
)


def _same(one: _Tenure, other: _Tenure) -> bool:
    a, b = one.held, other.held
    if a.kind != b.kind or not a.start or not b.start or abs(a.start - b.start) > _BEGINS_WITHIN:
        return False
    if min(a.end or date.max, b.end or date.max) - max(a.start, b.start) < timedelta(days=1) and a.start != b.start:
        return False
    if not (one.post <= other.post or other.post <= one.post):
        return False
    return one.department == other.department or any(_bare(t) for t in (one, other))


def _bare(tenure: _Tenure) -> bool:
    """Whether a title is a rank and nothing else ("Minister of State")."""
    return (
        tenure.department is None and len(plain_words(tenure.held.title).split()) <= 3 and "(" not in tenure.held.title
    )


def _one(one: _Tenure, other: _Tenure) -> _Tenure:
    older, newer = sorted((one, other), key=lambda t: (t.held.as_of, t.held.source, t.held.title))
    fuller = max((older, newer), key=lambda t: (len(plain_words(t.held.title)), t.held.as_of, t.held.title))
    sources = sorted({s for t in (one, other) for s in t.held.source.split("; ")})
    held = msgspec.structs.replace(
        newer.held, title=fuller.held.title, end=newer.held.end or older.held.end, source="; ".join(sources)
    )
    return _Tenure(held, fuller.department or one.department or other.department, one.post | other.post)


def _order(held: Held) -> tuple[date, date, str, str, str, str, str]:
    first, last = held.start or date.min, held.end or date.max
    return (first, last, held.kind, held.title, held.department or "", held.as_of, held.source)


def _office(tenure: _Tenure) -> Office:
    held = tenure.held
    return Office(held.title, tenure.department, held.start, held.end, exact_day(held.as_of), held.source, held.kind)
