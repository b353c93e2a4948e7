"""The Hansard API's JSON as structs, and the refusal of whatever is not whole or not that.

Members that we do not know are let through; the API adds some. Those that bear words are
in every answer, if only as null: where one is absent, it is there under a garbled name or
was cut away, and the file is refused, since its words would be gone without a sound.
Which answer of the service a file holds is told by the members it has, because a folder
of recorded answers holds them side by side; what is none of them is refused by what it is.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from ..errors import BadInputError
from .strict_json import parsed, typed

_ONLY = "a debate's own file (/debates/debate/{id}.json), a division's or a search for contributions is read"


class Overview(Struct, frozen=True, rename="pascal"):
    ext_id: str
    date: str
    title: str | None
    id: int | None = None
    hrs_tag: str | None = msgspec.field(name="HRSTag", default=None)
    location: str | None = None
    house: str | int | None = None
    source: str | int | None = None
    volume_no: int | None = None
    content_last_updated: str | None = None


class Ancestor(Struct, frozen=True, rename="pascal"):
    title: str | None
    id: int | None = None
    parent_id: int | None = None
    sort_order: int | None = None
    external_id: str | None = None
    hrs_tag: str | None = msgspec.field(name="HRSTag", default=None)


class Entry(Struct, frozen=True, rename="pascal"):
    value: str | None
    item_type: str | None = None
    item_id: int | None = None
    member_id: int | None = None
    attributed_to: str | None = None
    timecode: str | None = None
    external_id: str | int | None = None
    hrs_tag: str | None = msgspec.field(name="HRSTag", default=None)
    uin: str | int | None = msgspec.field(name="UIN", default=None)


class Debate(Struct, frozen=True, rename="pascal"):
    overview: Overview
    items: list[Entry] | None
    navigator: list[Ancestor] | None = None
    child_debates: list[Debate] | None = None


class Voter(Struct, frozen=True, rename="pascal"):
    list_as: str | None
    member_id: int | None = None
    is_teller: bool = False
    sort_order: int | None = None


class DivisionFile(Struct, frozen=True, rename="pascal"):
    external_id: str
    date: str
    house: str | int
    debate_section_ext_id: str
    aye_members: list[Voter]
    noe_members: list[Voter]
    time: str | None = None
    debate_section: str | None = None
    debate_section_source: str | int | None = None
    number: str | int | None = None
    ayes_count: int | None = None
    noes_count: int | None = None
    text_before_vote: str | None = None
    text_after_vote: str | None = None
    is_committee_division: bool | None = False


class Found(Struct, frozen=True, rename="pascal"):
    """A contribution that a search found. `contribution_text` is its first 255 characters without mark-up."""

    contribution_ext_id: str
    debate_section_ext_id: str
    sitting_date: str
    section: str
    house: str | int
    member_name: str | None = None
    member_id: int | None = None
    attributed_to: str | None = None
    item_id: int | None = None
    contribution_text: str | None = None
    contribution_text_full: str | None = None
    hrs_tag: str | None = msgspec.field(name="HRSTag", default=None)
    timecode: str | None = None
    debate_section: str | None = None
    order_in_debate_section: int | None = None
    debate_section_order: int | None = None


class SearchAnswer(Struct, frozen=True, rename="pascal"):
    results: list[Found]
    total_result_count: int | None = None


class CalendarDay(Struct, frozen=True, rename="pascal"):
    house: str
    item_date: str


class Calendar(Struct, frozen=True):
    days: list[CalendarDay]


class ListedDivision(Struct, frozen=True, rename="pascal"):
    external_id: str
    date: str
    ayes_count: int | None
    noes_count: int | None
    debate_section: str | None = None
    text_before_vote: str | None = None
    text_after_vote: str | None = None


class Divisions(Struct, frozen=True):
    divisions: list[ListedDivision]


class ListedDebate(Struct, frozen=True, rename="pascal"):
    debate_section_ext_id: str
    sitting_date: str
    title: str | None = None


class Debates(Struct, frozen=True):
    debates: list[ListedDebate]


Listing = Calendar | Divisions | Debates


def decode(data: bytes, name: str) -> Debate | DivisionFile | SearchAnswer | Listing:
    """An answer of the Hansard API from a file's bytes. Raises BadInputError for anything else."""
    answer = parsed(data, name)
    if isinstance(answer, dict) and "Overview" in answer:
        _refuse_garbled(answer, name)
        return typed(answer, Debate, name, _ONLY)
    if isinstance(answer, dict) and "AyeMembers" in answer and "NoeMembers" in answer:
        return typed(answer, DivisionFile, name, _ONLY)
    entries = answer.get("Results") if isinstance(answer, dict) else answer
    first = entries[0] if isinstance(entries, list) and entries else None
    keys = first.keys() if isinstance(first, dict) else set()
    if isinstance(answer, dict) and ("ContributionExtId" in keys or (entries == [] and "SearchTerms" in answer)):
        return typed(answer, SearchAnswer, name, _ONLY)
    if "AyesCount" in keys:
        return Divisions(typed(entries, list[ListedDivision], name, _ONLY))
    if "ItemDate" in keys:
        return Calendar(typed(entries, list[CalendarDay], name, _ONLY))
    if "DebateSectionExtId" in keys and "Title" in keys:
        return Debates(typed(entries, list[ListedDebate], name, _ONLY))
    raise BadInputError(f"no proceedings: this is {_what(answer)}", where=name, remedy=_ONLY)


def _refuse_garbled(debate: dict[str, Any], name: str) -> None:
    """Refuse a debate one of whose lists stands under a name that is none of the service's."""
    strange = [key for key, value in debate.items() if key not in _LISTS and _is_of_a_debate(value)]
    if strange and not debate.keys() >= _LISTS:
        lacks = ", ".join(sorted(_LISTS - debate.keys()))
        what = f'a debate with "{strange[0][:40]}" and without {lacks}'
        raise BadInputError(what, where=name, remedy="fetch it again")
    children = debate.get("ChildDebates")
    for child in children if isinstance(children, list) else ():
        if isinstance(child, dict):
            _refuse_garbled(child, name)


def _is_of_a_debate(value: Any) -> bool:
    first = value[0] if isinstance(value, list) and value else None
    return isinstance(first, dict) and not first.keys().isdisjoint({"Overview", "Title", "Value"})


_LISTS = {"Navigator", "Items", "ChildDebates"}


def _what(answer: Any) -> str:
    """What a document is that is none of these, in words."""
    if not isinstance(answer, dict | list):
        return "no object of the Hansard API"
    if "SectionTreeItems" in answer or any(isinstance(each, dict) and "SectionTreeItems" in each for each in answer):
        return "the Hansard API's tree of a day's sections"
    return "JSON of another kind"
