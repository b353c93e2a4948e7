"""The pack: everything ministers said on a bill or one of its provisions, ready to be set.

It gathers and proves; it decides nothing about what the words are worth. What was searched
is said stage by stage, the empty ones and those that are not held included, and each file
and each contribution is given with its sha256, so that an opponent can repeat it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from ..errors import NotHeldError, UsageError
from ..model import (
    Contribution,
    Excerpt,
    MinisterialContribution,
    Numbering,
    OtherStatement,
    Pack,
    PackMark,
    PackSource,
    Passage,
    Run,
)
from ..proceedings.citation import citation
from ..store.roll import StoredRoll
from ..store.schema import documents, editions, sittings
from .bill_answer import bill_of, minister_names
from .bill_stages import Unit, sitting_number, stages_of, units_of
from .bills import HeldBill, find_bill
from .contributions import Reader
from .debates import resolve
from .ministerial import RULE as BILL_RULE
from .ministerial import Query, ministerial
from .official_bill import official_bill, with_official, with_official_stages
from .pack_moved import Amendments
from .provision_answer import concerns, numbers_at, other_statement, provision_answer, wanted_provision
from .provision_map import Line
from .provision_uses import Use, uses_held


class PackQuery(NamedTuple):
    """What is asked for. `marks` are ID:START-END; `lines` a mapping of numbers."""

    bill: str
    provision: str | None = None
    marks: tuple[str, ...] = ()
    lines: Sequence[Line] | None = None


class _Found(NamedTuple):
    """What the bill or the provision answered."""

    excerpts: tuple[Excerpt, ...]
    numbering: tuple[Numbering, ...]
    others: tuple[OtherStatement, ...]
    notes: tuple[str, ...]
    amendments: Amendments
    rule: str
    provision: str | None = None


def pack(connection: Connection, roll: StoredRoll, query: PackQuery, made: date) -> Pack:
    """Everything a pack says. NotHeldError where no minister's words are held; UsageError for a mark that fits none."""
    held = find_bill(connection, query.bill)
    units = units_of(connection, held)
    gather = _provision if query.provision else _bill
    found = gather(connection, roll, query, held, units)
    reader = Reader(connection, roll)
    passages = _passages(found.excerpts, units)
    if not passages:
        raise NotHeldError(
            f"no minister’s words on the {held.name} are held", remedy="load its debates, or see `onrecord bill`"
        )
    shown = [c for passage in passages for c in passage.contributions]
    bill, stages = bill_of(held, units, roll), stages_of(units, minister_names(units, roll))
    if official := official_bill(connection, held):
        bill, stages = with_official(bill, official, roll), with_official_stages(stages, official)
    return Pack(
        bill=bill,
        provision=found.provision,
        focus_rule=found.rule,
        query={"bill": query.bill, "provision": query.provision, "marks": query.marks, "map": query.lines is not None},
        made=made,
        archive=_state(connection),
        counts=_counts(passages, found),
        notes=found.notes,
        stages=stages,
        numbering=found.numbering,
        passages=passages,
        others=found.others,
        amendments=found.amendments.shown(reader),
        grouped=found.amendments.shown_unmoved(reader),
        corrections=_corrections(reader, shown),
        revised=tuple(c.id for c in shown if c.revision > 1),
        sources=_sources(connection, {unit.top.sitting_id for unit in units}),
        marks=tuple(_mark(connection, mark, shown) for mark in query.marks),
    )


def _provision(
    connection: Connection, roll: StoredRoll, query: PackQuery, held: HeldBill, units: Sequence[Unit]
) -> _Found:
    answer = provision_answer(connection, roll, query.bill, query.provision or "", query.lines)
    sought = numbers_at(units, wanted_provision(query.provision or "", held.name), query.lines)
    amendments = Amendments(units, held.name, lambda on, unit: concerns(on, sought[id(unit)]))
    return _Found(
        answer.excerpts, answer.numbering, answer.others, answer.notes, amendments, answer.focus_rule, answer.provision
    )


def _bill(connection: Connection, roll: StoredRoll, query: PackQuery, held: HeldBill, units: Sequence[Unit]) -> _Found:
    answer = ministerial(connection, roll, Query(query.bill, per_page=100_000))
    focused = frozenset(c.id for e in answer.excerpts for run in e.runs for c in run.contributions if c.focus)
    others = [use for use in uses_held(connection, held, units) if use.spoken and use.said.row["id"] not in focused]
    numbering = tuple(_searched(unit, focused, others) for unit in units)
    listed = tuple(other_statement(use, roll) for use in others)
    return _Found(answer.excerpts, numbering, listed, (), Amendments(units, held.name), BILL_RULE)


def _searched(unit: Unit, focused: frozenset[str], others: Sequence[Use]) -> Numbering:
    found = sum(said.row["id"] in focused for said in unit.said)
    beside = sum(use.unit is unit for use in others)
    return Numbering(
        unit.stage,
        unit.top.house,
        unit.top.date,
        unit.top.id,
        (),
        "whole stage",
        focus=found,
        others=beside,
        chamber=unit.top.chamber,
        sitting_number=sitting_number(unit),
    )


