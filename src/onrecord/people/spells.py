"""Memberships of one person, from all lists: one spell where several lists mean the same one.

A list with its own ids of spells is the finest; two readings of one id are one spell, and
the newer list knows its end, though its "still" does not undo an end that is known. Where
two editions name two parties for one spell and date no change, each party is kept for the
day it was seen. Spells without an id (the Members API's run over several parliaments) only
fill what the finer ones leave open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

import msgspec

from ..model import Membership
from .days import exact_day
from .facts import Sat
from .posts import plain_words

_DISSOLUTION = timedelta(days=60)  # nobody is a member between a dissolution and the next poll
_DAY = timedelta(days=1)


def merge_spells(sats: Sequence[Sat], seats: Mapping[str, str]) -> tuple[Membership, ...]:
    """One person's memberships in order of time. `seats` gives other spellings of a seat's name the listed one."""
    by_spell: dict[str, list[Sat]] = defaultdict(list)
    loose: set[Sat] = set()
    for sat in sats:
        by_spell[sat.spell].append(sat) if sat.spell else loose.add(sat)
    fine = [spell for _, readings in sorted(by_spell.items()) for spell in _one_spell(readings)]
    for sat in sorted(_newest_of_each(loose), key=_order):
        fine = _fill(fine, sat, seats)
    return tuple(_membership(sat) for sat in sorted(fine, key=_order))


def _one_spell(readings: Sequence[Sat]) -> list[Sat]:
    """One id's readings as one spell, or one for each party that editions saw without dating the change."""
    ordered = sorted(set(readings), key=lambda s: (s.as_of, s.source, _order(s)))
    end = next((s for s in reversed(ordered) if s.end), None)
    newest = ordered[-1]
    whole = msgspec.structs.replace(
        newest,
        start=newest.start or next((s.start for s in ordered if s.start), None),
        end=end.end if end else None,
        why_ended=end.why_ended if end else newest.why_ended,
        constituency=newest.constituency or next((s.constituency for s in reversed(ordered) if s.constituency), None),
        party=newest.party or next((s.party for s in reversed(ordered) if s.party), None),
        source="; ".join(dict.fromkeys(s.source for s in ordered)),
    )
    telling = [s for s in ordered if s.party and (s.end is None or s is newest)]
    runs = [list(run) for _, run in groupby(telling, key=lambda s: s.party)]
    if len(runs) < 2:
        return [whole]
    first, *others = [run[-1] for run in runs[:-1]]
    earlier = [msgspec.structs.replace(first, start=whole.start, end=None)]
    earlier += [msgspec.structs.replace(s, start=None, end=None) for s in others]
    return [*earlier, msgspec.structs.replace(whole, start=None, source=newest.source)]


def _newest_of_each(loose: set[Sat]) -> list[Sat]:
    """Loose spells, one for each House, seat, party and beginning: the newest reading, with an end if any knows one."""
    groups: dict[tuple[object, ...], list[Sat]] = defaultdict(list)
    for sat in loose:
        groups[(sat.house, sat.constituency, sat.party, sat.start)].append(sat)
    return [spell for same in groups.values() for spell in _one_spell(same)]


def _fill(fine: list[Sat], loose: Sat, seats: Mapping[str, str]) -> list[Sat]:
    """The finer spells, ended by the loose one where they are open, and what of it lies outside them."""
    covering = sorted((s for s in fine if _same_seat(s, loose, seats)), key=_order)
    kept = [s for s in fine if s not in covering]
    covering = [*covering[:-1], *(_completed(s, loose) for s in covering[-1:])]
    return [*kept, *covering, *_outside(loose, covering)]


def _same_seat(fine: Sat, loose: Sat, seats: Mapping[str, str]) -> bool:
    if fine.house != loose.house or fine.start is None:
        return False
    one, other = (_seat(s.constituency, seats) for s in (fine, loose))
    overlap = (loose.start or date.min) <= _last(fine) and fine.start <= (loose.end or date.max)
    return overlap and (one == other or not one or not other)


def _completed(fine: Sat, loose: Sat) -> Sat:
    """The last spell with what the loose one knows of it: its party, or, where both name party and seat, its end.

    A spell that names no party or no seat says nothing about how long those lasted.
    """
    spans = (loose.start or date.min) <= (fine.start or date.min) and (loose.end or date.max) >= _last(fine)
    if fine.party is None and spans:
        fine = msgspec.structs.replace(fine, party=loose.party)
    agree = loose.party is not None and fine.party == loose.party and (fine.house == "lords" or loose.constituency)
    if fine.end or not agree or not spans or loose.as_of < fine.as_of:
        return fine
    return msgspec.structs.replace(
        fine,
        end=loose.end,
        as_of=loose.as_of,
        why_ended=loose.why_ended if loose.end else None,
        source=f"{fine.source}; {loose.source}",
    )


def _outside(loose: Sat, covering: Sequence[Sat]) -> list[Sat]:
    """The stretches of a loose spell that no finer spell covers, dissolutions between them left out."""
    if loose.start is None or not covering:
        return [] if covering else [loose]
    rest: list[Sat] = []
    at = loose.start
    for spell in covering:
        begins = spell.start or at
        if begins - at > _DISSOLUTION:
            rest.append(msgspec.structs.replace(loose, start=at, end=begins - _DAY, why_ended=None))
        at = max(at, _last(spell) + _DAY) if _last(spell) < date.max else date.max
    until = loose.end or exact_day(loose.as_of) or date.max
    if until - min(at, until) > _DISSOLUTION:
        rest.append(msgspec.structs.replace(loose, start=at))
    return rest


def _last(sat: Sat) -> date:
    return sat.end or exact_day(sat.as_of) or sat.start or date.min


def _seat(name: str | None, seats: Mapping[str, str]) -> str:
    words = plain_words(name or "")
    return seats.get(words, words)


def _order(sat: Sat) -> tuple[date, date, str, str, str, str]:
    end = sat.end or date.max
    return (
        sat.start or exact_day(sat.as_of) or date.min,
        end,
        sat.house,
        sat.constituency or "",
        sat.party or "",
        sat.source,
    )


def _membership(sat: Sat) -> Membership:
    return Membership(
        sat.house, sat.constituency, sat.party, sat.start, sat.end, sat.source, exact_day(sat.as_of), sat.why_ended
    )
