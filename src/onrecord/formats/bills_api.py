"""The Bills API's JSON: a bill, a bill's stages, and the lists by which people find them.

Nobody speaks in them, so nothing of them goes into the record; but they say what the record
does not: a bill's number in the service, the name it bore before, who sponsors it, and on
which days each stage was taken, in this archive or not. A list of stages says whose it is
only by its sittings or, where it has none, by its address or the file's name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from ..errors import BadInputError
from ..reading import BillFacts, Reading, StageDay
from .strict_json import parsed, typed

FORMAT = "bills-api"
_ONLY = "a bill's own answer (/Bills/{id}) or its stages (/Bills/{id}/Stages) is read"
_ADDRESS = re.compile(r"(?:/Bills/|bill[-_])(\d+)", re.IGNORECASE)
_TEXTS = ("shortTitle", "formerShortTitle", "longTitle", "summary")
_MARKS = (b'"billId"', b'"stageSittings"', b'"itemsPerPage"')


class Member(Struct, frozen=True, rename="camel"):
    member_id: int
    name: str | None = None


class Sponsor(Struct, frozen=True, rename="camel"):
    member: Member | None = None


class Bill(Struct, frozen=True, rename="camel"):
    bill_id: int
    short_title: str
    former_short_title: str | None = None
    long_title: str | None = None
    summary: str | None = None
    originating_house: str | None = None
    last_update: str | None = None
    sponsors: list[Sponsor] | None = None


class Sitting(Struct, frozen=True, rename="camel"):
    bill_id: int
    date: str | None = None


class Stage(Struct, frozen=True, rename="camel"):
    description: str
    house: str | None = None
    stage_sittings: list[Sitting] | None = None
    sort_order: int | None = None


class Stages(Struct, frozen=True, rename="camel"):
    items: list[Stage]


def may_be_bills(data: bytes) -> bool:
    """A quick look at the bytes: whether they may be an answer of this service."""
    return any(mark in data for mark in _MARKS)


def read_bills(data: bytes, name: str) -> Reading | None:
    """Read a bill or its stages; accept the service's other lists; None for what is not this service's."""
    answer = parsed(data, name)
    if not isinstance(answer, dict):
        return None
    if "billId" in answer and "shortTitle" in answer:
        return _bill(typed(answer, Bill, name, _ONLY), name)
    items = answer.get("items")
    if isinstance(items, list) and "itemsPerPage" in answer:
        if any(isinstance(item, dict) and "stageSittings" in item for item in items):
            return _stages(typed(answer, Stages, name, _ONLY), name)
        return _nothing(answer, "a list; nothing to take")
    return _nothing(answer, "publications of a bill; nothing to take") if "publications" in answer else None


def _bill(bill: Bill, name: str) -> Reading:
    sponsors = tuple(
        (f"mnis:{each.member.member_id}", each.member.name or "") for each in bill.sponsors or () if each.member
    )
    facts = BillFacts(
        bill_id=bill.bill_id,
        part="bill",
        edition=bill.last_update or "",
        title=_tidy(bill.short_title),
        former_title=_tidy(bill.former_short_title or "") or None,
        house=_house(bill.originating_house),
        sponsors=sponsors,
    )
    texts = (bill.short_title, bill.former_short_title, bill.long_title, bill.summary)
    words = sum(len((text or "").split()) for text in texts) + sum(len(sponsor.split()) for _, sponsor in sponsors)
    return Reading(FORMAT, (), words, {"bill": words} if words else {}, bills=(facts,))


def _stages(stages: Stages, name: str) -> Reading:
    owners = {sitting.bill_id for stage in stages.items for sitting in stage.stage_sittings or ()}
    if not owners:
        owners = {int(number) for number in _ADDRESS.findall(name)[-1:]}
    if len(owners) != 1:
        remedy = "put the bill's number into the file's name, as in bill-2818-stages.json"
        raise BadInputError("a list of stages does not say whose it is", where=name, remedy=remedy)
    days = tuple(day for stage in stages.items for day in _days(stage, name))
    newest = max((day.day.isoformat() for day in days if day.day), default="")
    facts = BillFacts(bill_id=owners.pop(), part="stages", edition=f"{newest} {len(days):04}", stages=days)
    words = sum(len(stage.description.split()) for stage in stages.items)
    return Reading(FORMAT, (), words, {"bill": words} if words else {}, bills=(facts,))


def _days(stage: Stage, name: str) -> Iterator[StageDay]:
    """A stage's days; a stage that has none yet is one without a day."""
    called = _stage_names().get(stage.description.strip().casefold(), _tidy(stage.description))
    days = sorted({sitting.date[:10] for sitting in stage.stage_sittings or () if sitting.date})
    for day in days or [""]:
        try:
            yield StageDay(called, _house(stage.house), date.fromisoformat(day) if day else None)
        except ValueError:
            raise BadInputError(f"no date: “{day}”", where=name, remedy="fetch it again") from None


def _nothing(answer: dict[str, Any], what: str) -> Reading:
    words = sum(_words_in(answer))
    return Reading(FORMAT, (), words, {"bill": words} if words else {}, (f"holds no proceedings: {what}",))


def _words_in(node: Any) -> Iterator[int]:
    """The words of every text in a list, but for addresses, days and codes."""
    if isinstance(node, list):
        for each in node:
            yield from _words_in(each)
    elif isinstance(node, dict):
        for key, each in node.items():
            if isinstance(each, str) and key in (*_TEXTS, "name", "description", "title"):
                yield len(each.split())
            else:
                yield from _words_in(each) if not isinstance(each, str) else ()


def _house(told: str | None) -> str | None:
    return {"commons": "commons", "lords": "lords"}.get((told or "").casefold())


def _tidy(text: str) -> str:
    return " ".join(text.split())


@cache
def _stage_names() -> dict[str, str]:
    with (Path(__file__).parent / "bill_stages.toml").open("rb") as file:
        names: dict[str, str] = tomllib.load(file)["stages"]
    return names
