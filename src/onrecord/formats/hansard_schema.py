"""The Hansard API's JSON as structs, and the refusal of whatever is not whole or not that.

JSON from the web is read strictly, since half a file looks like a short debate: a name
given twice in one object, NaN, a wrong type or a file that ends in the middle refuse the
file, with the place. Members that we do not know are let through; the API adds some. The
API's other answers (a calendar, a day's list, a search) are recognised and refused by
what they are, because a folder of recorded answers holds them side by side.
"""

from __future__ import annotations

import json
import re
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from ..errors import BadInputError

_ONLY = "a debate's own file (/debates/debate/{id}.json) or a division's is read"
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


def decode(data: bytes, name: str) -> Debate | DivisionFile:
    """A debate or a division from a file's bytes. Raises BadInputError for anything else."""
    answer = _parsed(data, name)
    if isinstance(answer, dict) and "Overview" in answer:
        return _typed(answer, Debate, name)
    if isinstance(answer, dict) and "AyeMembers" in answer and "NoeMembers" in answer:
        return _typed(answer, DivisionFile, name)
    raise BadInputError(f"not a debate: this is {_what(answer)}", where=name, remedy=_ONLY)


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


def _typed(answer: dict[str, Any], type_: type[T], name: str) -> T:
    try:
        return msgspec.convert(answer, type_)
    except msgspec.ValidationError as error:
        what, _, place = str(error).partition(" - at ")
        raise BadInputError(what, where=f"{name} {place.strip('`')}".strip(), remedy=_ONLY) from None
    except RecursionError:
        raise BadInputError("debates nested too deep", where=name, remedy=_ONLY) from None


def _what(answer: Any) -> str:
    """Which of the Hansard API's other answers a document is, in words."""
    if isinstance(answer, list):
        first = answer[0] if answer and isinstance(answer[0], dict) else {}
        return _of_keys(first, "a list of ")
    if not isinstance(answer, dict):
        return "no object of the Hansard API"
    results = answer.get("Results")
    if isinstance(results, list):
        first = results[0] if results and isinstance(results[0], dict) else {}
        return _of_keys(first, "the Hansard API's search result: ")
    return "JSON of another kind"


def _of_keys(first: dict[str, Any], before: str) -> str:
    known = (
        ("ItemDate", "the Hansard API's calendar of sitting days"),
        ("AyesCount", before + "divisions, without who voted how"),
        ("ContributionExtId", before + "contributions, without their places in the debate"),
        ("DebateSectionExtId", before + "debates' titles, without their words"),
        ("SectionTreeItems", "the Hansard API's tree of a day's sections"),
    )
    return next((words for key, words in known if key in first), before + "something else")
