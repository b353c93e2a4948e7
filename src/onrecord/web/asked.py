"""What a reader asks with an address: the query of a page, parsed once for pages and API alike.

An empty field of a form is a field not filled in. A value that makes no sense is a
UsageError that names the field, the value and an example; it is never silently ignored,
since a filter that does nothing would show words as if they were all there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from msgspec import Struct, structs

from ..errors import UsageError
from .chambers import HOUSES, chambers
from .wording import CONTEXTS

MAX_PER_PAGE = 50
MAX_WINDOW = 20
MAX_TEXT = 300
MAX_CURSOR = 7000  # a search by relevance tells all that it has shown
_PARAMETERS = {"with_member": "with", "start": "from", "end": "to"}


class ExcerptsAsked(Struct, frozen=True):
    """The filters of a member's excerpts, as `Archive.excerpts` takes them."""

    department: str | None = None
    debate: str | None = None
    bill: str | None = None
    with_member: str | None = None
    start: date | None = None
    end: date | None = None
    parliament: str | None = None
    session: str | None = None
    chamber: str | None = None
    context: str = "reply"
    before: int = 1
    after: int = 1
    page: int = 1
    per_page: int = 10

    def arguments(self) -> dict[str, Any]:
        """Keyword arguments for `Archive.excerpts`."""
        return structs.asdict(self)

    def address(self, **changes: Any) -> str:
        """The query that asks the same with `changes`: `?department=…&page=2`, defaults left out."""
        usual = structs.asdict(_USUAL)
        asked = structs.asdict(structs.replace(self, **changes))
        pairs = [(_PARAMETERS.get(key, key), str(value)) for key, value in asked.items() if value != usual[key]]
        return f"?{urlencode(pairs)}" if pairs else ""

    def filtered(self) -> bool:
        """Whether anything narrows the listing."""
        return bool(structs.replace(self, context="reply", before=1, after=1, page=1, per_page=10).address())


_USUAL = ExcerptsAsked()


def excerpts_asked(query: Mapping[str, str]) -> ExcerptsAsked:
    """The filters in a query. UsageError names the first that makes no sense."""
    start, end = dates_asked(query)
    return ExcerptsAsked(
        department=text_asked(query, "department"),
        debate=text_asked(query, "debate"),
        bill=text_asked(query, "bill"),
        with_member=text_asked(query, "with"),
        start=start,
        end=end,
        parliament=text_asked(query, "parliament"),
        session=text_asked(query, "session"),
        chamber=one_of(query, "chamber", chambers()),
        context=one_of(query, "context", CONTEXTS) or "reply",
        before=number_asked(query, "before", default=1, least=0, most=MAX_WINDOW),
        after=number_asked(query, "after", default=1, least=0, most=MAX_WINDOW),
        page=number_asked(query, "page", default=1, least=1),
        per_page=number_asked(query, "per_page", default=10, least=1, most=MAX_PER_PAGE),
    )


def ministerial_asked(query: Mapping[str, str]) -> dict[str, Any]:
    """What a question for ministers' words carries, as `Archive.ministerial` takes it."""
    return {
        "context": one_of(query, "context", CONTEXTS) or "reply",
        "before": number_asked(query, "before", default=1, least=0, most=MAX_WINDOW),
        "after": number_asked(query, "after", default=1, least=0, most=MAX_WINDOW),
        "page": number_asked(query, "page", default=1, least=1),
        "per_page": number_asked(query, "per_page", default=10, least=1, most=MAX_PER_PAGE),
    }


def sittings_asked(query: Mapping[str, str]) -> dict[str, Any]:
    """The chamber, Parliament and session that narrow a listing, as every list of the archive takes them."""
    return {
        "chamber": one_of(query, "chamber", chambers()),
        "parliament": text_asked(query, "parliament"),
        "session": text_asked(query, "session"),
    }


def cursor_asked(query: Mapping[str, str]) -> str | None:
    """The `next` of an earlier page, None if not given."""
    return text_asked(query, "cursor", most=MAX_CURSOR)


def edition_asked(query: Mapping[str, str]) -> dict[str, Any]:
    """The edition of a debate that is asked for, as `Archive.debate` takes it; nothing for today's."""
    if not (query.get("edition", "").strip() or query.get("as_of", "").strip()):
        return {}
    edition = number_asked(query, "edition", default=0, least=1) or None
    return {"edition": edition, "as_of": date_asked(query, "as_of")}


def dates_asked(query: Mapping[str, str]) -> tuple[date | None, date | None]:
    """The days `from` and `to`; UsageError if they are no dates or the wrong way round."""
    start, end = date_asked(query, "from"), date_asked(query, "to")
    if start and end and start > end:
        raise UsageError(f"“from” ({start}) is later than “to” ({end})", remedy="exchange the two dates")
    return start, end


def date_asked(query: Mapping[str, str], name: str) -> date | None:
    """A day in the query, None if not given."""
    value = text_asked(query, name)
    return a_date(value, name) if value else None


def a_date(value: str, name: str = "date") -> date:
    """A day as YYYY-MM-DD. UsageError otherwise."""
    try:
        if len(value) != 10:
            raise ValueError(value)
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError(
            f"“{name}” is “{value}”, which is not a date", remedy="write the day as 2024-01-15: year, month, day"
        ) from None


def house_asked(query: Mapping[str, str]) -> str | None:
    """The House, `commons` or `lords`, None if not given."""
    return one_of(query, "house", HOUSES)


def a_house(value: str) -> str:
    """A House out of an address. UsageError otherwise."""
    return one_of({"house": value}, "house", HOUSES) or ""


def number_asked(query: Mapping[str, str], name: str, *, default: int, least: int, most: int = 1_000_000) -> int:
    """A whole number between `least` and `most`."""
    value = text_asked(query, name)
    if value is None:
        return default
    if not (value.isascii() and value.isdigit() and len(value) < 8 and least <= int(value) <= most):
        span = f"between {least} and {most}" if most < 1_000_000 else f"of {least} or more"
        raise UsageError(f"“{name}” is “{value}”", remedy=f"give a whole number {span}")
    return int(value)


def text_asked(query: Mapping[str, str], name: str, most: int = MAX_TEXT) -> str | None:
    """A text, trimmed; None if empty or not given. UsageError if it is longer than any name."""
    value = " ".join(query.get(name, "").split())
    if len(value) > most:
        raise UsageError(f"“{name}” is {len(value)} characters long", remedy=f"give at most {most}")
    if "\0" in value:
        raise UsageError(f"“{name}” holds a character that no name has", remedy="leave it out")
    return value or None


def one_of(query: Mapping[str, str], name: str, known: Mapping[str, Any]) -> str | None:
    """One of the words known, None if not given. UsageError lists them."""
    value = text_asked(query, name)
    if value is not None and value not in known:
        raise UsageError(f"“{name}” is “{value}”, which is not known", remedy=f"give one of {', '.join(known)}")
    return value
