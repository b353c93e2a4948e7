"""The Hansard API's JSON as structs, and the refusal of whatever is not whole or not that.

JSON from the web is read strictly, since half a file looks like a short debate: a name
given twice in one object, NaN, a wrong type or a file that ends in the middle refuse the
file, with the place. Members that we do not know are let through; the API adds some.
Which answer of the service a file holds is told by the members it has, because a folder
of recorded answers holds them side by side; what is none of them is refused by what it is.
"""

from __future__ import annotations

import json
import re
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from ..errors import BadInputError

_ONLY = "a debate's own file (/debates/debate/{id}.json), a division's or a search for contributions is read"
T = TypeVar("T")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")


class Overview(Struct, frozen=True, rename="pascal"):
    ext_id: str
    date: str
    title: str | None = None
    id: int | None = None
    hrs_tag: str | None = msgspec.field(name="HRSTag", default=None)
    location: str | None = None
    house: str | int | None = None
    source: str | int | None = None
    volume_no: int | None = None
    content_last_updated: str | None = None


class Ancestor(Struct, frozen=True, rename="pascal"):
    id: int | None = None
    title: str | None = None
    parent_id: int | None = None
    sort_order: int | None = None
    external_id: str | None = None
    hrs_tag: str | None = msgspec.field(name="HRSTag", default=None)


class Entry(Struct, frozen=True, rename="pascal"):
    item_type: str | None = None
    item_id: int | None = None
    member_id: int | None = None
    attributed_to: str | None = None
    value: str | None = None
    timecode: str | None = None
    external_id: str | int | None = None
    hrs_tag: str | None = msgspec.field(name="HRSTag", default=None)
    uin: str | int | None = msgspec.field(name="UIN", default=None)


class Debate(Struct, frozen=True, rename="pascal"):
    overview: Overview
    navigator: list[Ancestor] | None = None
    items: list[Entry] | None = None
    child_debates: list[Debate] | None = None


class Voter(Struct, frozen=True, rename="pascal"):
    member_id: int | None = None
    list_as: str | None = None
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
    answer = _parsed(data, name)
    if isinstance(answer, dict) and "Overview" in answer:
        return _typed(answer, Debate, name)
    if isinstance(answer, dict) and "AyeMembers" in answer and "NoeMembers" in answer:
        return _typed(answer, DivisionFile, name)
    entries = answer.get("Results") if isinstance(answer, dict) else answer
    first = entries[0] if isinstance(entries, list) and entries else None
    keys = first.keys() if isinstance(first, dict) else set()
    if isinstance(answer, dict) and ("ContributionExtId" in keys or (entries == [] and "SearchTerms" in answer)):
        return _typed(answer, SearchAnswer, name)
    if "AyesCount" in keys:
        return Divisions(_typed(entries, list[ListedDivision], name))
    if "ItemDate" in keys:
        return Calendar(_typed(entries, list[CalendarDay], name))
    if "DebateSectionExtId" in keys and "Title" in keys:
        return Debates(_typed(entries, list[ListedDebate], name))
    raise BadInputError(f"no proceedings: this is {_what(answer)}", where=name, remedy=_ONLY)


def _parsed(data: bytes, name: str) -> Any:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInputError(f"not UTF-8 at byte {error.start}", where=name, remedy="fetch it again") from None
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string")
        what = "the file ends in the middle" if cut else f"not JSON: {error.msg}"
        raise BadInputError(what, where=f"{name}:{error.lineno}", remedy="fetch it again") from None
    except (ValueError, RecursionError) as error:
        what = "JSON nested too deep" if isinstance(error, RecursionError) else str(error)
        raise BadInputError(what, where=name, remedy="fetch it again") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object none of whose members hides another; characters that are not text become blanks."""
    members: dict[str, Any] = {}
    for key, value in pairs:
        if key in members:
            raise ValueError(f'"{key}" stands twice in one object')
        if isinstance(value, str):
            value = _text(value, key)
        members[key] = value
    return members


def _text(value: str, key: str) -> str:
    """A string without control characters; half of a surrogate pair cannot be stored, so it is refused."""
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        raise ValueError(f'"{key}" holds half a character')
    return _CONTROL.sub(" ", value)


def _no_constant(constant: str) -> Any:
    raise ValueError(f"{constant} is not JSON")


def _typed(answer: Any, type_: type[T], name: str) -> T:
    try:
        return msgspec.convert(answer, type_)
    except msgspec.ValidationError as error:
        what, _, place = str(error).partition(" - at ")
        raise BadInputError(what, where=f"{name} {place.strip('`')}".strip(), remedy=_ONLY) from None
    except RecursionError:
        raise BadInputError("debates nested too deep", where=name, remedy=_ONLY) from None


def _what(answer: Any) -> str:
    """What a document is that is none of these, in words."""
    if not isinstance(answer, dict | list):
        return "no object of the Hansard API"
    if "SectionTreeItems" in answer or any(isinstance(each, dict) and "SectionTreeItems" in each for each in answer):
        return "the Hansard API's tree of a day's sections"
    return "JSON of another kind"
