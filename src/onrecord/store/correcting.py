"""From a correction to the words that it corrects, among what is held: one contribution, or an honest gap.

A service's field settles it. Else the reference tells House, day and columns, and the
words that are reprinted tell which contribution there: the words decide, columns only
choose among several, since sources mark columns differently. This is asked anew whenever
either sitting is written, in the same transaction, so the order of loading cannot matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
from rapidfuzz import fuzz
from sqlalchemy import Connection, RowMapping, select, update

from ..normal import normalise
from ..proceedings.columns import Columns, number_of
from ..proceedings.corrections import PrintedCorrection, reference_of
from .asking import asked
from .rows import decode_contribution
from .schema import aliases, contributions, corrections, sittings

_NEAR = 92  # in a hundred: a reprint may tidy a word, and no more
_TOUCHED = """
SELECT id FROM corrections WHERE sitting_id = ? OR target_sitting = ?
UNION SELECT c.id FROM corrections c JOIN sittings s ON s.date = c.date AND s.house = c.house WHERE s.id = ?
"""
_WAITING = """
SELECT id, told FROM corrections WHERE status = 'field' AND target_id IS NULL AND EXISTS (
    SELECT 1 FROM sittings s WHERE s.id = ? AND s.chamber IN ('written-answers', 'written-statements', 'corrections'))
"""
_FEW = 4  # words: fewer prove nothing alone


class Found(NamedTuple):
    """What a correction corrects, and how that is known; or why it is not."""

    target: str | None = None
    sitting: str | None = None
    basis: str | None = None
    reason: str | None = None


class _Standing(NamedTuple):
    """A contribution of the day: its words as they compare, and the columns that it may stand in."""

    id: str
    sitting: str
    voice: str | None
    text: str
    columns: Columns | None


def link_corrections(connection: Connection, identity: str) -> None:
    """Find what the corrections of a sitting correct, and again what others correct in it."""
    if not asked(connection, "SELECT 1 FROM corrections LIMIT 1"):
        return
    touched = {own for (own,) in asked(connection, _TOUCHED, (identity, identity, identity))}
    touched |= set(_waiting_for(connection, identity))
    if not touched:
        return
    theirs = select(corrections).where(corrections.c.id.in_(touched)).order_by(corrections.c.id)
    for row in connection.execute(theirs).mappings().all():
        if row["status"] == "possible":
            continue
        found = _by_field(connection, row["told"]) if row["told"] else _by_reference(connection, row)
        values = {"target_id": found.target, "target_sitting": found.sitting, "basis": found.basis}
        one = update(corrections).where(corrections.c.id == row["id"])
        connection.execute(one.values(**values, reason=found.reason))


def _waiting_for(connection: Connection, identity: str) -> list[str]:
    """The corrections by a service's field that found nothing yet, and name something in this written sitting."""
    waiting = asked(connection, _WAITING, (identity,))
    if not waiting:
        return []
    held = asked(connection, "SELECT alias FROM aliases WHERE sitting_id = ?", (identity,))
    items = {part for (alias,) in held for part in (alias, alias.split("/")[0])}
    return [own for own, told in waiting if told in items]


def _by_field(connection: Connection, told: str) -> Found:
    """By the id that the service gives: of the very text, or of the item that holds it."""
    named = (aliases.c.alias == told) | aliases.c.alias.in_([f"{told}/text", f"{told}/answer"])
    within = aliases.c.alias.between(f"{told}/", f"{told}/\uffff") & aliases.c.alias.endswith("/answer")
    query = select(aliases.c.target, aliases.c.sitting_id).where(aliases.c.kind == "contribution")
    for condition in (named, within):
        rows = connection.execute(query.where(condition).order_by(aliases.c.alias)).all()
        if len(rows) == 1:
            return Found(rows[0].target, rows[0].sitting_id, "field")
        if rows:
            return Found(reason=f"several answers are held as {told}")
    return Found(reason=f"{told} is not held")


