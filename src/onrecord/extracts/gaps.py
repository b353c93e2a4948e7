"""What is missing between sittings that are held: told by columns and by running numbers.

A gap between two things held is known. Columns are numbered from 1 in each volume, so that
what lies before the first sitting held of a volume is known too where a source tells the
volume; it is told, and not counted as missing, since nobody need hold whole volumes. What
lies behind the last thing held is not known. Numbers of oral questions have holes by
themselves, since questions are withdrawn or not reached: those are told, and never counted.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from ..model import Gap, HeldSitting
from ..store.asking import lots
from ..store.schema import series
from .sessions import session_on

_DIGITS = re.compile(r"\d+")
_EACH_DAY = frozenset({"lords"})  # Houses that number their divisions anew each day
_SOFT = frozenset({"questions"})


def gaps(connection: Connection, sittings: Sequence[HeldSitting], *, openings: bool = True) -> tuple[Gap, ...]:
    """Every gap among these sittings, oldest first; `openings`: also before the first one held of a volume."""
    held = sorted((s for s in sittings if s.state == "held"), key=lambda s: (s.date, s.chamber, s.house))
    found = [*_columns(held, openings), *_numbers(connection, held)]
    return tuple(sorted(found, key=lambda gap: (gap.start, gap.end, gap.house, gap.chamber, gap.kind, gap.scope or "")))


def _columns(held: Sequence[HeldSitting], openings: bool) -> Iterator[Gap]:
    chambers: dict[tuple[str, str], list[HeldSitting]] = defaultdict(list)
    for sitting in held:
        if sitting.columns and sitting.chamber in _data()["columns"]:
            chambers[sitting.house, sitting.chamber].append(sitting)
    for (house, chamber), own in chambers.items():
        allowed: int = _data()["columns"][chamber]
        for before, after in pairwise(own):
            last, first = _column(before, -1), _column(after, 0)
            if last is None or first is None or not _neighbours(before, after):
                continue
            count = first - last - 1
            if count > allowed:
                yield Gap("columns", house, chamber, before.date, after.date, last + 1, first - 1, count)
        if openings:
            yield from _openings(own, allowed)


def _openings(own: Sequence[HeldSitting], allowed: int) -> Iterator[Gap]:
    """What lies between the beginning of a volume and the first sitting of it that is held."""
    for run in _runs(own):
        volume, first = next((each.volume for each in run if each.volume), None), _column(run[0], 0)
        if volume and first and first - 1 > allowed:
            day = run[0].date
            yield Gap(
                "columns", run[0].house, run[0].chamber, day, day, 1, first - 1, first - 1,
                scope=f"volume {volume}", firm=False,
            )  # fmt: skip


def _runs(own: Sequence[HeldSitting]) -> Iterator[list[HeldSitting]]:
    """Sittings that may stand in one volume, in the order of their columns."""
    run: list[HeldSitting] = []
    for sitting in own:
        first, last = _column(sitting, 0), _column(run[-1], -1) if run else None
        follows = bool(run) and _neighbours(run[-1], sitting) and (first or 0) >= (last or 0)
        if run and not follows:
            yield run
            run = []
        run.append(sitting)
    if run:
        yield run


def _neighbours(before: HeldSitting, after: HeldSitting) -> bool:
    """Whether two sittings may stand in one volume."""
    if before.volume and after.volume:
        return before.volume == after.volume
    apart: int = _data()["days"]["apart"]
    return (after.date - before.date).days <= apart


def _column(sitting: HeldSitting, end: int) -> int | None:
    found = _DIGITS.search(sitting.columns[end]) if sitting.columns else None
    return int(found[0]) if found else None


def _numbers(connection: Connection, held: Sequence[HeldSitting]) -> Iterator[Gap]:
    by_id = {sitting.id: sitting for sitting in held}
    runs: dict[tuple[str, ...], list[tuple[HeldSitting, list[int]]]] = defaultdict(list)
    for identity, kind, scope, numbers in _rows(connection, by_id):
        runs[_run(by_id[identity], kind, scope)].append((by_id[identity], msgspec.json.decode(numbers)))
    for (kind, scope, *_), told in runs.items():
        told.sort(key=lambda each: (each[0].date, each[1]))
        marked = [(number, sitting) for sitting, numbers in told for number in numbers]
        yield from _holes(kind, scope, sorted(marked, key=lambda each: (each[0], each[1].date)))


def _holes(kind: str, scope: str, marked: Sequence[tuple[int, HeldSitting]]) -> Iterator[Gap]:
    for (number, before), (following, after) in pairwise(marked):
        if following - number > 1:
            first, last = number + 1, following - 1
            yield Gap(
                kind, before.house, before.chamber, before.date, after.date, first, last, last - first + 1,
                scope=scope or None, firm=kind not in _SOFT,
            )  # fmt: skip


def _run(sitting: HeldSitting, kind: str, scope: str) -> tuple[str, ...]:
    """What numbers run on through: a session, or a day."""
    if kind == "questions" or (kind == "divisions" and sitting.house in _EACH_DAY):
        return kind, scope, sitting.house, sitting.date.isoformat()
    chamber = sitting.chamber if kind != "divisions" or scope else ""
    return kind, scope, sitting.house, chamber, session_on(sitting.date) or sitting.date.isoformat()


def _rows(connection: Connection, wanted: Iterable[str]) -> Iterator[tuple[str, str, str, str]]:
    for lot in lots(sorted(wanted)):
        query = select(series).where(series.c.sitting_id.in_(lot))
        for row in connection.execute(query):
            yield row.sitting_id, row.kind, row.scope, row.numbers


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("gaps.toml").read_text(encoding="utf-8"))
