"""Ministers' words: in one debate, or in every stage of a bill, with what they answer.

In focus is every contribution of somebody who speaks there as a minister, and of whoever
is in charge of the bill; the Chair's and the clerk's words are nobody's here, whoever holds
the Chair. What is shown around them is chosen as for a member's excerpts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from msgspec import Struct, structs
from sqlalchemy import Connection

from ..errors import NotHeldError, UsageError
from ..model import MinisterHere, Ministerial, MinisterialContribution, Speaker
from ..store.asking import Row
from ..store.remembered import remembered
from ..store.roll import StoredRoll
from .bill_stages import units_of
from .bills import HeldBill, bill_of_debate, find_bill
from .contributions import Reader
from .debate_rows import debate_rows
from .debates import debate_of, resolve
from .excerpt import CONTEXTS, Turn
from .passages import Around, Dress, Told, passages, turns_of
from .places import Asked, Place, newest_first, paged
from .promoters import voices_in_charge
from .sitting_filters import SittingFilters

RULE = "every contribution of a minister speaking as one, and of whoever is in charge of the bill"
_NOBODY = frozenset({"procedural", "collective"})


class Query(Struct, frozen=True):
    """What was asked, as the answer repeats it."""

    debate_or_bill: str
    context: str = "reply"
    before: int = 1
    after: int = 1
    page: int = 1
    per_page: int = 10
    cursor: str | None = None
    chamber: str | None = None
    parliament: str | None = None
    session: str | None = None


def ministerial(connection: Connection, roll: StoredRoll, query: Query) -> Ministerial:
    """One page of ministers' words, in the order of the record."""
    _check(query)
    debate_ids, within, promoters = _scope(connection, query.debate_or_bill)
    rows = debate_rows(connection, debate_ids)
    told = turns_of(connection, debate_ids)
    looked_at = {debate: _focus(*told[debate], within, promoters) for debate in debate_ids}
    chosen = SittingFilters(chamber=query.chamber, parliament=query.parliament, session=query.session)
    rows = [row for row in rows if looked_at[row["id"]] and chosen.admit(row["house"], row["chamber"], row["date"])]
    asked = Asked(query.page, query.per_page, query.cursor)
    shown, following = paged(sorted(rows, key=_place), asked, _place)
    around = Around(query.context, query.before, query.after)
    return Ministerial(
        focus_rule=RULE,
        query={name: value for name, value in structs.asdict(query).items() if value is not None},
        total=len(rows),
        page=asked.number,
        pages=asked.pages(len(rows)),
        excerpts=passages(Reader(connection, roll), shown, told, looked_at, around, dress(told, promoters)),
        next=following,
    )


def _place(row: Row) -> Place:
    """In the order in which a bill's stages are told."""
    return -newest_first(row["date"]), row["house"], row["chamber"], row["ordinal"], row["id"]


def dress(told: Told, promoters: frozenset[str]) -> Dress:
    """What makes a contribution say as which minister somebody speaks, or that they are in charge of the bill."""
    voices = {turn.id: turn for turns, _ in told.values() for turn in turns}

    def dressed(**facts: Any) -> MinisterialContribution:
        turn = voices[facts["id"]]
        minister = _minister(facts) if facts["focus"] and turn.role == "minister" else None
        in_charge = bool(facts["focus"] and minister is None and turn.voice in promoters)
        return MinisterialContribution(**facts, minister=minister, promoter=in_charge)

    return dressed


def is_ministers(turn: Turn) -> bool:
    """Whether somebody speaks here as a minister."""
    return turn.role == "minister" and turn.kind not in _NOBODY and not turn.procedural


def _focus(
    turns: Sequence[Turn], standing: Sequence[str], within: frozenset[str] | None, promoters: frozenset[str]
) -> frozenset[str]:
    return frozenset(
        turn.id
        for turn, section in zip(turns, standing, strict=True)
        if (within is None or section in within)
        and (is_ministers(turn) or (turn.voice in promoters and turn.role != "chair" and turn.kind not in _NOBODY))
    )


def _minister(facts: Mapping[str, Any]) -> MinisterHere:
    capacity, speaker = facts["capacity"], facts["speaker"]
    title = _printed_office(facts["attribution"]) if capacity.basis == "printed" else None
    if title is None and isinstance(speaker, Speaker):
        held = [office.title for office in speaker.offices if office.department == capacity.department]
        title = next(iter(held or [office.title for office in speaker.offices]), None)
    return MinisterHere(title, capacity.department, capacity.basis)


def _printed_office(attribution: str | None) -> str | None:
    """The office in "The Minister for Fog (Ann Poe)".

    >>> _printed_office("The Minister for Fog (Ann Poe)"), _printed_office("Ann Poe (Hull) (Ind)")
    ('The Minister for Fog', None)
    """
    if not attribution or not attribution.endswith(")") or not attribution.startswith("The "):
        return None
    return attribution.rsplit(" (", 1)[0]


def _scope(connection: Connection, asked: str) -> tuple[list[str], frozenset[str] | None, frozenset[str]]:
    """The debates asked for, the sections in them (None: all), and the voices in charge of the bill."""
    try:
        debate = debate_of(connection, resolve(connection, asked))
    except NotHeldError:
        return _bill_scope(connection, _bill(connection, asked))
    bill = bill_of_debate(connection, debate)
    return [debate], None, _in_charge(connection, bill) if bill else frozenset()


def _bill(connection: Connection, asked: str) -> HeldBill:
    try:
        return find_bill(connection, asked)
    except NotHeldError as error:
        raise NotHeldError(f"no debate has the id {asked}, and {error.what}", remedy=error.remedy) from None


def _bill_scope(connection: Connection, bill: HeldBill) -> tuple[list[str], frozenset[str], frozenset[str]]:
    debates = list(dict.fromkeys(section.debate_id for section in bill.sections))
    return debates, frozenset(section.id for section in bill.sections), _in_charge(connection, bill)


def _in_charge(connection: Connection, bill: HeldBill) -> frozenset[str]:
    """The voices in charge of a bill. Everything said on it is read to tell them, so they are kept in mind."""
    told = remembered(connection, "in charge of bills")
    if bill.id not in told:
        told[bill.id] = voices_in_charge(units_of(connection, bill))
    return cast("frozenset[str]", told[bill.id])


def _check(query: Query) -> None:
    if query.context not in CONTEXTS:
        raise UsageError(f"there is no context {query.context!r}", remedy=f"use one of {', '.join(CONTEXTS)}")
    if query.page < 1 or query.per_page < 1:
        raise UsageError("pages are counted from 1", remedy="give --page and --per-page 1 or more")