def _by_reference(connection: Connection, row: RowMapping) -> Found:
    if row["date"] is None:
        return Found(reason="it gives no reference that can be read")
    of_day = (sittings.c.date == row["date"]) & (sittings.c.house == row["house"]) & (sittings.c.state == "held")
    held = connection.execute(select(sittings.c.id).where(of_day, sittings.c.chamber != "corrections"))
    days = [identity for (identity,) in held]
    if not days:
        return Found(reason=f"no sitting of the {row['house'].title()} on {row['date'].isoformat()} is held")
    columns = tuple(Columns(*each) for each in msgspec.json.decode(row["columns"] or "[]"))
    standing = [each for identity in sorted(days) for each in _standing(connection, identity)]
    return _chosen(row["quote"], row["voice"], columns, standing)


def _standing(connection: Connection, identity: str) -> Iterator[_Standing]:
    """The contributions of a sitting; each may run on to the column in which the next begins."""
    query = select(contributions).where(contributions.c.sitting_id == identity).order_by(contributions.c.ordinal)
    rows = [(row, decode_contribution(row["data"])) for row in connection.execute(query).mappings()]
    end: Columns | None = None
    found: list[_Standing] = []
    for row, cell in reversed(rows):
        start = number_of(cell.column)
        last = number_of(cell.column_end) or end or start
        span = start._replace(last=last.last) if start and last and last.part == start.part else start
        text = normalise(" ".join(paragraph.text for paragraph in cell.paragraphs))
        found.append(_Standing(row["id"], identity, row["voice"], text, span))
        end = start or end
    yield from reversed(found)


def _chosen(quote: str, voice: str | None, columns: Sequence[Columns], standing: Sequence[_Standing]) -> Found:
    words = normalise(quote)
    there = [each for each in standing if _in(each, columns)]
    if len(words.split()) < _FEW:
        own = [each for each in there if voice and each.voice == voice]
        return _one(own, "column", "the reference leads to several contributions, or to none, of whoever is corrected")
    exact = [each for each in standing if f" {words} " in f" {each.text} "]
    exact = [each for each in exact if each.voice == voice] or exact
    if exact:
        both = [each for each in exact if each in there]
        if both or len(exact) == 1:
            return _one(both or exact, "column and text" if both else "text", "several contributions there read so")
        return Found(reason="several contributions of that day read so")
    near = [each for each in there or standing if fuzz.partial_ratio(words, each.text) >= _NEAR]
    near = [each for each in near if each.voice == voice]
    return _one(near, "column and near text" if there else "near text", "nothing held of that day has these words")


def _in(each: _Standing, columns: Sequence[Columns]) -> bool:
    own = each.columns
    if own is None:
        return False
    return any(own.part == c.part and own.first <= c.last and own.last >= c.first for c in columns)


def _one(found: Sequence[_Standing], basis: str, otherwise: str) -> Found:
    if len(found) != 1:
        return Found(reason=otherwise)
    return Found(found[0].id, found[0].sitting, basis)


def correction_rows(
    printed: Sequence[PrintedCorrection],
    ids: Sequence[str | None],
    voices: Sequence[str | None],
    identity: str,
    house: str,
) -> Iterator[dict[str, Any]]:
    """Rows for the corrections of a sitting. `ids`, `voices`: of each contribution; no id for what is not shown."""
    for number, each in enumerate(printed):
        own = ids[each.by]
        if own is None:
            continue
        yield {
            "id": f"{own}-{number}",
            "sitting_id": identity,
            "contribution_id": own,
            "quoted_id": ids[each.quoted] if each.quoted is not None else None,
            "status": each.status,
            "told": each.of,
            "reference": each.reference,
            **_reference(each, house),
            "voice": voices[each.quoted] if each.quoted is not None else None,
            "quote": each.quote,
            "target_id": None,
            "target_sitting": None,
            "basis": None,
            "reason": None,
        }


def _reference(printed: PrintedCorrection, house: str) -> dict[str, Any]:
    reference = reference_of(printed.reference)
    if reference is None:
        return {"house": None, "date": None, "volume": None, "columns": None}
    return {
        "house": reference.house or house,
        "date": reference.date.isoformat() if reference.date else None,
        "volume": reference.volume,
        "columns": msgspec.json.encode(reference.columns).decode(),
    }