def _passages(excerpts: Sequence[Excerpt], units: Sequence[Unit]) -> tuple[Passage, ...]:
    stage_of = {said.row["id"]: unit for unit in units for said in unit.said}
    found: list[Passage] = []
    for excerpt in excerpts:
        for place, run in enumerate(excerpt.runs):
            before = excerpt.omitted_between[place - 1] if place else excerpt.omitted_before
            last = place == len(excerpt.runs) - 1
            after = excerpt.omitted_after if last else excerpt.omitted_between[place]
            found.append(_passage(len(found) + 1, excerpt, run, before, after, stage_of))
    return tuple(found)


def _passage(number: int, excerpt: Excerpt, run: Run, before: int, after: int, stage_of: Mapping[str, Unit]) -> Passage:
    said = tuple(c for c in run.contributions if isinstance(c, MinisterialContribution))
    focus = [c for c in said if c.focus] or list(said)
    unit = stage_of.get(focus[0].id)
    return Passage(
        number=number,
        stage=unit.stage if unit else excerpt.debate.stage,
        house=excerpt.debate.house,
        chamber=excerpt.debate.chamber,
        date=excerpt.debate.date,
        title=excerpt.debate.title,
        headings=run.headings,
        contributions=said,
        omitted_before=before,
        omitted_after=after,
        citation=_cited(said),
        official=focus[0].source_url or excerpt.links.official,
        permalink=focus[0].permalink,
        sitting_number=sitting_number(unit) if unit else None,
    )


def _cited(said: Sequence[Contribution]) -> str | None:
    """The reference to a whole passage: from its first column to its last."""
    columns = [column for c in said for column in (c.column, c.column_end) if column]
    if not columns:
        return said[0].citation
    return citation(said[0].sitting, columns[0], columns[-1], bill=said[0].section.bill)


def _corrections(reader: Reader, shown: Sequence[Contribution]) -> tuple[Contribution, ...]:
    """The corrections of what is shown, whole."""
    ids = list(dict.fromkeys(identity for c in shown for identity in c.corrected_by))
    rows = reader.rows(ids)
    tree = reader.sections_of([row["debate_id"] for row in rows.values() if row["debate_id"]])
    return tuple(reader.contribution(rows[i], tree) for i in ids if i in rows and rows[i]["section_id"] in tree)


def _state(connection: Connection) -> dict[str, Any]:
    """What the archive held when it was asked."""
    days = select(func.count(), func.min(sittings.c.date), func.max(sittings.c.date)).select_from(sittings)
    count, first, last = connection.execute(days).one()
    files, newest = connection.execute(select(func.count(), func.max(documents.c.first_seen))).one()
    return {"sittings": count, "first": first, "last": last, "files": files, "newest_file_seen": newest}


def _counts(passages: Sequence[Passage], found: _Found) -> dict[str, int]:
    said = [c for passage in passages for c in passage.contributions]
    return {
        "debates": len(found.excerpts),
        "passages": len(passages),
        "ministers_contributions": sum(c.focus for c in said),
        "contributions_shown": len(said),
        "other_statements": len(found.others),
        "stages_searched": len(found.numbering),
        "stages_empty": sum(not one.focus for one in found.numbering),
        "amendments": len(found.amendments.moved),
        "grouped": len(found.amendments.unmoved),
    }


def _sources(connection: Connection, sitting_ids: set[str]) -> tuple[PackSource, ...]:
    query = (
        select(documents.c.sha256, documents.c.format, documents.c.path, editions.c.sitting_id, editions.c.leading)
        .join(editions, editions.c.sha256 == documents.c.sha256)
        .where(editions.c.sitting_id.in_(sitting_ids))
        .order_by(editions.c.sitting_id, documents.c.path, documents.c.sha256)
    )
    return tuple(
        PackSource(sha, format, path.rsplit("/", 1)[-1], sitting, leading)
        for sha, format, path, sitting, leading in connection.execute(query)
    )


def _mark(connection: Connection, mark: str, shown: Sequence[Contribution]) -> PackMark:
    """The words marked. UsageError for a mark that is not understood, or that is of nothing in the pack."""
    asked, _, span = mark.rpartition(":")
    start, _, end = span.partition("-")
    if not asked or not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        raise UsageError(f"{mark!r} marks nothing", remedy="write it as ID:START-END, such as c0123456789abcdef:10-40")
    contribution = next((c for c in shown if asked == c.id or asked in c.aliases), None)
    if contribution is None:
        found = resolve(connection, asked)
        contribution = next((c for c in shown if c.id == found.id), None)
    if contribution is None:
        raise UsageError(f"{asked} is not in this pack", remedy="mark a contribution that the pack shows")
    if not int(start) < int(end) <= len(contribution.text):
        raise UsageError(
            f"{span} is no stretch of {asked}", remedy=f"its text has {len(contribution.text):,} characters, from 0"
        )
    return PackMark(contribution.id, int(start), int(end))
