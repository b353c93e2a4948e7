"""JSON from the web, read strictly, since half a file looks like a short debate.

A name given twice in one object, NaN, a wrong type or a file that ends in the middle
refuse the file, with the place. Characters that are no text become blanks.
"""

from __future__ import annotations

import json
import re
from typing import Any, TypeVar

import msgspec

from ..errors import BadInputError
from .ragged import is_ragged

T = TypeVar("T")
LONGEST = 4_000_000
"""Characters of one text; the longest contribution on record has not a quarter of them."""

_FIGURES = 18
_HALF = re.compile("[\ud800-\udfff]")
_HALF_WRITTEN = re.compile(r"\\u[dD][89a-fA-F]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")


def parsed(data: bytes, name: str) -> Any:
    """The document in a file's bytes. Raises BadInputError, with the line where that can be told."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInputError(f"not UTF-8 at byte {error.start}", where=name, remedy="fetch it again") from None
    try:
        document = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant, parse_int=_number)
        if _HALF_WRITTEN.search(text) and _HALF.search(json.dumps(document, ensure_ascii=False)):
            raise ValueError("half a character")
        return document
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
    if len(value) > LONGEST:
        raise ValueError(f'"{key}" is longer than any contribution')
    if not value.isascii() and _HALF.search(value):
        raise ValueError(f'"{key}" holds half a character')
    if is_ragged(value):
        raise ValueError(f'"{key}" holds mark-up that never ends')
    return _CONTROL.sub(" ", value)


def _number(figures: str) -> int:
    if len(figures) > _FIGURES:
        raise ValueError(f"a number of {len(figures):,} figures")
    return int(figures)


def _no_constant(constant: str) -> Any:
    raise ValueError(f"{constant} is not JSON")


def typed(answer: Any, type_: type[T], name: str, remedy: str) -> T:
    """The document as a struct. Raises BadInputError, with the place, for what is missing or of a wrong type."""
    try:
        return msgspec.convert(answer, type_)
    except msgspec.ValidationError as error:
        what, _, place = str(error).partition(" - at ")
        raise BadInputError(what, where=f"{name} {place.strip('`')}".strip(), remedy=remedy) from None
    except RecursionError:
        raise BadInputError("nested too deep", where=name, remedy=remedy) from None
